"""Putting a backup back: looked at to the last byte first, then all of it or nothing."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg

from heeded.adapters.postgres.backup.aside import give_way_back, make_way
from heeded.adapters.postgres.backup.connection import database_name, linked
from heeded.adapters.postgres.backup.contents import make_roles, rows_of
from heeded.adapters.postgres.backup.feeding import feed
from heeded.adapters.postgres.backup.manifest import Manifest
from heeded.adapters.postgres.backup.taking import DUMP, Progress
from heeded.adapters.postgres.backup.whole import opened, verify
from heeded.adapters.postgres.trouble import CannotRestore

Check = Callable[[str], None]
"""Looks at the database at an address, and raises if the record in it does not hold."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and the name under which a database that was there before is kept."""

    manifest: Manifest
    kept_as: str | None


def restore(
    file: Path,
    url: str,
    *,
    set_aside: bool = False,
    progress: Progress = lambda _: None,
    check: Check | None = None,
) -> Restored:
    """Put a backup into the empty database at an address, before anything else is prepared there.

    A database that is not empty is refused; with `set_aside` it is kept under another name. Every
    byte is checked before the database is touched; then everything comes in one transaction, its rows are
    counted, and `check` is called with the address. The backup's roles are made without passwords.
    CannotRestore says what is wrong, and what the database holds now.
    """
    try:
        with opened(file) as archive:
            manifest = verify(archive, progress)
            kept_as = make_way(url, set_aside=set_aside)
            try:
                _put_back(archive, manifest, url, progress)
            except BaseException:
                if kept_as is not None:
                    give_way_back(url, kept_as)
                raise
    except psycopg.Error as wrong:
        raise _refused(url, str(wrong)) from wrong
    if check is not None:
        progress("checking the record")
        check(url)
    return Restored(manifest, kept_as)


def _put_back(archive: zipfile.ZipFile, manifest: Manifest, url: str, progress: Progress) -> None:
    """Put a whole backup into an empty database, and count what came."""
    with linked(url) as link:
        major = link.info.server_version // 10000
        make_roles(link, manifest.roles)
    with archive.open(DUMP) as dump:
        try:
            feed(dump, url, major, progress)
        except CannotRestore as wrong:
            raise _refused(url, str(wrong)) from wrong
    progress("counting rows")
    with linked(url) as link:
        found = rows_of(link)
    astray = sorted(name for name, rows in manifest.rows.items() if found.get(name) != rows)
    if astray:
        told = ", ".join(f"{name}: {found.get(name, 0)} of {manifest.rows[name]}" for name in astray)
        raise CannotRestore(
            f"What came into {database_name(url)} is not all that was taken ({told}). Do not use it: restore "
            "an earlier backup into another empty database."
        )


def _refused(url: str, why: str) -> CannotRestore:
    """PostgreSQL did not take the backup; its transaction left nothing."""
    return CannotRestore(
        f"{database_name(url)} did not take the backup: {why.strip()}. It was left as it was; put that right "
        "and try again."
    )
