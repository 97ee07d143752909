"""Proofs, checked: what a receiver computes for itself (RFC 9162, 2.1.3.2 and 2.1.4.2)."""

from __future__ import annotations

from collections.abc import Sequence

from heeded.core.log.leaf import HASH
from heeded.core.log.tree import EMPTY_ROOT, Head, node_hash


def includes(head: Head, index: int, leaf: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the tree of this head holds `leaf` at `index` (from 0)."""
    if not 0 <= index < head.size or not _hashes(leaf, head.root, *proof):
        return False
    place, last, node = index, head.size - 1, leaf
    for sibling in proof:
        if not last:
            return False
        if place & 1 or place == last:
            node = node_hash(sibling, node)
            place, last = _risen(place, last)
        else:
            node = node_hash(node, sibling)
        place, last = place >> 1, last >> 1
    return not last and node == head.root


def consistent(old: Head, new: Head, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the new tree begins with every leaf of the old one, in its order."""
    if not 0 <= old.size <= new.size or not _hashes(old.root, new.root, *proof):
        return False
    if old.size == new.size:
        return not proof and old.root == new.root and (old.size > 0 or old.root == EMPTY_ROOT)
    if not old.size:
        return not proof and old.root == EMPTY_ROOT
    return _begins(old, new, proof)


def _begins(old: Head, new: Head, proof: Sequence[bytes]) -> bool:
    """The check of a proof between two trees of different sizes, neither of them empty."""
    path = list(proof) if old.size & (old.size - 1) else [old.root, *proof]
    if not path:
        return False
    place, last = old.size - 1, new.size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    before = after = path[0]
    for node in path[1:]:
        if not last:
            return False
        if place & 1 or place == last:
            before, after = node_hash(node, before), node_hash(node, after)
            place, last = _risen(place, last)
        else:
            after = node_hash(after, node)
        place, last = place >> 1, last >> 1
    return not last and before == old.root and after == new.root


def _risen(place: int, last: int) -> tuple[int, int]:
    """Both numbers, halved until the place is a right child or the first of its row."""
    while place and not place & 1:
        place, last = place >> 1, last >> 1
    return place, last


def _hashes(*values: bytes) -> bool:
    return all(len(value) == HASH for value in values)
