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


class Walk:
    """One reading of a log, which puts its counts into what was found."""

    def __init__(self, evidence: Evidence, found: Verified) -> None:
        self.size = 0
        self._found = found
        self._roots = Roots(evidence, found)
        self._receipts = HeldReceipts(evidence, found)
        self._erased = Erased(found)
        self._last = b""

    def faults(self, logged: Iterable[Logged]) -> Iterator[Fault]:
        """Every fault that the leaves and the evidence about them show."""
        yield from self._roots.at_this_size()
        receipts, roots = self._receipts, self._roots
        for row in logged:
            place, _, leaf, salt, content, erased = row
            if place != self.size:
                yield self._out_of_step(row)
                if place < self.size:
                    continue
                roots.give_up()
            if content is None or salt is None or erased or len(salt) != SALT:
                yield from self._without_content(row)
            elif leaf_hash(salt, content) != leaf:
                yield _altered(row)
            elif is_erasure(content):
                yield from self._erasure(row, content)
            self._last = content or self._last
            if place in receipts:
                yield from receipts.against(row)
            self.size = self._found.leaves = place + 1
            if roots.take(row):
                yield from roots.at_this_size()
        yield from self._erased.faults()
        yield from receipts.beyond()
        roots.end()

    def last_received(self) -> int | None:
        """When the last entry that is held was received (seconds UTC), where its content says."""
        try:
            return erasure_of(self._last).at if is_erasure(self._last) else entry_of(self._last).received
        except ValueError:
            return None

    def _out_of_step(self, row: Logged) -> Fault:
        if row.place < self.size:
            says = f"The entry {row.entry} stands as leaf {row.place:,}, a place that was already read."
            return Fault(how=How.ORDER, place=row.place, entry=row.entry, says=says)
        lacking = row.place - self.size
        leaves = (
            f"Leaf {self.size:,} is" if lacking == 1 else f"Leaves {self.size:,} to {row.place - 1:,} are"
        )
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
