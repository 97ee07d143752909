"""Who disagrees about a child: openly, or by conclusions that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source
from heeded.core.chronology.view import Known

CONCERNS = ("medical opinion", "senior paediatric review", "concern raised")
"""The kinds of event that say that a child may be being harmed."""


def sides(child: str, key: str, chronology: Chronology) -> tuple[Source, ...]:
    """Everybody who is a side of the disagreement of that key about a child, or of opposite conclusions.

    Whoever opened or answered it, in any version of what they said, and every agency near the family of
    the sectors that they named; and, where one recorded a concern and another that there is none, both.
    A side without a practitioner is the whole agency.
    """
    view = [event for event in chronology.as_known() if event.entry.child == child]
    return tuple(dict.fromkeys((*_openly(view, key, chronology), *opposed(view))))


def opened(child: str, key: str, chronology: Chronology) -> Entry | None:
    """The opening of the disagreement of that key, as it now stands; None where there is none."""
    found = [
        event.entry
        for event in chronology.as_known()
        if event.entry.kind == "disagreement opened"
        and event.entry.child == child
        and event.entry.keys.get("disagreement", "") == key
    ]
    return found[-1] if found else None


def opposed(view: Sequence[Known]) -> tuple[Source, ...]:
    """Those who recorded a concern and those who recorded that there is none, where there are both."""
    worried = [event.entry.source for event in view if is_concern(event.entry)]
    easy = [event.entry.source for event in view if is_clear(event.entry)]
    return (*worried, *easy) if worried and easy else ()


def is_concern(entry: Entry) -> bool:
    """Whether an entry says that a child may be being harmed."""
    strength = entry.facts.get("strength", entry.facts.get("outcome"))
    return entry.kind in CONCERNS and strength not in (None, "excluded")


def is_clear(entry: Entry) -> bool:
    """Whether an entry concludes that there is no concern."""
    return entry.kind == "view recorded" and entry.facts.get("conclusion") == "no concerns"


def _openly(view: Sequence[Known], key: str, chronology: Chronology) -> Iterator[Source]:
    for event in view:
        if event.entry.kind not in ("disagreement opened", "disagreement answered"):
            continue
        for entry in event.chain:
            if entry.keys.get("disagreement", "") != key:
                continue
            yield entry.source
            named = entry.facts.get("sides")
            for agency in chronology.agencies.values():
                if isinstance(named, frozenset) and agency.sector in named:
                    yield Source(agency.id)
