"""The walk along the log: each leaf hashed anew, each root computed at the sizes that were signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from heeded.casework.verify.erased import Erased
from heeded.casework.verify.evidence import Evidence
from heeded.casework.verify.found import Fault, How, Verified
from heeded.casework.verify.held import HeldReceipts
from heeded.casework.verify.roots import Roots
from heeded.core.log.erasure import erasure_of, is_erasure
from heeded.core.log.leaf import SALT, Logged, leaf_hash
from heeded.core.log.reading import entry_of
from heeded.core.log.stretch import Asked, Stood, Stretch
from heeded.core.log.tree import Frontier


class Walk:
    """One reading of a log, which puts its counts into what was found."""

    def __init__(self, evidence: Evidence, found: Verified) -> None:
        self.size = 0
        self._found = found
        self._roots = Roots(evidence, found)
        self._receipts = HeldReceipts(evidence, found)
        self._erased = Erased(found)
        self._last = b""

    def asked(self, sizes: Iterable[int]) -> Asked:
        """What is asked of the log beside its leaves: its roots at some sizes, and what receipts are for."""
        return Asked(sizes, self._receipts.places)

    def faults(self, stretches: Iterable[Stretch]) -> Iterator[Fault]:
        """Every fault that the leaves and the evidence about them show."""
        yield from self._roots.at_this_size()
        for stretch in stretches:
            if stretch.tree is not None and stretch.first == self.size:
                yield from self._whole(stretch, stretch.tree)
            elif stretch.tree is not None and stretch.end > stretch.first:
                yield self._missing(stretch.first)
                yield from self._whole(stretch, stretch.tree)
            else:
                yield from self._row_by_row(stretch)
        yield from self._erased.faults()
        yield from self._receipts.beyond()
        self._roots.end()

    def _whole(self, stretch: Stretch, tree: Frontier) -> Iterator[Fault]:
        """A stretch without a gap: of the rows that are not plainly sound each, of the others the roots."""
        for row in stretch.noted:
            yield from self._row(row)
        for place, stood in stretch.stood.items():
            self._roots.name(place, stood.entry)
            yield from self._receipts.against(place, stood)
        self._last = stretch.last or self._last
        self.size = self._found.leaves = stretch.end
        yield from self._roots.join(stretch, tree)

    def _row_by_row(self, stretch: Stretch) -> Iterator[Fault]:
        """A stretch in which leaves are missing, stand twice or have no hash."""
        for row in stretch.noted:
            if row.place < self.size:
                says = f"The entry {row.entry} stands as leaf {row.place:,}, a place that was already read."
                yield Fault(how=How.ORDER, place=row.place, entry=row.entry, says=says)
                continue
            if row.place > self.size:
                yield self._missing(row.place)
            yield from self._row(row)
            self._last = row.content or self._last
            self._roots.name(row.place, row.entry)
            yield from self._receipts.against(row.place, Stood(row.entry, row.leaf))
            self.size = self._found.leaves = row.place + 1
            yield from self._roots.take(row)

    def _row(self, row: Logged) -> Iterator[Fault]:
        """A leaf, hashed anew from its entry's own words."""
        _, _, leaf, salt, content, erased = row
        if content is None or salt is None or erased or len(salt) != SALT:
            yield from self._without_content(row)
        elif leaf_hash(salt, content) != leaf:
            yield _altered(row)
        elif is_erasure(content):
            yield from self._erasure(row, content)

    def last_received(self) -> int | None:
        """When the last entry that is held was received (seconds UTC), where its content says."""
        try:
            return erasure_of(self._last).at if is_erasure(self._last) else entry_of(self._last).received
        except ValueError:
            return None

    def _missing(self, place: int) -> Fault:
        """That leaves before a place are missing; from here on no root can be computed."""
        self._roots.give_up()
        one = place - self.size == 1
        leaves = f"Leaf {self.size:,} is" if one else f"Leaves {self.size:,} to {place - 1:,} are"
        return Fault(
            how=How.MISSING, place=self.size, says=f"{leaves} missing: a row of the log was deleted."
        )

    def _without_content(self, row: Logged) -> Iterator[Fault]:
        """A leaf whose content is not there, or should not be, or lacks its salt."""
        if row.erased:
            yield from self._erased.marked(row)
        elif row.content is None:
            says = f"Leaf {row.place:,} sealed the entry {row.entry}, which is gone and was not erased."
            yield Fault(how=How.ENTRY_GONE, place=row.place, entry=row.entry, says=says)
        else:
            yield _altered(row)

    def _erasure(self, row: Logged, content: bytes) -> Iterator[Fault]:
        try:
            self._erased.told(row.place, erasure_of(content))
        except ValueError as wrong:
            says = f"Leaf {row.place:,} seals an erasure that cannot be read: {wrong}."
            yield Fault(how=How.CONTENT, place=row.place, entry=row.entry, says=says)


def _altered(row: Logged) -> Fault:
    says = f"The entry {row.entry} (leaf {row.place:,}) is not what was sealed: it was altered."
    return Fault(how=How.CONTENT, place=row.place, entry=row.entry, says=says)
