"""The state of the record about one story, written so that two ways of getting there can be compared."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
from psycopg.rows import dict_row

from heeded.adapters.record.store.naming import Naming
from tests.borough import NOW
from tests.faults.messages.retold import standing
from tests.faults.messages.stories import Story


@dataclass(frozen=True, slots=True)
class State:
    """Entries, what was told again and again, who is whom, who is of one family, what is owed.

    All by the senders' own names.
    """

    entries: str
    retold: str
    links: str
    families: str
    duties: str


def state(link: psycopg.Connection[Any], naming: Naming, story: Story) -> State:
    """The state of the record about the people of a story, as the administrator sees it."""
    subjects = {naming.subject(agency, ref): _plain(ref, story) for agency, ref in story.people}
    told = {naming.entry(agency, event.ref): _plain(event.ref, story) for agency, event in story.events}
    cursor = link.cursor(row_factory=dict_row)
    cursor.execute(
        "SELECT subject.id, person, family, name, born, person.area FROM record.subject "
        "JOIN record.person ON person.id = person WHERE subject.id = ANY (%s)",
        [list(subjects)],
    )
    who = cursor.fetchall()
    names: dict[Any, Any] = {**subjects, **told}
    persons = {
        row["person"]: min(subjects[each["id"]] for each in who if each["person"] == row["person"])
        for row in who
    }
    present = {**told, **persons}
    cursor.execute("SELECT * FROM record.entry WHERE subject = ANY (%s)", [list(subjects)])
    ahead = {naming.entry(agency, event.ref) for agency, event in story.events if event.told > NOW}
    rows = cursor.fetchall()
    retold, behind = standing(rows, story, naming)
    entries = [
        [told[row["id"]], *(_named(row[name], names, story) for name in _TOLD), _told(row, ahead)]
        for row in rows
        if row["id"] not in behind
    ]
    cursor.execute(
        "SELECT agency, person, rule, about, key, trigger, verdict, arose, due, owed_by FROM record.duty "
        "WHERE person = ANY (%s)",
        [list(persons)],
    )
    duties = [[_named(value, present, story) for value in row.values()] for row in cursor.fetchall()]
    return State(
        entries=_sorted(entries),
        retold=_sorted([_named(each, names, story) for each in line] for line in retold),
        links=_sorted(_parts((row["person"], subjects[row["id"]]) for row in who)),
        families=_sorted(_parts((row["family"], subjects[row["id"]]) for row in who)),
        duties=_sorted(duties),
    )


_TOLD = (
    "subject kind earliest latest precision agency practitioner role known keys facts corrects withdraws"
).split()


def _told(row: dict[str, Any], ahead: set[UUID]) -> str:
    """When it was told; of what claims to be told in the future, the record says when it came instead."""
    return "when it came" if row["id"] in ahead else str(row["told"])


def different(one: State, other: State) -> list[str]:
    """The lines in which two states differ, each with a mark of whose it is."""
    return [
        f"{part} {mark} {line}"
        for part in ("entries", "retold", "links", "families", "duties")
        for mark, here, there in (("-", one, other), ("+", other, one))
        for line in getattr(here, part).split("\n")
        if line not in getattr(there, part).split("\n")
    ]


def _parts(pairs: Iterable[tuple[object, str]]) -> list[list[str]]:
    parts: dict[object, list[str]] = defaultdict(list)
    for part, name in pairs:
        parts[part].append(name)
    return [sorted(part) for part in parts.values()]


def _named(value: object, names: Mapping[object, object], story: Story) -> object:
    """A value of a row with the record's names put back into the senders' own."""
    if isinstance(value, dict):
        return {key: _named(each, names, story) for key, each in sorted(value.items())}
    if isinstance(value, list):
        return sorted((_named(each, names, story) for each in value), key=str)
    if value in names:
        return names[value]
    text = str(value)
    for known, name in names.items():
        text = text.replace(str(known), str(name))
    return _plain(text, story)


def _plain(text: str, story: Story) -> str:
    return text.replace(f"{story.name}-", "")


def _sorted(rows: Iterable[object]) -> str:
    return "\n".join(sorted(json.dumps(row, sort_keys=True, default=str) for row in rows))
