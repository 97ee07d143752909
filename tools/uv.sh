#!/bin/sh
# Prints the path of a uv that works here, fetching one into .tools/ when the machine has none.
set -eu
cd "$(dirname "$0")/.."
own=.tools/uv

say() { echo "setup: $*" >&2; }

works() { "$1" --version >/dev/null 2>&1; }

python_found() {
    for name in python3.11 python3 python3.12 python3.13 python; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    say "needs Python 3.11 or newer on the PATH; on Debian: apt-get install python3"
    exit 1
}

by_venv() {
    rm -rf "$own"
    "$python" -m venv "$own" >/dev/null 2>&1 && "$own/bin/python" -m pip install --quiet uv >&2 && works "$own/bin/uv"
}

by_pip() {
    rm -rf "$own"
    "$python" -m pip --version >/dev/null 2>&1 || return 1
    "$python" -m pip install --quiet --target "$own" uv >&2 ||
        "$python" -m pip install --quiet --break-system-packages --target "$own" uv >&2
    works "$own/bin/uv"
}

by_debian() {
    command -v apt-get >/dev/null || return 1
    as_root=
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    say "this Python has neither venv nor pip; asking Debian for python3-venv"
    $as_root apt-get update -qq >/dev/null && $as_root apt-get install -y -qq python3-venv >/dev/null && by_venv
}

if command -v uv >/dev/null && works uv; then
    command -v uv
elif works "$own/bin/uv"; then
    echo "$own/bin/uv"
else
    python=$(python_found)
    say "no uv on the PATH; installing one into $own"
    if by_venv || by_pip || by_debian; then
        echo "$own/bin/uv"
    else
        say "could not install uv; install it by any means (see its own pages), or on Debian run:"
        say "    apt-get install python3-venv"
        say "and say make again"
        exit 1
    fi
fi
