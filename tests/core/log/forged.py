"""Forgeries: an honest proof with something about it changed, and how many of them were believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import NamedTuple, TypeAlias

from heeded.core.log.check import consistent, includes
from heeded.core.log.proofs import consistency_proof, inclusion_proof, root_at
from heeded.core.log.tree import Head
from tests.core.log import plainly

LONGEST = 300


class Claim(NamedTuple):
    """What a proof is to show, of a leaf or of an older head, and the proof."""

    head: Head
    place: int
    leaf: bytes
    older: Head
    proof: tuple[bytes, ...]


Mutation: TypeAlias = Callable[[Claim, Random], Claim]


@cache
def log() -> tuple[plainly.Stored, Sequence[Head]]:
    """A log, and its head at each size."""
    stored = plainly.Stored()
    stored.append(plainly.leaves(LONGEST))
    return stored, [Head(size, root_at(size, stored)) for size in range(LONGEST + 1)]


def in_log(head: Head, index: int) -> Claim:
    """The honest claim that a leaf is in the log."""
    stored, heads = log()
    return Claim(head, index, stored.leaves[index], heads[0], inclusion_proof(index, head.size, stored))


def begins(head: Head, old: int) -> Claim:
    """The honest claim that the log begins with what it was."""
    stored, heads = log()
    return Claim(head, 0, b"", heads[old], consistency_proof(old, head.size, stored))


def bit(value: bytes, chance: Random) -> bytes:
    """The bytes with one bit changed; of no bytes, one more."""
    if not value:
        return b"\x00"
    changed = bytearray(value)
    changed[chance.randrange(len(value))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def with_proof(claim: Claim, *proof: bytes) -> Claim:
    """The claim with another proof."""
    return claim._replace(proof=proof)


def another_size(claim: Claim, chance: Random) -> Claim:
    """The head of another size."""
    return claim._replace(head=chance.choice(log()[1]))


def near_size(claim: Claim, chance: Random) -> Claim:
    """The head of the next size, or the one before."""
    size = claim.head.size + chance.choice((-1, 1))
    return claim._replace(head=log()[1][min(max(size, 0), LONGEST)])


def another_index(claim: Claim, chance: Random) -> Claim:
    """Another place, some of them outside the log."""
    step = chance.choice((1, -1, 2, -2, 256, claim.head.size, -claim.head.size))
    return claim._replace(place=claim.place + step)


def another_leaf(claim: Claim, chance: Random) -> Claim:
    """Another leaf of the log, a node of it, or a leaf of none."""
    choice = (
        chance.choice(log()[0].leaves),
        chance.choice(claim.proof or (bytes(32),)),
        chance.randbytes(32),
    )
    return claim._replace(leaf=chance.choice(choice))


def spoilt_leaf(claim: Claim, chance: Random) -> Claim:
    """One bit of the leaf."""
    return claim._replace(leaf=bit(claim.leaf, chance) if claim.leaf else b"")


def spoilt_root(claim: Claim, chance: Random) -> Claim:
    """One bit of the root."""
    return claim._replace(head=Head(claim.head.size, bit(claim.head.root, chance)))


def another_older(claim: Claim, chance: Random) -> Claim:
    """The head of another older log, honest or with one bit changed."""
    older = chance.choice((claim.older, *chance.sample(log()[1], 2)))
    return claim._replace(
        older=older._replace(root=bit(older.root, chance)) if chance.random() < 0.5 else older
    )


def spoilt_hash(claim: Claim, chance: Random) -> Claim:
    """One bit of one of the proof's hashes."""
    if not claim.proof:
        return claim
    place = chance.randrange(len(claim.proof))
    return with_proof(claim, *claim.proof[:place], bit(claim.proof[place], chance), *claim.proof[place + 1 :])


def cut(claim: Claim, chance: Random) -> Claim:
    """A proof without one of its hashes."""
    place = chance.randrange(len(claim.proof) + 1)
    return with_proof(claim, *claim.proof[:place], *claim.proof[place + 1 :])


