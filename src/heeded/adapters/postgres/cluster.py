"""Making the data that a server runs on: once, and all or nothing."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from heeded.adapters.postgres.account import Account, give, start
from heeded.adapters.postgres.binaries import Programs
from heeded.adapters.postgres.layout import Layout
from heeded.adapters.postgres.trouble import DidNotStart, Trouble, no_room

ADMIN = "heeded_admin"
"""The database's own role, which may do everything; the record's roles are made with it."""

_BUILTIN_LOCALE = 17
_TOO_LITTLE = 1 << 20
"""Bytes; with less room than this no server can begin, and its log may not be able to say why."""
_STAMP = re.compile(r"^[\d: .-]+ UTC \[\d+\] ")


@contextmanager
def data_held_open(data: Path) -> Iterator[tuple[int, Path]]:
    """The data folder as a descriptor to hand on, and its name for whoever holds that.

    The name leads straight to the folder, whose parents may be closed to the account that PostgreSQL runs
    under.
    """
    held = os.open(data, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        yield held, Path(f"/proc/self/fd/{held}")
    finally:
        os.close(held)


def make_cluster(layout: Layout, programs: Programs, account: Account | None, password: str) -> None:
    """Make the data with checksums, passwords for every connection, and text ordered by code point.

    A half-made one, left by a crash, is made anew.
    """
    draft = layout.server / "data.new"
    first_password = layout.server / "first-password"
    shutil.rmtree(draft, ignore_errors=True)
    try:
        draft.mkdir(mode=0o700)
        give(draft, account)
        _write_for(first_password, password, account)
        with data_held_open(draft) as (held, name):
            run = start(
                [programs.path("initdb"), *_choices(programs, name)],
                account,
                output=subprocess.PIPE,
                errors=subprocess.STDOUT,
                kept_open=[held],
            )
            said = run.communicate()[0].decode(errors="replace")
        if run.returncode != 0:
            raise what_it_said(layout, said)
        draft.rename(layout.data)
        _settle(layout.server)
    except OSError as wrong:
        raise what_it_said(layout, str(wrong)) from wrong
    finally:
        first_password.unlink(missing_ok=True)


def what_it_said(layout: Layout, said: str) -> Trouble:
    """The trouble that PostgreSQL's own words tell of.

    Its log lies on the same disk: when that is full, the very line which says so may be the one that found
    no room. So the disk itself is looked at too.
    """
    full = shutil.disk_usage(layout.root).free < _TOO_LITTLE
    if full or "No space left on device" in said or "Disk quota exceeded" in said:
        return no_room(layout.root)
    words = " / ".join(_STAMP.sub("", line) for line in said.splitlines()[-3:]) or "nothing"
    return DidNotStart(f"PostgreSQL could not start on {layout.root}. It said: {words}. See {layout.log}.")


def _choices(programs: Programs, data: Path) -> list[str]:
    """What initdb is told."""
    builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    return [
        f"--pgdata={data}",
        f"--username={ADMIN}",
        f"--pwfile={data}/../first-password",
        "--auth-local=scram-sha-256",
        "--auth-host=reject",
        "--data-checksums",
        "--encoding=UTF8",
        "--no-instructions",
        *(builtin if programs.major >= _BUILTIN_LOCALE else ["--locale=C.UTF-8"]),
    ]


def _write_for(path: Path, text: str, account: Account | None) -> None:
    """Write a file that the account alone can read."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text + "\n")
    give(path, account)


def _settle(folder: Path) -> None:
    """Bring a folder's list of names to the disk."""
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
