"""Searching: the keys of a description as rows, and who shares keys with what is sought."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.transaction import Transaction
from heeded.core.chronology.report import Described, Identifier
from heeded.core.identity.keys import keys

EACH = 400
"""How many are taken of one key: of one that more share, the others are left to the keys beside it."""

MOST = 60
"""How many people are weighed: those who share the most keys."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Who may be meant, by what each is found, and whether a key was so common that others were left out."""

    found: Mapping[UUID, frozenset[str]]
    hot: bool


def key_rows(naming: Naming, described: Iterable[tuple[UUID, Described]]) -> list[tuple[object, ...]]:
    """The keys of what was said of some subjects, as values for `add_keys`."""
    return [
        ([naming.search_key(key) for key in sorted(found)], subject)
        for subject, each in described
        if (found := keys(each))
    ]


def candidates(tx: Transaction, naming: Naming, sought: Iterable[Described]) -> Candidates:
    """Who shares keys with any of some descriptions, those who share the most; in the scope `find`."""
    named = {naming.search_key(key): key for each in sought for key in keys(each)}
    if not named:
        return Candidates({}, hot=False)
    rows = tx.rows("searching", "found", list(named), EACH, EACH, MOST)
    found = {person: frozenset(named[key] for key in shared) for person, shared, _ in rows}
    return Candidates(found, hot=any(hot for *_, hot in rows))


def described(tx: Transaction, persons: Sequence[UUID]) -> dict[UUID, list[Described]]:
    """Everything that was said of some people, without where they live; in the scope `find`."""
    found: dict[UUID, list[Described]] = {}
    for person, subject, name, born, sex, adult, area, numbers in tx.rows(
        "searching", "descriptions", list(persons)
    ):
        found.setdefault(person, []).append(
            Described(
                ref=str(subject),
                name=name,
                born=born,
                sex=sex,
                adult=adult,
                area=area,
                identifiers=tuple(Identifier(*each.split("\x1f", 1)) for each in numbers),
            )
        )
    return found
