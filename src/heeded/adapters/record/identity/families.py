"""Families: held under lock, person by person, and joined when two turn out to be one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from heeded.adapters.record.identity.seals import parted
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.transaction import Transaction

Id = TypeVar("Id", UUID, str)
"""The id of a person, as a UUID or, where the transaction reads ids as texts, as text."""


@dataclass(frozen=True, slots=True)
class Ties:
    """Which people belong to one family: sets of references, and the households that they are of."""

    together: tuple[frozenset[str], ...] = ()
    households: tuple[tuple[str, str], ...] = ()

    def named(self, subjects: Mapping[str, UUID]) -> SubjectTies:
        """The same ties between subjects."""
        return SubjectTies(
            tuple(frozenset(subjects[ref] for ref in refs) for refs in self.together),
            tuple((household, subjects[ref]) for household, ref in self.households),
        )


@dataclass(frozen=True, slots=True)
class SubjectTies:
    """Ties between subjects."""

    together: tuple[frozenset[UUID], ...]
    households: tuple[tuple[str, UUID], ...]


def hold(tx: Transaction, persons: Iterable[Id], same: Iterable[Iterable[Id]] = ()) -> dict[Id, Id]:
    """Lock everybody in the families of some persons, in the order of their ids; the family of each.

    Until the transaction ends nobody else can write about any of them.
    """
    with tx.at_once():
        holding = Holding(tx, {*persons, *(person for each in same for person in each)})
    members: dict[Id, Id] = holding.members()
    return members


class Holding:
    """Locks everybody in the families of some persons, at once with what else is asked."""

    def __init__(self, tx: Transaction, persons: Iterable[object]) -> None:
        self._tx = tx
        self._wanted = list(persons)
        self._locked = tx.ask("identity", "lock_families_of", self._wanted)
        self._now = tx.ask("identity", "families_with", self._wanted)

    def members(self) -> dict[Any, Any]:
        """The family of everybody who is locked, when the asking has ended; `hold` says what that means.

        Whoever had the lock before may have let somebody into the families meanwhile: then once more.
        """
        locked: dict[Any, Any] = dict(self._locked.rows())
        now: dict[Any, Any] = dict(self._now.rows())
        while locked != now:
            locked = dict(self._tx.rows("identity", "lock_families_of", self._wanted))
            now = dict(self._tx.rows("identity", "families_with", self._wanted))
        return locked


def as_one(same: Iterable[set[Id]]) -> list[set[Id]]:
    """Sets of people who are one, those that overlap put together: one with one of them is one with all."""
    found: list[set[Id]] = []
    for each in same:
        apart: list[set[Id]] = []
        whole = set(each)
        for other in found:
            if other.isdisjoint(each):
                apart.append(other)
            else:
                whole |= other
        apart.append(whole)
        found = apart
    return found


def join(
    tx: Transaction,
    naming: Naming,
    ties: SubjectTies,
    persons: Mapping[UUID, UUID],
    members: dict[UUID, UUID],
    merged: Iterable[set[UUID]] = (),
) -> dict[UUID, UUID]:
    """Let those who are tied to each other be one family, under the least of its names; who is in them.

    `merged` are people who turned out to be one: with them, their families are.
    """
    groups = [{persons[subject] for subject in group} for group in ties.together]
    groups += [*merged, *_households(tx, ties.households, persons)]
    strangers = {person for group in groups for person in group} - members.keys()
    if strangers:
        members = hold(tx, {*members, *strangers})
    for group in groups:
        families = sorted({members[person] for person in group})
        if len(families) > 1 and not parted(tx, naming, group):
            one, *others = families
            tx.run("identity", "join_families", one, others)
            members = {person: one if family in others else family for person, family in members.items()}
    return members


def _households(
    tx: Transaction, households: Sequence[tuple[str, UUID]], persons: Mapping[UUID, UUID]
) -> list[set[UUID]]:
    """Who shares a household: those in the report, and one whom the record knows to be of it."""
    if not households:
        return []
    groups: dict[str, set[UUID]] = {}
    for household, subject in households:
        groups.setdefault(household, set()).add(persons[subject])
    tx.run_many("identity", "add_household", [(name, min(who)) for name, who in sorted(groups.items())])
    for household, person in tx.rows("identity", "households_known", list(groups)):
        groups[household].add(person)
    return list(groups.values())
