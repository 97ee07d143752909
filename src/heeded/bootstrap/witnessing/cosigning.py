"""Being a witness of others' logs: a folder with one's own seal, their keys, and what was last seen."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from heeded.adapters.seals import Witness, open_seal
from heeded.adapters.seals.cosigner import LARGEST, Answer, Cosigner
from heeded.adapters.seals.key_folder import public_keys
from heeded.core.log.checkpoint import Checkpoint
from heeded.core.log.note import Kind, VerifierKey

FOLDER = "HEEDED_WITNESS_FOLDER"
"""Where a witness keeps its own; nothing of a record stands there but sizes, hashes and signatures."""

__all__ = ["FOLDER", "LARGEST", "Answer", "Seen", "begin_anew", "cosigner", "key", "seen", "trust"]


@dataclass(frozen=True, slots=True)
class Seen:
    """A log that is witnessed here, the last checkpoint seen of it, and how many were refused."""

    last: Checkpoint
    refused: int


def folder() -> Path:
    """The witness's folder, made 0700: `HEEDED_WITNESS_FOLDER`, or `.heeded-witness` at home."""
    place = Path(os.environ.get(FOLDER) or Path.home() / ".heeded-witness").absolute()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def key(name: str = "") -> VerifierKey:
    """The witness's public key, made under a name at first use.

    ValueError where there is none yet and no name is given, or where it has another name.
    """
    known = public_keys(_seal())
    if not (known or name):
        raise ValueError("this witness has no key yet: give it a name, such as police.example/heeded")
    return open_seal(_seal(), name or known[0].name).key(Kind.COSIGNATURE)


def trust(written: str) -> VerifierKey:
    """Witness the log of a public key from now on; ValueError where the text is no log's key."""
    given = VerifierKey.parse(written)
    if given.kind is not Kind.NOTE:
        raise ValueError("that is a witness's key: give the log's, which `heeded verify --key` prints there")
    if given not in _logs():
        with _file().open("a", encoding="utf-8") as file:
            file.write(f"{given}\n")
            file.flush()
            os.fsync(file.fileno())
    return given


def cosigner() -> Cosigner:
    """This witness, ready to answer; ValueError where it has no key yet."""
    return Cosigner(_witness(), _logs())


def seen() -> list[Seen]:
    """Every log that is witnessed here, in the order of their names."""
    witness = _witness()
    names = sorted({each.name for each in _logs()})
    return [Seen(witness.last_seen(name), len(witness.refused(name))) for name in names]


def begin_anew(origin: str, second: int) -> Path:
    """Take a log as it is now shown, whatever was seen of it before; where that is kept, with the second.

    FileNotFoundError where nothing was seen of it.
    """
    return _witness().forget(origin, second)


def _witness() -> Witness:
    return Witness(open_seal(_seal(), key().name), folder() / "seen")


def _logs() -> tuple[VerifierKey, ...]:
    if not _file().exists():
        return ()
    return tuple(VerifierKey.parse(line) for line in _file().read_text("utf-8").splitlines() if line.strip())


def _seal() -> Path:
    return folder() / "seal"


def _file() -> Path:
    return folder() / "logs"
