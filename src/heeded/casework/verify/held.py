"""The receipts that senders hold, against the leaves that they are for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from heeded.casework.verify.evidence import Evidence
from heeded.casework.verify.found import Fault, How, Verified
from heeded.core.chronology.when import local
from heeded.core.log.receipt import Receipt
from heeded.core.log.stretch import Stood


class HeldReceipts:
    """Receipts by the place of their leaf, until it has been read."""

    def __init__(self, evidence: Evidence, found: Verified) -> None:
        self._found = found
        self._waiting = evidence.by_place()

    @property
    def places(self) -> Iterable[int]:
        """The places of which a receipt still waits for its leaf."""
        return self._waiting.keys()

    def against(self, place: int, stood: Stood) -> Iterator[Fault]:
        """Hold what stands at a place against the receipts for it, if there are any."""
        for receipt in self._waiting.pop(place, ()):
            self._found.receipts += 1
            if (receipt.leaf, receipt.entry) != (stood.leaf, stood.entry):
                says = (
                    f"Leaf {place:,} (the entry {stood.entry}) is not the one of which a sender holds a "
                    f"receipt: {_told(receipt)}. It was replaced; ask the sender for what was sent."
                )
                yield Fault(how=How.RECEIPT, place=place, entry=receipt.entry, says=says)

    def beyond(self) -> Iterator[Fault]:
        """Once all is read: receipts for leaves that the log does not have."""
        for place in sorted(self._waiting):
            for receipt in self._waiting[place]:
                self._found.receipts += 1
                says = (
                    f"The log has no leaf {place:,}, but a sender holds a receipt for it: {_told(receipt)}."
                )
                yield Fault(how=How.RECEIPT, place=place, entry=receipt.entry, says=says)


def _told(receipt: Receipt) -> str:
    return f"the entry {receipt.entry}, received at {local(receipt.received):%Y-%m-%d %H:%M}"
