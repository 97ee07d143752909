"""The tree as RFC 6962 defines it, written as it reads there: what the log's own code is held to."""

from collections.abc import Sequence
from hashlib import sha256

from heeded.core.log.tree import STEP, Frontier


def leaves(count: int, name: str = "leaf") -> list[bytes]:
    """So many different hashes."""
    return [sha256(f"{name} {place}".encode()).digest() for place in range(count)]


def split(count: int) -> int:
    """The greatest power of two below a number of leaves."""
    half = 1
    while half * 2 < count:
        half *= 2
    return half


def root(row: Sequence[bytes]) -> bytes:
    """MTH of section 2.1, over hashes of leaves."""
    if not row:
        return sha256(b"").digest()
    if len(row) == 1:
        return row[0]
    half = split(len(row))
    return sha256(b"\x01" + root(row[:half]) + root(row[half:])).digest()


def path(index: int, row: Sequence[bytes]) -> list[bytes]:
    """PATH of section 2.1.1."""
    if len(row) == 1:
        return []
    half = split(len(row))
    if index < half:
        return [*path(index, row[:half]), root(row[half:])]
    return [*path(index - half, row[half:]), root(row[:half])]


def between(old: int, row: Sequence[bytes], *, whole: bool = True) -> list[bytes]:
    """SUBPROOF of section 2.1.2."""
    if old == len(row):
        return [] if whole else [root(row)]
    half = split(len(row))
    if old <= half:
        return [*between(old, row[:half], whole=whole), root(row[half:])]
    return [*between(old - half, row[half:], whole=False), root(row[:half])]


class Stored:
    """What a log stores: its leaves, and the complete subtrees that `grown` hands out."""

    def __init__(self) -> None:
        self.leaves = list[bytes]()
        self.nodes = dict[tuple[int, int], bytes]()
        self.frontier = Frontier()
        self.read = 0

    def append(self, row: Sequence[bytes]) -> None:
        """Take in leaves, and store what they complete."""
        self.frontier, nodes = self.frontier.grown(row)
        self.leaves += row
        for level, place, node in nodes:
            assert level % STEP == 0
            assert (level, place) not in self.nodes
            self.nodes[level, place] = node

    def __call__(self, level: int, first: int, count: int) -> Sequence[bytes]:
        """Read stored hashes."""
        self.read += count
        if level == 0:
            return self.leaves[first : first + count]
        return [self.nodes[level, place] for place in range(first, first + count)]
