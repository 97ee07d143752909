"""What a log is verified against: what others hold of it, outside its database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from heeded.core.log.checkpoint import Checkpoint, Witnessed
from heeded.core.log.receipt import Receipt


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
