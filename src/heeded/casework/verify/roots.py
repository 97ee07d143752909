"""The roots of the log as it is walked, against every checkpoint of its size."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.casework.verify.evidence import Evidence
from heeded.casework.verify.found import Fault, How, Verified
from heeded.core.log.leaf import HASH, Logged
from heeded.core.log.stretch import Stretch
from heeded.core.log.tree import Frontier


class Roots:
    """The tree so far, and the checkpoints that are still ahead."""

    def __init__(self, evidence: Evidence, found: Verified) -> None:
        self._found = found
        self._ahead = evidence.by_size()[::-1]
        self._tree = Frontier()
        self._whole = True
        self._differs = False
        self._entry_at = dict[int, str]()

    def name(self, place: int, entry: str) -> None:
        """Note which entry stands at a place from which on something may have changed."""
        self._entry_at[place] = entry

    def take(self, row: Logged) -> Iterator[Fault]:
        """Take in the next leaf, and compare the root with what was signed at that size."""
        if self._whole and len(row.leaf) != HASH:
            self.give_up()
        if self._whole:
            self._tree = self._tree.append([row.leaf])
            yield from self.at_this_size()

    def join(self, stretch: Stretch, tree: Frontier) -> Iterator[Fault]:
        """Take in a whole stretch, and compare the root at each size that was asked for."""
        if not self._whole:
            return
        before = self._tree
        for part in stretch.at.values():
            self._tree = before.joined(part)
            yield from self.at_this_size()
        self._tree = before.joined(tree)

    def give_up(self) -> None:
        """Leave the rest uncompared: without a leaf, no later root can be computed."""
        self._whole = False
        self._found.unchecked += len(self._ahead)
        self._ahead = []

    def end(self) -> None:
        """Put the size and root of the whole log into what was found."""
        self._found.head = self._tree.head if self._whole else None

    def at_this_size(self) -> Iterator[Fault]:
        """Compare the root with the checkpoints of the present size; only the first change is told."""
        if not self._ahead or self._ahead[-1].checkpoint.size != self._tree.size:
            return
        size, root = self._tree.head
        while self._ahead and self._ahead[-1].checkpoint.size == size:
            seen = self._ahead.pop()
            if self._differs or self._found.signed_to == size > 0:
                continue
            if seen.checkpoint.root != root:
                self._differs = True
                yield self._change(size, self._found.vouched_to(quorum=seen.quorum))
            else:
                self._found.signed_to = size
                self._found.witnessed_to = size if seen.quorum else self._found.witnessed_to

    def _change(self, size: int, since: int) -> Fault:
        """That something changed since the last size that is vouched for."""
        entry = self._entry_at.get(since, "")
        where = f"leaf {since:,}" if size == since + 1 else f"one of the leaves {since:,} to {size - 1:,}"
        says = (
            f"The log of {size:,} leaves is not the one that was signed: {where} was altered together with "
            f"its hash, or leaves changed places. The first of them holds the entry {entry}. "
            "Receipts, and checkpoints of sizes between, tell more exactly."
        )
        return Fault(how=How.ROOT, place=since, before=size, entry=entry, says=says)
