"""Check a receipt: whether the log still holds, unaltered, what its record once signed for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from heeded.casework.ports.verifying import Believing, Places
from heeded.core.log.check import includes
from heeded.core.log.receipt import Receipt, receipt_note
from heeded.core.log.stretch import Stretch


class Tells(StrEnum):
    """What a receipt, held against the log, tells."""

    HOLDS = "the log holds it, unaltered"
    ERASED = "its content was erased under a rule; the log still holds its place"
    UNREADABLE = "this is no receipt"
    NOT_SIGNED = "this log did not sign it"
    SHORTER = "the log is not so long as when it signed this"
    ANOTHER = "something else stands at its place"
    ALTERED = "what stands at its place is not what was sealed"
    NOT_PROVEN = "its place is not under the log's signed checkpoint"


FINE = frozenset({Tells.HOLDS, Tells.ERASED})
"""What tells that nothing was altered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a receipt tells, and the checkpoint under which its place stands.

    `size` is how long the log of that checkpoint is, `seen` which witnesses signed it and when (seconds
    UTC), `quorum` whether they are enough. `why` says what is wrong with a receipt that cannot be believed.
    """

    tells: Tells
    receipt: Receipt | None = None
    size: int = 0
    seen: tuple[tuple[str, int], ...] = ()
    quorum: bool = False
    why: str = ""

    @property
    def fine(self) -> bool:
        """Whether nothing was altered."""
        return self.tells in FINE


def check_receipt(written: str, places: Places, believing: Believing, now: int) -> Checked:
    """Hold a receipt against the log: its signature, the leaf at its place hashed anew, and the proof.

    The proof leads from the leaf to a checkpoint that the log signed (RFC 9162, 2.1.3). Nothing that the
    database says is believed for its own sake.
    """
    try:
        note = receipt_note(written)
    except ValueError as wrong:
        return Checked(tells=Tells.UNREADABLE, why=str(wrong))
    try:
        receipt = believing.receipt(note)
    except ValueError as wrong:
        return Checked(tells=Tells.NOT_SIGNED, why=str(wrong))
    stretch = places.at(receipt.index)
    if stretch is None:
        return Checked(tells=Tells.SHORTER, receipt=receipt)
    tells = _stands(receipt, stretch)
    if tells not in FINE:
        return Checked(tells=tells, receipt=receipt)
    proof, signed = places.included(receipt.index, now)
    try:
        witnessed = believing.checkpoint(signed)
    except ValueError as wrong:
        return Checked(tells=Tells.NOT_PROVEN, receipt=receipt, why=str(wrong))
    head = witnessed.checkpoint.head
    if not includes(head, receipt.index, receipt.leaf, proof):
        tells = Tells.NOT_PROVEN
    return Checked(tells=tells, receipt=receipt, size=head.size, seen=witnessed.seen, quorum=witnessed.quorum)


def _stands(receipt: Receipt, stretch: Stretch) -> Tells:
    """What stands at the receipt's place, its content hashed anew."""
    stood = stretch.stood.get(receipt.index)
    if stood is None:
        return Tells.ALTERED
    if stood.leaf != receipt.leaf or stood.entry != receipt.entry:
        return Tells.ANOTHER
    if not stretch.noted:
        return Tells.HOLDS
    erased = all(row.erased and row.content is None for row in stretch.noted)
    return Tells.ERASED if erased else Tells.ALTERED
