"""Taking a backup: one snapshot of one database, while people go on working, in one file."""

import errno
import fcntl
import hashlib
import os
import subprocess
import threading
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import psycopg

from heeded.adapters.postgres.backup.connection import (
    Link,
    database_name,
    for_programs,
    linked,
    programs_for,
)
from heeded.adapters.postgres.backup.contents import roles_of, rows_of, schema_of
from heeded.adapters.postgres.backup.manifest import Manifest, Part
from heeded.adapters.postgres.trouble import CannotBackUp, Trouble, no_room

Progress = Callable[[str], None]
"""Is told what is being done, in a few words: tables by name, never a row."""

MANIFEST = "manifest.json"
DUMP = "database.dump"

PIECE = 1024 * 1024
"""Bytes that are moved at a time."""
_ROW_SECURITY = "row-level security"


def back_up(url: str, file: Path, *, progress: Progress = lambda _: None) -> Manifest:
    """Copy the database at an address into a new file that only its owner can read; gives its manifest.

    The copy is of one moment: what is written meanwhile is not in it. The role must see every row. It takes
    the file's whole length of room beside it. CannotBackUp, DiskFull or NoPrograms say what is wrong, and
    leave no file. The file is not encrypted: keep it as you would keep the record.
    """
    if file.exists():
        raise CannotBackUp(f"{file} is there already. Give another name: a backup never replaces a file.")
    draft = file.with_name(f"{file.name}.partial")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            fcntl.flock(out, fcntl.LOCK_EX)
            manifest = _write(url, out, progress)
            out.flush()
            os.fsync(out.fileno())
            draft.rename(file)
    except Trouble:
        draft.unlink(missing_ok=True)
        raise
    except FileExistsError:
        raise _left(draft, file) from None
    except (psycopg.Error, OSError) as wrong:
        draft.unlink(missing_ok=True)
        if isinstance(wrong, OSError) and wrong.errno in (errno.ENOSPC, errno.EDQUOT):
            raise no_room(file) from wrong
        raise _refused(database_name(url), str(wrong)) from wrong
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return manifest


def _left(draft: Path, file: Path) -> CannotBackUp:
    """A draft is there already: of a backup that is being taken, or of one that was cut off."""
    with suppress(OSError), draft.open("rb") as left:
        try:
            fcntl.flock(left, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return CannotBackUp(
                f"A backup is being taken into {file} already: wait for it, or give another name."
            )
    return CannotBackUp(
        f"{draft} was left by a backup that was cut off. It is of no use: run rm {draft}, then try again."
    )


def _write(url: str, out: IO[bytes], progress: Progress) -> Manifest:
    """Write the database and then the manifest, both from one snapshot."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive, linked(url, snapshot=True) as link:
        major = link.info.server_version // 10000
        programs = programs_for(major, "pg_dump")
        snapshot = link.execute("select pg_export_snapshot()").fetchone()
        address, environ = for_programs(url)
        command = [
            os.fspath(programs.path("pg_dump")),
            "--format=custom",
            "--verbose",
            "--no-password",
            f"--snapshot={snapshot[0] if snapshot else ''}",
            f"--dbname={address}",
        ]
        with archive.open(DUMP, "w", force_zip64=True) as member:
            part = _dump(command, environ, member, progress)
        progress("counting rows")
        manifest = _manifest(link, database_name(url), programs.version, part)
        archive.writestr(MANIFEST, manifest.written())
    return manifest


def _dump(command: list[str], environ: dict[str, str], member: IO[bytes], progress: Progress) -> Part:
    """Let PostgreSQL write the database into a member of the file."""
    seen, length = hashlib.sha256(), 0
    with subprocess.Popen(  # noqa: S603 - PostgreSQL's own program, by its full path
        command, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        listener = Listener(run.stderr, progress)
        try:
            while run.stdout and (piece := run.stdout.read(PIECE)):
                member.write(piece)
                seen.update(piece)
                length += len(piece)
        except BaseException:
            run.kill()
            raise
        finally:
            run.wait()
            listener.join()
    if run.returncode != 0:
        raise _refused("the database", listener.complaint)
    return Part(DUMP, length, seen.hexdigest())


class Listener(threading.Thread):
    """Hears what one of PostgreSQL's programs says: tables go to `progress`, complaints are kept."""

    def __init__(self, said: IO[bytes] | None, progress: Progress) -> None:
        super().__init__(daemon=True)
        self._said = said
        self._progress = progress
        self._complaints: list[str] = []
        self.start()

    def run(self) -> None:
        """Hear until the program ends."""
        for line in self._said or ():
            words = line.decode(errors="replace").strip()
            _, _, told = words.partition(": ")
            if "error:" in words or "FATAL" in words or "ERROR" in words:
                self._complaints.append(words)
            elif "contents of table" in told or told.startswith(("processing data", "creating TABLE")):
                self._progress(told)

    @property
    def complaint(self) -> str:
        """The first thing that it complained of."""
        return self._complaints[0] if self._complaints else "it ended without a word"


def _manifest(link: Link, database: str, programs: str, part: Part) -> Manifest:
    """What the snapshot holds."""
    return Manifest(
        taken_at=datetime.now(UTC).isoformat(timespec="seconds"),
        database=database,
        server_major=link.info.server_version // 10000,
        programs=programs,
        schema=schema_of(link),
        rows=rows_of(link),
        roles=roles_of(link),
        parts=(part,),
    )


def _refused(database: str, why: str) -> CannotBackUp:
    """The database did not let itself be copied."""
    remedy = (
        "Give the address of a role that may see every row (the database's own, or one with BYPASSRLS): a "
        "backup with rows left out would be worse than none."
        if _ROW_SECURITY in why
        else "Nothing was kept; put that right and try again."
    )
    return CannotBackUp(f"No backup of {database} was taken: {why.strip()}. {remedy}")