def longer(claim: Claim, chance: Random) -> Claim:
    """A proof with one hash more: one of its own, the root, the leaf, or any."""
    place = chance.randrange(len(claim.proof) + 1)
    more = chance.choice((*claim.proof, claim.head.root, claim.older.root, chance.randbytes(32)))
    return with_proof(claim, *claim.proof[:place], more, *claim.proof[place:])


def turned(claim: Claim, chance: Random) -> Claim:
    """A proof whose hashes have changed places."""
    return with_proof(claim, *chance.sample(claim.proof, len(claim.proof)))


def resized_hash(claim: Claim, chance: Random) -> Claim:
    """A proof with its bytes cut into hashes elsewhere."""
    if len(claim.proof) < 2:
        return with_proof(claim, *(node[:-1] for node in claim.proof))
    place = chance.randrange(len(claim.proof) - 1)
    both = claim.proof[place] + claim.proof[place + 1]
    at = chance.choice((31, 33, 0, 64))
    return with_proof(claim, *claim.proof[:place], both[:at], both[at:], *claim.proof[place + 2 :])


def anothers_proof(claim: Claim, chance: Random) -> Claim:
    """The honest proof of another claim, of either kind."""
    head = chance.choice(log()[1][1:])
    other = chance.choice((in_log, begins))(head, chance.randrange(head.size))
    return with_proof(claim, *other.proof)


MUTATIONS: tuple[Mutation, ...] = (
    another_size,
    near_size,
    another_index,
    another_leaf,
    spoilt_leaf,
    spoilt_root,
    another_older,
    spoilt_hash,
    cut,
    longer,
    turned,
    resized_hash,
    anothers_proof,
)


@dataclass(slots=True)
class Tally:
    """How many forgeries were tried, by how they were made, and those that were believed."""

    tried: Counter[str] = field(default_factory=Counter)
    honest: int = 0
    believed: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take in another tally."""
        self.tried += other.tried
        self.honest += other.honest
        self.believed += other.believed
        self.refused += other.refused


def campaign(seed: int, forgeries: int) -> Tally:
    """So many forgeries of random honest proofs, each of which must hold, one or two changes in each."""
    chance, tally, heads = Random(seed), Tally(), log()[1]  # noqa: S311 - a draw that can be drawn again
    while tally.tried.total() < forgeries:
        head, of_leaf = chance.choice(heads[1:]), chance.random() < 0.5
        honest = (
            in_log(head, chance.randrange(head.size))
            if of_leaf
            else begins(head, chance.randrange(head.size + 1))
        )
        tally.honest += 1
        if not holds(honest, of_leaf=of_leaf):
            tally.refused.append(str(honest))
        for mutation in MUTATIONS:
            forged = mutation(honest, chance)
            if chance.random() < 0.3:
                forged = chance.choice(MUTATIONS)(forged, chance)
            if is_true(forged, of_leaf=of_leaf):
                continue
            kind = "a leaf is in the log" if of_leaf else "the log begins with an older one"
            tally.tried[f"{kind}: {mutation.__name__.replace('_', ' ')}"] += 1
            if holds(forged, of_leaf=of_leaf):
                tally.believed.append(f"{mutation.__name__}: {forged}")
    return tally


def holds(claim: Claim, *, of_leaf: bool) -> bool:
    """What the product says of a claim."""
    if of_leaf:
        return includes(claim.head, claim.place, claim.leaf, claim.proof)
    return consistent(claim.older, claim.head, claim.proof)


def is_true(claim: Claim, *, of_leaf: bool) -> bool:
    """Whether a claim is true and its proof the one that it has: then it is no forgery."""
    stored, heads = log()
    if not of_leaf and claim.older == heads[0] and claim.head.size:
        return not claim.proof  # every log begins with the empty one
    if claim.head != heads[min(claim.head.size, LONGEST)]:
        return False
    if of_leaf:
        inside = 0 <= claim.place < claim.head.size
        return inside and claim == in_log(claim.head, claim.place)._replace(older=claim.older)
    older = claim.older
    honest = older == heads[older.size] and older.size <= claim.head.size
    return honest and claim.proof == consistency_proof(older.size, claim.head.size, stored)
