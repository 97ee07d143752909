"""Proofs, made: that a leaf is in the tree, and that one tree begins with another (RFC 6962, 2.1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from heeded.core.log.canonical import canonical
from heeded.core.log.leaf import HASH
from heeded.core.log.strict import from_base64, read_object, to_base64, typed
from heeded.core.log.tree import EMPTY_ROOT, STEP, folded, node_hash

VERSION = "heeded-proof/1"


class Nodes(Protocol):
    """Reads stored hashes: `count` of them from place `first` on, at a level that is stored.

    Level 0 are the hashes of the leaves; 8, 16, 24 are what `Frontier.grown` gave to be stored.
    One proof asks at most twice for each bit of the tree's size, and for at most 255 hashes a level.
    """

    def __call__(self, level: int, first: int, count: int) -> Sequence[bytes]:
        """The hashes, in order; fewer where some are not stored."""


def root_at(size: int, nodes: Nodes) -> bytes:
    """The root of the tree when it had so many leaves."""
    return _span(0, size, nodes) if size else EMPTY_ROOT


def inclusion_proof(index: int, size: int, nodes: Nodes) -> tuple[bytes, ...]:
    """The hashes that lead from leaf `index` (from 0) to the root of the tree of `size` leaves."""
    if not 0 <= index < size:
        raise ValueError(f"a tree of {size} leaves has no leaf {index}")
    low, high, path = 0, size, list[bytes]()
    while high - low > 1:
        middle = low + _left(high - low)
        if index < middle:
            path.append(_span(middle, high, nodes))
            high = middle
        else:
            path.append(_span(low, middle, nodes))
            low = middle
    return tuple(reversed(path))


def consistency_proof(old: int, size: int, nodes: Nodes) -> tuple[bytes, ...]:
    """The hashes that show the tree of `size` leaves to begin with the tree of `old` leaves.

    It is empty where the old tree is empty or the same.
    """
    if not 0 <= old <= size:
        raise ValueError(f"a tree of {size} leaves cannot begin with one of {old}")
    if old in (0, size):
        return ()
    low, high, path, whole = 0, size, list[bytes](), True
    while old != high:
        middle = low + _left(high - low)
        if old <= middle:
            path.append(_span(middle, high, nodes))
            high = middle
        else:
            path.append(_span(low, middle, nodes))
            low, whole = middle, False
    if not whole:
        path.append(_span(low, high, nodes))
    return tuple(reversed(path))


def _left(leaves: int) -> int:
    """How many of so many leaves fall to the left child: the greatest power of two below."""
    return 1 << (leaves - 1).bit_length() - 1


def _span(low: int, high: int, nodes: Nodes) -> bytes:
    """The hash over leaves `low` up to `high`, where `low` is where a subtree of that width begins."""
    peaks = []
    while low < high:
        level = (high - low).bit_length() - 1
        peaks.append(_complete(level, low >> level, nodes))
        low += 1 << level
    *others, root = peaks
    for left in reversed(others):
        root = node_hash(left, root)
    return root


def _complete(level: int, index: int, nodes: Nodes) -> bytes:
    """The hash of a complete subtree, from the stored level at or below it."""
    above = level % STEP
    first, count = index << above, 1 << above
    row = nodes(level - above, first, count)
    if len(row) != count or any(len(node) != HASH for node in row):
        raise ValueError(
            f"the log's stored hashes are not all there: level {level - above}, {first} to "
            f"{first + count - 1}; run the verification to see what is missing"
        )
    return folded(row)


def proof_json(proof: Sequence[bytes]) -> str:
    """A proof as it is handed to others; what it is of, the checkpoints and the receipt say."""
    return canonical({"hashes": [to_base64(node) for node in proof], "version": VERSION}).decode()


def proof_of(written: str) -> tuple[bytes, ...]:
    """The proof that `proof_json` wrote; raises ValueError for anything else."""
    told = read_object(written, ("hashes", "version"))
    if told["version"] != VERSION:
        raise ValueError(f"this is not a proof of {VERSION}, but of {told['version']!r:.60}")
    hashes = [typed(node, str, "a hash") for node in typed(told["hashes"], list, "hashes")]
    return tuple(from_base64(node, "a hash") for node in hashes)
