"""A stretch of the log, read and hashed anew: what of it is plainly sound, and what must be looked at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from heeded.core.log.erasure import is_erasure
from heeded.core.log.leaf import HASH, SALT, Logged, leaf_hash
from heeded.core.log.tree import Frontier


class Asked:
    """What is asked of a log beside its leaves: its roots at some sizes, and the leaves at some places."""

    def __init__(self, sizes: Iterable[int] = (), places: Iterable[int] = ()) -> None:
        self._sizes = sorted(set(sizes))
        self._places = sorted({0, *self._sizes, *places})

    def sizes(self, first: int, end: int) -> Sequence[int]:
        """The sizes beyond `first` up to `end`, in order."""
        return self._sizes[bisect_left(self._sizes, first + 1) : bisect_left(self._sizes, end + 1)]

    def places(self, first: int, end: int) -> Sequence[int]:
        """The places from `first` on and before `end`, in order."""
        return self._places[bisect_left(self._places, first) : bisect_left(self._places, end)]


class Stood(NamedTuple):
    """What stands at a place of the log: the entry's id, and the stored hash of the leaf."""

    entry: str
    leaf: bytes


@dataclass(frozen=True, slots=True)
class Stretch:
    """The leaves from the place `first` on and before `end`.

    Where each is there once, in order and with a hash, `tree` holds them: `at` a size that was asked
    for, the frontier of the leaves so far; at the end that of all. Otherwise it is None, and every
    row is `noted`. `noted` are else the rows that do not plainly hold what they seal, and erasures.
    `stood` is what stands at the places that were asked for. `last` is the content that was last read.
    """

    first: int
    end: int
    noted: Sequence[Logged]
    tree: Frontier | None = None
    at: Mapping[int, Frontier] = field(default_factory=dict)
    stood: Mapping[int, Stood] = field(default_factory=dict)
    last: bytes = b""

    @classmethod
    def whole(
        cls,
        first: int,
        leaves: Sequence[bytes],
        asked: Asked,
        *,
        entries: Sequence[str],
        noted: Sequence[Logged] = (),
        last: bytes = b"",
    ) -> Stretch:
        """A stretch without a gap, of leaves' hashes and entries, with those noted and what was read last."""
        end, tree, done, at = first + len(leaves), Frontier(), 0, dict[int, Frontier]()
        for size in asked.sizes(first, end):
            tree, done = tree.append(leaves[done : size - first]), size - first
            at[size] = tree
        stood = {
            place: Stood(entries[place - first], leaves[place - first]) for place in asked.places(first, end)
        }
        return cls(first, end, noted, tree.append(leaves[done:]), at, stood, last)

    @classmethod
    def of(cls, first: int, rows: Sequence[Logged], asked: Asked) -> Stretch:
        """The stretch that some rows of the log are, which should begin at a place; each is hashed anew."""
        in_step = all(row.place == place for place, row in enumerate(rows, first))
        if not in_step or any(len(row.leaf) != HASH for row in rows):
            return cls(first, max((row.place + 1 for row in rows), default=first), rows)
        return cls.whole(
            first,
            [row.leaf for row in rows],
            asked,
            entries=[row.entry for row in rows],
            noted=[row for row in rows if not is_plain(row)],
            last=next((row.content for row in reversed(rows) if row.content), b""),
        )


def is_plain(row: Logged) -> bool:
    """Whether a leaf plainly seals what its entry now says, and is no erasure."""
    _, _, leaf, salt, content, erased = row
    if content is None or salt is None or erased or len(salt) != SALT:
        return False
    return leaf_hash(salt, content) == leaf and not is_erasure(content)
