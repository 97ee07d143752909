"""The browser that the tests drive: the Chromium of this machine, never one fetched for them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping

NAMED = "HEEDED_BROWSER"
"""Names another program of Chromium's kind, by its path or its name on the PATH."""
NAMES = ("chromium", "chromium-browser", "google-chrome")
REMEDY = f"no browser was found: on Debian `apt install chromium`, or let {NAMED} name a Chromium elsewhere"
NO_DRIVER = "Playwright is not installed: `make setup-browser` installs it"

ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""A browser that asks nobody for anything but the pages."""


def program(environ: Mapping[str, str] = os.environ) -> str | None:
    """The path of the browser; None where there is none, and where the one that is named is not there."""
    wanted = (environ[NAMED],) if environ.get(NAMED) else NAMES
    found = (shutil.which(name, path=environ.get("PATH")) for name in wanted)
    return next(filter(None, found), None)


def surroundings(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The environment that it is started in: one language on every machine, by which days are typed."""
    return {**environ, "LANGUAGE": "en_US"}


def arguments() -> list[str]:
    """What it is started with; it has no sandbox of its own where it is started by root."""
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return [*ARGUMENTS, *as_root]
