"""What happened at a moment, as the page tells it: what was published, what was recorded, and who knew."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.casework.replay import Moment, Replay, knew
from heeded.core.chronology.entry import Entry
from heeded.core.evaluation.because import when_words
from heeded.core.procedures.wording import value_words
from heeded.doors.cli.replay.page import Page
from heeded.doors.cli.replay.words import agency, clock, listed, opening, person


def write_story(moment: Moment, told: Replay, page: Page, already: set[str]) -> None:
    """Print the moment's heading and everything that became known at it.

    `already` holds the ids of the events whose beginning was told, and is added to.
    """
    page.heading(f"{_names(moment)}{clock(moment.second)}")
    for happened in moment.happened:
        event = happened.event
        marks = f" ({event.marks})" if event.marks else ""
        again = event.id in already
        page.paragraph(f"{event.id}. {event.title}{', continued' if again else marks}", style="bold")
        if not again:
            page.labelled("Published", event.published)
        already.add(event.id)
        for number, line in enumerate(_recorded(happened.entries, moment.second, told)):
            page.labelled("" if number else "Recorded", line)
        assumed = dict.fromkeys(event.assumed.get(entry.id, "") for entry in happened.entries)
        if any(assumed):
            page.labelled("Assumed", f"{'; '.join(filter(None, assumed))}.")
    if moment.happened and told.known_to is None:
        _write_who_knew([entry for each in moment.happened for entry in each.entries], moment, told, page)
    for learnt in moment.learnt:
        names = listed(event.id for event in learnt.events)
        page.labelled(
            "Learnt", f"{opening(agency(told.scenario.chronology, learnt.agency))} learns of {names}."
        )
    if not moment.happened and not moment.learnt:
        page.paragraph("Nothing happened; but something had been due.")


def _names(moment: Moment) -> str:
    names = [happened.event.id for happened in moment.happened]
    return f"{' '.join(names)} · " if names else ""


def _write_who_knew(entries: list[Entry], moment: Moment, told: Replay, page: Page) -> None:
    chronology = told.scenario.chronology
    knowing = [name for name in chronology.agencies if knew(entries, name, moment.second)]
    later = [name for name in chronology.agencies if name not in knowing and knew(entries, name, told.until)]
    page.labelled("Knew", f"{opening(listed(agency(chronology, name) for name in knowing))}.")
    if later:
        page.labelled("Not yet", f"{opening(listed(agency(chronology, name) for name in later))}.")
    alone = [entry for entry in entries if not set(entry.known) - {entry.source.agency}]
    if alone and later:
        kinds = listed(f"“{entry.kind}”" for entry in alone)
        page.labelled("Never", f"{kinds} reached nobody else, as far as was published.")


def _recorded(entries: Iterable[Entry], now: int, told: Replay) -> list[str]:
    """A line for each thing recorded; what was recorded of several children alike stands on one line.

    What became known later than it happened says of when it is.
    """
    chronology = told.scenario.chronology
    alike: dict[tuple[str, str, str], list[str]] = {}
    for entry in entries:
        who = f"{entry.source.role}, " if entry.source.role else ""
        of = f", happened {when_words(entry.happened)}" if entry.happened.latest < now else ""
        place = (entry.kind, who + agency(chronology, entry.source.agency) + of, _facts(entry, told))
        alike.setdefault(place, []).append(person(chronology, entry.child))
    return [
        f"{kind} ({listed(children)}), by {who}{f': {facts}' if facts else ''}"
        for (kind, who, facts), children in alike.items()
    ]


def _facts(entry: Entry, told: Replay) -> str:
    chronology = told.scenario.chronology
    said = []
    for name, value in entry.facts.items():
        if isinstance(value, bool):
            said.append(name if value else f"not {name}")
        elif value == entry.child:
            said.append(f"{name}: the child")
        elif isinstance(value, str) and value in chronology.people:
            said.append(f"{name}: {person(chronology, value)}")
        else:
            said.append(f"{name}: {value_words(entry.kind, name, value)}")
    return "; ".join(said)
