"""Looking whether a backup is whole, before anything is done with it."""

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from heeded.adapters.postgres.backup.manifest import Manifest
from heeded.adapters.postgres.backup.taking import MANIFEST, PIECE, Progress
from heeded.adapters.postgres.trouble import CannotRestore

_LONGEST_MANIFEST = 16 * 1024 * 1024


@contextmanager
def opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """A backup's file, open until it is done with; CannotRestore if it is none, or is cut short."""
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as wrong:
        raise CannotRestore(
            f"{file} is cut short, or is no backup of Heeded's. Nothing was changed. Copy it again from "
            "where it was taken, or use an earlier one."
        ) from wrong
    except OSError as wrong:
        raise CannotRestore(f"{file} cannot be read: {wrong.strerror}. Nothing was changed.") from wrong
    with archive:
        yield archive


def verify(archive: zipfile.ZipFile, progress: Progress = lambda _: None) -> Manifest:
    """Read every byte of a backup against its manifest, and give that; CannotRestore if one differs."""
    name = archive.filename
    try:
        manifest = _manifest(archive)
        _compare(archive, manifest, progress)
    except (ValueError, KeyError, OSError, zipfile.BadZipFile, zlib.error, EOFError) as wrong:
        raise CannotRestore(
            f"{name} is damaged: {wrong}. Nothing was changed. Copy it again from where it was taken, or use "
            "an earlier one."
        ) from wrong
    return manifest


def _compare(archive: zipfile.ZipFile, manifest: Manifest, progress: Progress) -> None:
    """Compare every byte with the manifest; ValueError says which part differs."""
    if set(archive.namelist()) != {part.name for part in manifest.parts} | {MANIFEST}:
        raise ValueError("its parts are not those that its manifest lists")
    for part in manifest.parts:
        progress(f"checking {part.name}")
        if _read_through(archive, part.name) != (part.length, part.sha256):
            raise ValueError(f"{part.name} is not as it was written")


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    """The manifest of a backup; ValueError if it is too long to be one."""
    if archive.getinfo(MANIFEST).file_size > _LONGEST_MANIFEST:
        raise ValueError("its manifest is too long")
    return Manifest.read(archive.read(MANIFEST))


def _read_through(archive: zipfile.ZipFile, name: str) -> tuple[int, str]:
    """The length and the SHA-256 of a part as it is in the file."""
    seen, length = hashlib.sha256(), 0
    with archive.open(name) as member:
        while piece := member.read(PIECE):
            seen.update(piece)
            length += len(piece)
    return length, seen.hexdigest()
