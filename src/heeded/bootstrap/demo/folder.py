"""The demonstration's own folder: made, started anew, and never taken for a deployment's."""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path

from heeded.bootstrap.running.ready import NotReady
from heeded.bootstrap.secret import FOLDER
from heeded.bootstrap.settings_names import ADMIN_URL, APP_URL, DEMO, DJANGO_KEY, MAIL, SITE

_MARK, _FILLED = "THIS-IS-A-DEMONSTRATION", "filled"
_WORDS = "Everything in this folder is invented. It may be deleted while the demonstration is not running.\n"


def settle_in(folder: Path, site: str, *, fresh: bool) -> None:
    """Make the folder ready, and let this process and those it starts work in it.

    NotReady where it is no demonstration's, or another demonstration runs in it.
    One that was filled halfway, or that is wanted `fresh`, begins anew.
    """
    whole = folder.expanduser().absolute()
    try:
        whole.mkdir(mode=0o700, parents=True, exist_ok=True)
        _claim(whole)
        if fresh or not (whole / _FILLED).exists():
            _empty(whole)
    except OSError as wrong:
        raise NotReady(f"The folder of the demonstration cannot be used: {wrong}.") from wrong
    for name in (ADMIN_URL, APP_URL, DJANGO_KEY):
        os.environ.pop(name, None)
    os.environ.update({FOLDER: str(whole), DEMO: "1", MAIL: (whole / "mail").as_uri(), SITE: site})


def is_filled(folder: Path) -> bool:
    """Whether everything stands in its record."""
    return (folder.expanduser() / _FILLED).exists()


def mark_filled(folder: Path) -> None:
    """Note that everything does."""
    (folder.expanduser() / _FILLED).touch()


def _claim(folder: Path) -> None:
    """Have the folder to oneself until this process ends."""
    if not (folder / _MARK).exists():
        _begin(folder)
    held = os.open(folder / _MARK, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        raise NotReady(
            f"A demonstration is running in {folder}: stop it, or name another folder with --folder."
        ) from None


def _begin(folder: Path) -> None:
    if any(folder.iterdir()):
        raise NotReady(
            f"{folder} holds something that is no demonstration: name an empty folder with --folder."
        )
    (folder / _MARK).write_text(_WORDS, "utf-8")


def _empty(folder: Path) -> None:
    for each in folder.iterdir():
        if each.name == _MARK:
            continue
        if each.is_dir():
            shutil.rmtree(each)
        else:
            each.unlink()
