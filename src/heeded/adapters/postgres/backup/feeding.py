"""Feeding a dump to PostgreSQL's own programs, in one transaction."""

import os
import subprocess
import threading
from collections.abc import Mapping
from contextlib import suppress
from itertools import islice
from typing import IO, Protocol

from heeded.adapters.postgres.backup.connection import for_programs, programs_for
from heeded.adapters.postgres.backup.taking import PIECE, Listener, Progress
from heeded.adapters.postgres.trouble import CannotRestore

_KNOWS_TRANSACTION_TIMEOUT = 17
_UNKNOWN_BEFORE = b"SET transaction_timeout = 0;"
_HEAD = 100
"""Lines within which a dump's own settings stand."""


class Readable(Protocol):
    """Something that gives its next bytes, and none at its end."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes."""


def feed(dump: IO[bytes], url: str, server_major: int, progress: Progress) -> None:
    """Put a dump into an empty database, all or nothing; CannotRestore says what PostgreSQL complained of."""
    programs = programs_for(server_major, "pg_restore", "psql")
    address, environ = for_programs(url)
    reading = [os.fspath(programs.path("pg_restore")), "--verbose", "--exit-on-error"]
    if server_major >= _KNOWS_TRANSACTION_TIMEOUT or programs.major < _KNOWS_TRANSACTION_TIMEOUT:
        straight = [*reading, "--single-transaction", "--no-password", f"--dbname={address}"]
        _run(straight, dump, environ, progress)
        return
    running = [os.fspath(programs.path("psql")), "--no-psqlrc", "--quiet", "--single-transaction"]
    running += ["--set=ON_ERROR_STOP=1", "--no-password", f"--dbname={address}"]
    with subprocess.Popen(  # noqa: S603 - PostgreSQL's own program, by its full path
        [*reading, "--file=-"],
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as reader:
        try:
            _run(running, _Older(reader, dump, progress), environ, progress)
        finally:
            reader.kill()


class _Older:
    """A dump as a script for an older server: without the setting that it does not know.

    Its end is given only when the whole dump was read: the script's end commits.
    """

    def __init__(self, reader: subprocess.Popen[bytes], dump: IO[bytes], progress: Progress) -> None:
        self._reader = reader
        self._script = _pipe(reader.stdout)
        self._listener = Listener(reader.stderr, progress)
        self._feeder = threading.Thread(target=_pour, args=(dump, _pipe(reader.stdin)), daemon=True)
        self._feeder.start()
        lines = islice(self._script, _HEAD)
        self._head = b"".join(line for line in lines if line.strip() != _UNKNOWN_BEFORE)

    def read(self, size: int, /) -> bytes:
        """The next bytes of the script; CannotRestore if the dump could not be read to its end."""
        piece, self._head = self._head, b""
        piece = piece or self._script.read(size)
        if not piece and self._reader.wait() != 0:
            self._listener.join()
            raise CannotRestore(self._listener.complaint)
        return piece


def _run(command: list[str], dump: Readable, environ: Mapping[str, str], progress: Progress) -> None:
    """Run one program over a dump."""
    with subprocess.Popen(  # noqa: S603 - PostgreSQL's own program, by its full path
        command, env=environ, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as run:
        listener = Listener(run.stderr, progress)
        try:
            _pour(dump, _pipe(run.stdin))
        except BaseException:
            run.kill()
            raise
        finally:
            run.wait()
            listener.join()
    if run.returncode != 0:
        raise CannotRestore(listener.complaint)


def _pour(dump: Readable, into: IO[bytes]) -> None:
    """Pour all of a dump into a program, as far as it takes it."""
    with suppress(BrokenPipeError):
        while piece := dump.read(PIECE):
            into.write(piece)
    with suppress(BrokenPipeError):
        into.close()


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    """One end of a pipe that was asked for."""
    if end is None:
        raise TypeError("the program was started without this pipe")
    return end
