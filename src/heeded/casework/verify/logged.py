"""What is verified, and against what: the log as the database tells it, and what others hold of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from heeded.core.log.checkpoint import Checkpoint, Witnessed
from heeded.core.log.receipt import Receipt


class Logged(NamedTuple):
    """A leaf of the log with its entry, as the database holds them now.

    `leaf` is the stored hash; `content` must be built anew from the entry's own columns, never read
    from a copy kept beside them. Where retention has destroyed it, `erased` is set and neither
    content nor salt is there. `entry` is the entry's id.
    """

    place: int
    entry: str
    leaf: bytes
    salt: bytes | None
    content: bytes | None
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is held outside the database, its signatures checked: checkpoints, and senders' receipts.

    `senders` are the agencies that hold receipts of their own, by name: whom to ask when entries are
    missing. Raises ValueError where it speaks of more than one log.
    """

    checkpoints: Sequence[Witnessed] = ()
    receipts: Sequence[Receipt] = ()
    senders: Sequence[str] = ()

    def __post_init__(self) -> None:
        origins = {seen.checkpoint.origin for seen in self.checkpoints}
        origins |= {receipt.origin for receipt in self.receipts}
        if len(origins) > 1:
            raise ValueError(f"this speaks of several logs, verify each alone: {', '.join(sorted(origins))}")

    def by_size(self) -> list[Witnessed]:
        """The checkpoints, the smallest first; of one size, those that enough witnesses saw first."""
        return sorted(self.checkpoints, key=lambda seen: (seen.checkpoint.size, not seen.quorum))

    def by_place(self) -> dict[int, list[Receipt]]:
        """The receipts by the leaf that they are for, each once."""
        found = dict[int, list[Receipt]]()
        for receipt in dict.fromkeys(self.receipts):
            found.setdefault(receipt.index, []).append(receipt)
        return found

    def forks(self) -> list[tuple[Checkpoint, Checkpoint]]:
        """Pairs of checkpoints that give one size two roots."""
        first, found = dict[int, Checkpoint](), list[tuple[Checkpoint, Checkpoint]]()
        for checkpoint in dict.fromkeys(seen.checkpoint for seen in self.by_size()):
            other = first.setdefault(checkpoint.size, checkpoint)
            if other != checkpoint:
                found.append((other, checkpoint))
        return found
