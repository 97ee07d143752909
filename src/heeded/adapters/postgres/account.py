"""The account that PostgreSQL runs under: never root, and no account is ever made for it."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from heeded.adapters.postgres.trouble import NoPrograms

PREFERRED = ("postgres", "nobody")
"""Accounts that root steps down to, the first that exists."""

_KEPT = ("LD_LIBRARY_PATH", "TMPDIR")


@dataclass(frozen=True, slots=True)
class Account:
    """An unprivileged account of this machine, by name and numbers."""

    name: str
    uid: int
    gid: int


def unprivileged(data: Path) -> Account | None:
    """The account that root steps down to: whoever owns the data already, else the first preferred.

    None for an ordinary user, who stays who they are. NoPrograms if root has nobody to step down to.
    """
    if os.geteuid() != 0:
        return None
    if data.exists() and (about := data.stat()).st_uid != 0:
        return Account(f"number {about.st_uid}", about.st_uid, about.st_gid)
    for name in PREFERRED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    raise NoPrograms(
        "PostgreSQL refuses to run as root, and this machine has neither an account “postgres” nor "
        "“nobody”. Run Heeded as an ordinary user, or give HEEDED_DATABASE_URL."
    )


def give(path: Path, account: Account | None) -> None:
    """Make the account the owner of a file or folder of ours."""
    if account is not None:
        os.chown(path, account.uid, account.gid, follow_symlinks=False)


def start(
    command: Sequence[str | Path],
    account: Account | None,
    *,
    output: int | IO[bytes],
    errors: int | IO[bytes],
    kept_open: Sequence[int] = (),
) -> subprocess.Popen[bytes]:
    """Start a program as the account, at the root, with a bare environment; its files are for it alone."""
    return subprocess.Popen(  # noqa: S603 - PostgreSQL's own programs, by their full path
        [os.fspath(part) for part in command],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=errors,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"}
        | {name: os.environ[name] for name in _KEPT if name in os.environ},
        pass_fds=kept_open,
        umask=0o077,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
        start_new_session=True,
    )
