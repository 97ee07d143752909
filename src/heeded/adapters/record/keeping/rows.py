"""Rows of keeping: an agency's own records, reviews and holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from heeded.adapters.record.store.rows import entry_of
from heeded.adapters.record.store.transaction import Row, Transaction
from heeded.casework.ports.keeping import Own, Placed, Reviewed
from heeded.core.access.retention import ANY, Hold
from heeded.core.access.retention_class import RetentionClass
from heeded.core.chronology.when import local

ENTRY = 16
"""How many columns an entry has before its place in the log."""


def owns_of(tx: Transaction, agency: str, people: Sequence[UUID]) -> list[Own]:
    """What an agency holds of some people, in the order of their ids."""
    born: Mapping[UUID, date | None] = dict(tx.rows("keeping", "born", list(people)))
    told: dict[UUID, list[Row]] = {}
    for row in tx.rows("keeping", "own_entries", list(people), agency):
        told.setdefault(row[-1], []).append(row)
    return [_own(person, rows, born.get(person)) for person, rows in sorted(told.items())]


def _own(person: UUID, rows: Sequence[Row], born: date | None) -> Own:
    entries = tuple(entry_of(row[:ENTRY]) for row in rows)
    last = max(max(row[ENTRY + 1], entry.happened.latest) for row, entry in zip(rows, entries, strict=True))
    return Own(str(person), entries, born, last, rows[-1][ENTRY])


def reviewed_of(row: Row) -> Reviewed:
    """A review, as the statements `awaiting` and `disposal` give it."""
    identity, agency, child, rule, because, entries, upto, by, at, done_by = row
    return Reviewed(
        id=str(identity),
        agency=agency,
        child=str(child),
        rule=rule,
        because=because,
        entries=entries,
        upto=upto,
        by=by,
        at=at,
        done_by=done_by,
    )


def placed_of(row: Row) -> Placed:
    """A hold, as the statements `holds` and `standing_hold` give it."""
    number, person, agency, record, since, until, by, reason = row
    hold = Hold(
        by=by,
        reason=reason,
        since=local(since).date(),
        until=None if until is None else local(until).date(),
        child=str(person) if person else ANY,
        record=RetentionClass(record) if record else None,
        controller=agency,
    )
    return Placed(number, hold)
