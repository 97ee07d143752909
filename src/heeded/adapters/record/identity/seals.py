"""Sealed adoptions, as whoever links people heeds them: two identities never become one, nor one family.

The table holds keyed digests and no id, so that nothing in the database leads from one to the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Parted:
    """Those of some persons on whose side an identity was sealed: the old one's, and the new one's."""

    old: frozenset[UUID]
    new: frozenset[UUID]


def parted(tx: Transaction, naming: Naming, persons: Iterable[UUID]) -> Parted | None:
    """Whom a seal keeps apart among some persons and their families; None where nothing does.

    Asked in the scope that finds people.
    """
    wanted = sorted(set(persons))
    if not wanted or not tx.rows("identity", "any_seal"):
        return None
    families: dict[UUID, UUID] = dict(tx.rows("identity", "family_of_each", wanted))
    members: dict[UUID, UUID] = dict(tx.rows("identity", "members", sorted(set(families.values()))))
    sides = {
        naming.sealed(str(subject)): members[person]
        for subject, person in tx.rows("families", "subjects", list(members))
    }
    digests = list(sides)
    for old, new in tx.rows("identity", "sealed_among", digests, digests):
        old_family, new_family = sides[bytes(old)], sides[bytes(new)]
        return Parted(
            frozenset(person for person in wanted if families.get(person) == old_family),
            frozenset(person for person in wanted if families.get(person) == new_family),
        )
    return None


def old_identities(tx: Transaction, naming: Naming, persons: Iterable[UUID]) -> frozenset[UUID]:
    """Those of some persons who are of the family of somebody's identity before a sealed adoption."""
    wanted = sorted(set(persons))
    if not tx.rows("identity", "any_seal"):
        return frozenset()
    families: dict[UUID, UUID] = dict(tx.rows("identity", "family_of_each", wanted))
    members: dict[UUID, UUID] = dict(tx.rows("identity", "members", sorted(set(families.values()))))
    sides = {
        naming.sealed(str(subject)): members[person]
        for subject, person in tx.rows("families", "subjects", list(members))
    }
    old = {sides[bytes(digest)] for (digest,) in tx.rows("identity", "old_among", list(sides))}
    return frozenset(person for person in wanted if families.get(person) in old)


def may_be(tx: Transaction, naming: Naming, known: UUID | None, alike: Iterable[UUID]) -> frozenset[UUID]:
    """Those of some persons whom a report's person may be: none from beyond a seal.

    Whoever is known already stays who they are; of two identities of somebody new, it is the new one.
    """
    left = set(alike) | ({known} if known else set())
    while len(left) > 1 and (found := parted(tx, naming, left)):
        left -= found.new if known in found.old else found.old
    return frozenset(left)
