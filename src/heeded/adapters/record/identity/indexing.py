"""Keys for those who were described before there were any, or in bulk: so many at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from uuid import UUID

from heeded.adapters.record.identity.searching import described, key_rows
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import Transaction, opened
from heeded.core.chronology.report import Described

AT_ONCE = 2_000
"""How many are given keys in one transaction."""


def index_missing(naming: Naming, tokens: Tokens) -> int:
    """Give keys to everybody of whom something is said and who has none; how many were looked at."""
    last, done = UUID(int=0), 0
    while True:
        with opened(tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.FIND)
            rows = tx.rows("searching", "unindexed", last, AT_ONCE)
            if not rows:
                return done
            _index(tx, naming, dict(rows))
        last, done = rows[-1][0], done + len(rows)


def _index(tx: Transaction, naming: Naming, subjects: dict[UUID, UUID]) -> None:
    persons = sorted(set(subjects.values()))
    said = described(tx, persons)
    tx.enter(Scope.ADDRESS, persons)
    places: dict[UUID, set[str]] = defaultdict(set)
    for _, _, subject, _, _, postcode in tx.rows("shields", "addresses", persons):
        places[subject].add(postcode)
    tx.enter(Scope.FIND)
    found: list[tuple[UUID, Described]] = [
        (UUID(each.ref), replace(each, postcode=place))
        for told in said.values()
        for each in told
        if UUID(each.ref) in subjects
        for place in (places[UUID(each.ref)] or {""})
    ]
    tx.run_many("searching", "add_keys", key_rows(naming, found))
