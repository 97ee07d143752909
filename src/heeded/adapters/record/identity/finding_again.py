"""Whom the numbers of two people show, who were one: what their being one kept from being found."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from heeded.adapters.record.identity.assertions import kept_apart
from heeded.adapters.record.identity.describe import together
from heeded.adapters.record.identity.families import as_one, hold
from heeded.adapters.record.identity.find import merge, undisputed
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.transaction import Transaction
from heeded.core.chronology.identifiers import joins
from heeded.core.chronology.report import Identifier


def find_again(
    tx: Transaction, naming: Naming, two: tuple[UUID, UUID], members: Mapping[UUID, UUID], now: int
) -> tuple[UUID, UUID, dict[UUID, UUID]]:
    """Let two people who were one be one with those who carry their numbers, as they would have been.

    While they were one they showed one birth date, so that whoever brought a number of the other with the
    other's birth date was taken for a third. Who the two are by now, and everybody under lock with their
    families as they were.
    """
    held = {**members, **{person: members.get(person, person) for person in two}}
    same = [
        {own, theirs}
        for system, value, own, born, theirs, their_born in tx.rows("asserting", "carriers", list(two))
        if joins(Identifier(system, value)) and (None in (born, their_born) or born == their_born)
    ]
    if not same:
        return *two, held
    held |= hold(tx, {person for pair in same for person in pair})
    different = kept_apart(tx, {person for pair in same for person in pair})
    known = {person: person for person in held}
    known, merged = merge(tx, naming, known, undisputed(as_one(same), different), now)
    ones = sorted({known[person] for group in merged for person in group})
    said = tx.rows("identity", "descriptions_of_persons", ones)
    tx.run_many("identity", "describe_person", together(said))
    return known[two[0]], known[two[1]], held
