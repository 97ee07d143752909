"""The log's tree: Merkle hashes after RFC 6962, grown from its right edge alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from heeded.core.log.leaf import HASH

EMPTY_ROOT = hashlib.sha256().digest()
"""The root of a log without leaves."""
STEP = 8
"""Complete subtrees are stored at every eighth level: 8, 16, 24; level 0 are the leaves themselves."""

_NODE = hashlib.sha256(b"\x01")


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of a node over its two children: SHA-256(0x01, left, right)."""
    digest = _NODE.copy()
    digest.update(left + right)
    return digest.digest()


class Head(NamedTuple):
    """A tree's size and root, which belong together: a proof says nothing without both.

    A root alone does not tell the size: an honest proof for one size may also fit another, so a
    size is believed only where it was signed along with its root.
    """

    size: int
    root: bytes


class Node(NamedTuple):
    """A complete subtree: its level (2**level leaves), its place among those, and its hash."""

    level: int
    place: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Frontier:
    """The right edge of a tree: all that it takes to append to it and to tell its root.

    `hashes` are those of the complete subtrees into which the leaves fall, the largest first:
    one for each bit that is set in `size`, so at most 64.
    """

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.hashes) != self.size.bit_count():
            raise ValueError(
                f"a frontier of {self.size} leaves cannot have {len(self.hashes)} hashes: "
                "read it again, or rebuild it from the leaves"
            )
        if any(len(part) != HASH for part in self.hashes):
            raise ValueError(f"each hash of a frontier has {HASH} bytes: rebuild it from the leaves")

    @classmethod
    def unpacked(cls, size: int, packed: bytes) -> Frontier:
        """The frontier whose hashes were packed one after another."""
        if len(packed) % HASH:
            raise ValueError(f"packed hashes come to {len(packed)} bytes, which is no multiple of {HASH}")
        return cls(size, tuple(packed[start : start + HASH] for start in range(0, len(packed), HASH)))

    @property
    def packed(self) -> bytes:
        """Its hashes, one after another."""
        return b"".join(self.hashes)

    @property
    def root(self) -> bytes:
        """The root of the tree."""
        if not self.hashes:
            return EMPTY_ROOT
        *others, root = self.hashes
        for left in reversed(others):
            root = node_hash(left, root)
        return root

    @property
    def head(self) -> Head:
        """Its size and root."""
        return Head(self.size, self.root)

    def append(self, leaf_hashes: Iterable[bytes]) -> Frontier:
        """The frontier after these leaves, in this order."""
        return self.grown(leaf_hashes)[0]

    def grown(self, leaf_hashes: Iterable[bytes]) -> tuple[Frontier, list[Node]]:
        """The frontier after these leaves, and the subtrees that they complete and that are to be stored.

        Those are the complete ones at levels 8, 16, 24 and so on, each once, in order.
        """
        row = list(leaf_hashes)
        if any(len(leaf) != HASH for leaf in row):
            raise ValueError(f"a leaf's hash has {HASH} bytes")
        size = self.size + len(row)
        before, edge, stored = list(self.hashes), list[bytes](), list[Node]()
        for level in range(size.bit_length()):
            first = self.size >> level
            if level and not level % STEP:
                stored += [Node(level, first + place, node) for place, node in enumerate(row)]
            if first & 1:
                row.insert(0, before.pop())
            if len(row) & 1:
                edge.append(row.pop())
            row = _parents(row)
        return Frontier(size, tuple(reversed(edge))), stored

    def joined(self, after: Frontier) -> Frontier:
        """The frontier with the leaves of another behind its own.

        ValueError where they do not fall into subtrees of this one: its size must be a multiple of the
        least power of two that is not smaller than the other's.
        """
        if after.size and self.size % _whole_of(after):
            raise ValueError(
                f"{after.size} leaves cannot be joined whole to {self.size}: append them one by one"
            )
        hashes, size, rest = list(self.hashes), self.size, after.size
        for own in after.hashes:
            node, leaves = own, 1 << rest.bit_length() - 1
            rest -= leaves
            while size & leaves:
                node, size, leaves = node_hash(hashes.pop(), node), size - leaves, leaves * 2
            hashes.append(node)
            size += leaves
        return Frontier(size, tuple(hashes))


def folded(row: Sequence[bytes]) -> bytes:
    """The root of a complete subtree, from as many hashes of one level as a power of two."""
    nodes = list(row)
    while len(nodes) > 1:
        nodes = _parents(nodes)
    return nodes[0]


def _whole_of(part: Frontier) -> int:
    """How many leaves a complete subtree has into which as many fall as a frontier has."""
    return 1 << (part.size - 1).bit_length()


def _parents(row: list[bytes]) -> list[bytes]:
    """The nodes over a row of an even number of nodes."""
    halves = iter(row)
    return [node_hash(left, right) for left, right in zip(halves, halves, strict=True)]
