"""A witness: another organisation that signs a log's checkpoint only if it extends what it last saw."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from heeded.adapters.seals.seal import Seal
from heeded.adapters.seals.verifiers import Verifiers
from heeded.core.log.check import consistent
from heeded.core.log.checkpoint import Checkpoint
from heeded.core.log.note import Note
from heeded.core.log.tree import EMPTY_ROOT

MOST_KEPT = 50
"""How many refused checkpoints of one log are kept: two are proof enough."""


class NotConsistent(ValueError):  # noqa: N818 - named for what is the case, as the message reads
    """The log's new checkpoint does not extend the one last seen: the log was rewritten, or is a fork."""


class SeenAnother(NotConsistent):
    """The log did not start from what was last seen here: `size` leaves."""

    def __init__(self, says: str, size: int) -> None:
        super().__init__(says)
        self.size = size


@dataclass(frozen=True, slots=True)
class Witness:
    """Witnesses logs with one seal, and keeps the last checkpoint of each in a folder of its own."""

    seal: Seal
    folder: Path

    def last_seen(self, origin: str) -> Checkpoint:
        """The last checkpoint of a log that was witnessed here; an empty one before the first."""
        path = self._path(origin)
        if not path.exists():
            return Checkpoint(origin, 0, EMPTY_ROOT)
        return Checkpoint.parse(Note.parse(path.read_text("utf-8")).text)

    def cosign(
        self, written: str, proof: Sequence[bytes], log: Verifiers, second: int, old: int | None = None
    ) -> Note:
        """The checkpoint with this witness's signature, made at `second` (UTC), beneath the others.

        `proof` leads from `last_seen` to it, or from `old` where the log says so. What was seen is durable
        before the signature is given. Raises BadSeal where the log did not sign it; SeenAnother where it
        starts from what was not last seen here, or has fewer leaves; NotConsistent where it does not extend
        what was seen: the refused note is then kept beside the last one seen, and together they prove what
        was done.
        """
        note = Note.parse(written)
        checkpoint = log.checkpoint(note).checkpoint
        with self._alone(checkpoint.origin):
            last = self.last_seen(checkpoint.origin)
            if checkpoint.size < last.size or old not in (None, last.size):
                raise SeenAnother(
                    f"{checkpoint.origin} shows {checkpoint.size} leaves after {old or 0}, "
                    f"but {last.size} were seen here",
                    last.size,
                )
            if not consistent(last.head, checkpoint.head, proof):
                self._keep_refused(checkpoint.origin, note)
                raise NotConsistent(
                    f"{checkpoint.origin} at {checkpoint.size} leaves is not shown to begin with the "
                    f"{last.size} that were seen here"
                )
            signed = note.signed(self.seal.cosignature(note.text, second))
            self._keep(checkpoint.origin, signed)
        return signed

    def refused(self, origin: str) -> list[Note]:
        """The checkpoints of a log that were refused here because they do not extend what was seen."""
        kept = sorted(self._path(origin).with_suffix(".refused").glob("*.checkpoint"))
        return [Note.parse(path.read_text("utf-8")) for path in kept]

    def forget(self, origin: str, second: int) -> Path:
        """Begin with a log anew, since people agreed that it was put back; where what was seen is kept."""
        with self._alone(origin):
            kept = self._path(origin).with_suffix(f".until-{second}")
            self._path(origin).rename(kept)
        return kept

    def _path(self, origin: str) -> Path:
        return self.folder / f"{hashlib.sha256(origin.encode()).hexdigest()}.checkpoint"

    @contextmanager
    def _alone(self, origin: str) -> Iterator[None]:
        """Let one process at a time look at what was seen and replace it."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._path(origin).with_suffix(".lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _keep_refused(self, origin: str, note: Note) -> None:
        folder = self._path(origin).with_suffix(".refused")
        folder.mkdir(mode=0o700, exist_ok=True)
        path = folder / f"{hashlib.sha256(note.text.encode()).hexdigest()[:32]}.checkpoint"
        if not path.exists() and sum(1 for _ in folder.iterdir()) < MOST_KEPT:
            _write(path, note)

    def _keep(self, origin: str, note: Note) -> None:
        _write(self._path(origin), note)


def _write(path: Path, note: Note) -> None:
    """Put a note in place, whole and durable."""
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(str(note))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    place = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
