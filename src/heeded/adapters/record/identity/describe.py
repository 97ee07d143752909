"""What agencies say of a person: kept each time that it is new, and read together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from heeded.adapters.record.identity.searching import key_rows
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.transaction import Row, Transaction
from heeded.core.chronology.report import Described, Report, said_at

Said = tuple[object, ...]


def describe(
    tx: Transaction,
    report: Report,
    subjects: Mapping[str, UUID],
    persons: Mapping[UUID, UUID],
    now: int,
    last: Mapping[UUID, Said],
    naming: Naming,
) -> list[tuple[object, ...]]:
    """Keep what a report says of its people where that is new, and give what the persons are to show now.

    `last` is what each subject was last said to be; what is given is for `describe_person`.
    """
    told = min(max(map(said_at, report.events), default=now), now)
    fresh = [person for person in report.people if last.get(subjects[person.ref]) != said(person)]
    if not fresh:
        return []
    rows = [(subjects[person.ref], told, now, *said(person)) for person in fresh]
    addresses = [
        (subjects[person.ref], told, now, person.address, person.postcode)
        for person in fresh
        if person.address or person.postcode
    ]
    concerned = list({persons[subjects[person.ref]] for person in fresh})
    with tx.at_once():
        tx.run_many("identity", "add_description", rows)
        tx.run_many("identity", "add_address", addresses)
        tx.run_many("searching", "add_keys", key_rows(naming, ((subjects[p.ref], p) for p in fresh)))
        said_of = tx.ask("identity", "descriptions_of_persons", concerned)
    return together(said_of.rows())


def said(person: Described) -> Said:
    """What an agency says of a person that a chronology shows."""
    return (person.name, person.born, person.sex, person.adult, person.area)


def together(rows: Iterable[Row]) -> list[tuple[object, ...]]:
    """For each person the last that anybody said of each thing, as values for `describe_person`.

    Rows of `descriptions_of_persons`: person, told, subject, and what was said.
    """
    shown: dict[UUID, list[object]] = {}
    for person, _, _, *words in sorted(rows, key=lambda row: (row[1], row[2])):
        before = shown.setdefault(person, ["", None, "", False, ""])
        shown[person] = [
            new if new not in ("", None) else old for new, old in zip(words, before, strict=True)
        ]
    return [(*words, person) for person, words in shown.items()]
