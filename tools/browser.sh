#!/bin/sh
# Sees to a browser for the tests of pages: where none is found, Debian is asked for one by whoever may ask.
set -eu

say() { echo "setup: $*" >&2; }

for name in ${HEEDED_BROWSER:-chromium chromium-browser google-chrome}; do
    command -v "$name" >/dev/null && exit 0
done
if command -v apt-get >/dev/null && [ -n "${CI:-}" ]; then
    as_root=
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    say "no browser was found; asking Debian for chromium"
    $as_root apt-get update -qq >/dev/null && $as_root apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
say "no browser was found: the tests in tests/browser are skipped; on Debian run:"
say "    apt install chromium"
say "or let HEEDED_BROWSER name a Chromium that is elsewhere"
