"""Erasures held against what is erased: each must be told in the log, and each told must be done."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.casework.verify.found import Fault, How, Verified
from heeded.core.log.erasure import Erasure
from heeded.core.log.leaf import Logged


class Erased:
    """Which leaves are marked as erased, and which the log says were."""

    def __init__(self, found: Verified) -> None:
        self._found = found
        self._marked = dict[int, str]()
        self._told = set[int]()

    def marked(self, row: Logged) -> Iterator[Fault]:
        """Take in a leaf that is marked as erased; a fault where something of it is still held."""
        self._marked[row.place] = row.entry
        self._found.erased += 1
        if row.content is not None or row.salt is not None:
            what = "content" if row.content is not None else "salt"
            says = f"The entry {row.entry} (leaf {row.place:,}) is marked as erased, but its {what} is held."
            yield Fault(how=How.NOT_ERASED, place=row.place, entry=row.entry, says=says)

    def told(self, place: int, erasure: Erasure) -> None:
        """Take in an erasure that stands in the log at a place; it can only speak of earlier leaves."""
        self._told.update(leaf for leaf in erasure.leaves if leaf < place)
        self._found.erasures.append(erasure)

    def faults(self) -> Iterator[Fault]:
        """Once all is read: what is erased but untold, and what is told but not erased."""
        for place in sorted(self._marked.keys() - self._told):
            entry = self._marked[place]
            says = (
                f"The entry {entry} (leaf {place:,}) is marked as erased, but no erasure in the log names it."
            )
            yield Fault(how=How.ERASURE_UNTOLD, place=place, entry=entry, says=says)
        for place in sorted(self._told - self._marked.keys()):
            says = f"Leaf {place:,} was to be erased, but is not marked as erased: run retention again."
            yield Fault(how=How.NOT_ERASED, place=place, says=says)
