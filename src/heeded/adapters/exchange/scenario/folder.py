"""The folder of a scenario: its tables put together into one story, with nothing left over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from heeded.adapters.exchange.scenario import entries as entry_table
from heeded.adapters.exchange.scenario.about import About, read_about
from heeded.adapters.exchange.scenario.entries import EntryReader
from heeded.adapters.exchange.scenario.rows import Row, read_rows
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person
from heeded.core.chronology.scenario import Event, Scenario, Variant
from heeded.core.chronology.vocabulary.words import SECTORS

NOTES = ("text", "people", "dates", "silence", "hindsight")
PEOPLE = ("id", "name", "born", "adult", "area", "note")
AGENCIES = ("id", "name", "sector", "area")
EVENTS = ("event", "title", "dates", "unverified", "variant", "published")
_Named = TypeVar("_Named", Person, Agency)


def read_scenario(folder: Path) -> Scenario:
    """The story in a folder; UnreadableFile names the file, the line and the remedy where it cannot be."""
    about = read_about(folder / "about.yaml")
    people = _by_id((row, _person(row)) for row in read_rows(folder / "people.csv", PEOPLE))
    agencies = _by_id((row, _agency(row)) for row in read_rows(folder / "agencies.csv", AGENCIES))
    children = about.names("children")
    for child in children:
        if child not in people or people[child].adult:
            raise about.wrong(f"“{child}” under “children” is no child in people.csv", "Write their ids")
    rows = read_rows(folder / "entries.csv", entry_table.COLUMNS)
    told = _told(rows, EntryReader(people, agencies, children))
    events = _events(read_rows(folder / "events.csv", EVENTS), told)
    _refuse_strays(told, events)
    return Scenario(
        name=about.text("name"),
        title=about.text("title"),
        notes={name: about.text(name) for name in NOTES},
        sources=about.names("sources"),
        children=children,
        chronology=Chronology(about.text("family"), tuple(entry for _, entry in told), people, agencies),
        events=events,
        variants=tuple(_variant(each, events) for each in about.tables("variants")),
    )


def _person(row: Row) -> Person:
    adult = row.one_of("adult", ("yes", "no")) == "yes"
    return Person(row.needed("id"), row.needed("name"), _born(row), adult, row["area"])


def _born(row: Row) -> date | None:
    try:
        return date.fromisoformat(row["born"]) if row["born"] else None
    except ValueError as wrong:
        raise row.wrong(f"“{row['born']}” is no date of the calendar", "Write it as 2007-02-15") from wrong


def _agency(row: Row) -> Agency:
    return Agency(row.needed("id"), row.needed("name"), row.one_of("sector", SECTORS), row["area"])


def _by_id(found: Iterable[tuple[Row, _Named]]) -> dict[str, _Named]:
    named: dict[str, _Named] = {}
    for row, each in found:
        if each.id in named:
            raise row.wrong(f"“{each.id}” stands in this table twice", "Give each an id of its own")
        named[each.id] = each
    return named


def _told(rows: Sequence[Row], reader: EntryReader) -> list[tuple[Row, Entry]]:
    """Every entry with its row; an id may stand once only."""
    seen: dict[str, int] = {}
    for row in rows:
        first = seen.setdefault(row.needed("id"), row.line)
        if first != row.line:
            raise row.wrong(f"“{row['id']}” stands on line {first} already", "Give each an id of its own")
    return [(row, entry) for row in rows for entry in reader.entries(row)]


def _events(rows: Sequence[Row], entered: list[tuple[Row, Entry]]) -> tuple[Event, ...]:
    seen: set[str] = set()
    for row in rows:
        if row.needed("event") in seen:
            raise row.wrong(f"the event “{row['event']}” stands in this table twice", "Keep one of the two")
        seen.add(row["event"])
    return tuple(_event(row, [pair for pair in entered if pair[0]["event"] == row["event"]]) for row in rows)


def _event(row: Row, entered: list[tuple[Row, Entry]]) -> Event:
    return Event(
        id=row["event"],
        title=row.needed("title"),
        published=row.needed("published"),
        entries=tuple(entry.id for _, entry in entered),
        dates=row["dates"],
        unverified=row["unverified"],
        assumed={entry.id: its_row["assumed"] for its_row, entry in entered if its_row["assumed"]},
        variant=row["variant"],
    )


def _refuse_strays(told: list[tuple[Row, Entry]], events: tuple[Event, ...]) -> None:
    names = {event.id for event in events}
    for row, _ in told:
        if row["event"] not in names:
            raise row.wrong(f"there is no event “{row['event']}” in events.csv", "Add it there")


def _variant(about: About, events: tuple[Event, ...]) -> Variant:
    name, protected = about.text("name"), about.text("protected")
    event = next((event for event in events if event.id == protected), None)
    if event is None or event.variant not in ("", name) or not event.entries:
        raise about.wrong(
            f"the variant “{name}” has no event “{protected}” with entries", "Name the event that protects"
        )
    return Variant(name, about.text("title"), about.text("note"), protected)
