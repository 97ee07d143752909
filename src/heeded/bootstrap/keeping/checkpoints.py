"""Checkpoints of the log, kept outside the database, where witnesses find them and put their own name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from heeded.adapters.seals import Verifiers, Witnesses
from heeded.adapters.seals.key_folder import public_keys
from heeded.bootstrap import sealing
from heeded.bootstrap.secret import folder
from heeded.bootstrap.settings_names import CHECKPOINTS
from heeded.casework.verify import Evidence
from heeded.core.chronology.when import local
from heeded.core.log.checkpoint import Checkpoint, Witnessed
from heeded.core.log.note import Note, VerifierKey

LATEST, WITNESSES = "latest.checkpoint", "witnesses"
"""In the folder of checkpoints: the newest one, and a file with a witness on each line: key and address."""


class RolledBack(Exception):  # noqa: N818 - named for what is the case
    """The log is shorter than a checkpoint that it signed: the database is an old backup, or was cut."""


@dataclass(frozen=True, slots=True)
class Trusted:
    """A witness that is trusted: its key, and the address to which checkpoints are brought, if any."""

    key: VerifierKey
    url: str = ""


def checkpoint_folders() -> tuple[Path, ...]:
    """Where checkpoints are kept: in the deployment's own folder and, if named, in one elsewhere."""
    elsewhere = os.environ.get(CHECKPOINTS)
    return (folder() / "checkpoints", *([Path(elsewhere)] if elsewhere else []))


def export(now: int) -> str:
    """Sign a checkpoint if the log has grown, and keep the newest (and the day's) in every folder.

    Gives the note. `now` is in seconds UTC. OSError where a folder cannot be written.
    """
    note = sealing.proving().checkpoint(now, older=0)
    keep(note, now)
    return note


def keep(note: str, now: int) -> None:
    """Keep a checkpoint as the newest, and as the day's, in every folder.

    RolledBack, and nothing is overwritten, where a greater one is kept there that this log signed.
    """
    size = Checkpoint.parse(Note.parse(note).text).size
    for place in checkpoint_folders():
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        _must_not_shrink(place / LATEST, size)
        for name in (LATEST, f"{local(now):%Y-%m-%d}.checkpoint"):
            fresh = place / f".{name}.{os.getpid()}.new"
            fresh.write_text(note, "utf-8")
            fresh.replace(place / name)


def _must_not_shrink(path: Path, size: int) -> None:
    if not path.exists():
        return
    try:
        kept = verifiers().checkpoint(path.read_text("utf-8")).checkpoint
    except ValueError:  # it is not this log's, or damaged: heeded verify says so
        return
    if kept.size > size:
        raise RolledBack(
            f"the log has {size:,} entries, but {path} shows that it had {kept.size:,}: the database may be "
            "an old backup. Run heeded verify, and ask the agencies to send again what they hold receipts "
            "for. Once that is settled, give the file another name"
        )


def evidence(receipts: Iterable[Path], checkpoints: Iterable[Path]) -> Evidence:
    """What is held outside the database: the folders' checkpoints, these too, and senders' receipts.

    ValueError names the file that cannot be believed, and why.
    """
    checks = verifiers()
    held = [path for place in checkpoint_folders() for path in sorted(place.glob("*.checkpoint"))]
    return Evidence(
        checkpoints=[_believed(path, checks) for path in (*held, *checkpoints)],
        receipts=[checks.receipt(written) for path in receipts for written in _receipts(path)],
    )


def witnesses() -> tuple[Trusted, ...]:
    """The witnesses that the folders of checkpoints name; ValueError says which line cannot be read."""
    written = [
        line
        for place in checkpoint_folders()
        if (place / WITNESSES).exists()
        for line in (place / WITNESSES).read_text("utf-8").splitlines()
        if line.strip()
    ]
    found = {trusted.key: trusted for trusted in map(_trusted, written)}
    return tuple(found.values())


def verifiers() -> Verifiers:
    """The log's keys from the deployment's folder, and its witnesses: more than half must have signed."""
    sealing.seal()
    keys = tuple(trusted.key for trusted in witnesses())
    trusted = Witnesses(keys, len(keys) // 2 + 1) if keys else Witnesses()
    return Verifiers(public_keys(folder() / sealing.SEAL), trusted)


def _trusted(line: str) -> Trusted:
    key, _, url = line.strip().partition(" ")
    try:
        return Trusted(VerifierKey.parse(key), url.strip())
    except ValueError as wrong:
        raise ValueError(f"the file {WITNESSES} beside the checkpoints: {wrong}") from wrong


def _believed(path: Path, checks: Verifiers) -> Witnessed:
    try:
        return checks.checkpoint(path.read_text("utf-8"))
    except ValueError as wrong:
        raise ValueError(f"{path}: {wrong}") from wrong


def _receipts(path: Path) -> Iterator[str]:
    """The receipts in a file: one, or one a line."""
    text = path.read_text("utf-8").strip()
    if "\n" in text and all(line.strip().startswith("{") for line in text.splitlines() if line.strip()):
        yield from (line for line in text.splitlines() if line.strip())
    else:
        yield text
