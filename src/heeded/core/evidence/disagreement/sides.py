"""Who disagrees about a child: openly, or by answers that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source
from heeded.core.chronology.view import Known
from heeded.core.evidence.disagreement.answers import is_clear, is_concern
from heeded.core.evidence.disagreement.opposition import Opposition, oppositions


def sides(child: str, key: str, chronology: Chronology) -> tuple[Source, ...]:
    """Everybody who is a side of the disagreement of that key about a child, or of opposite conclusions.

    Whoever opened or answered it, in any version of what they said, and every agency near the family of
    the sectors that they named; whoever gave one of the opposite answers from which the record draws it;
    and, where one recorded a concern and another that there is none, both.
    A side without a practitioner is the whole agency.
    """
    view = [event for event in chronology.as_known() if event.entry.child == child]
    answered = [answer.source for found in oppositions(view) if found.key == key for answer in found.answers]
    return tuple(dict.fromkeys((*_openly(view, key, chronology), *answered, *opposed(view))))


def opened(child: str, key: str, chronology: Chronology) -> Entry | None:
    """The opening of the disagreement of that key, as it now stands; None where nobody opened one."""
    found = [
        event.entry
        for event in chronology.as_known()
        if event.entry.kind == "disagreement opened"
        and event.entry.child == child
        and event.entry.keys.get("disagreement", "") == key
    ]
    return found[-1] if found else None


def drawn(child: str, key: str, chronology: Chronology) -> Opposition | None:
    """The opposite answers that are the disagreement of that key; None where there are none."""
    return next(
        (each for each in oppositions(chronology.as_known()) if each.child == child and each.key == key), None
    )


def exists(child: str, key: str, chronology: Chronology) -> bool:
    """Whether there is a disagreement of that key about a child, opened or by itself."""
    return opened(child, key, chronology) is not None or drawn(child, key, chronology) is not None


def opposed(view: Sequence[Known]) -> tuple[Source, ...]:
    """Those who recorded a concern and those who recorded that there is none, where there are both."""
    worried = [event.entry.source for event in view if is_concern(event.entry)]
    easy = [event.entry.source for event in view if is_clear(event.entry)]
    return (*worried, *easy) if worried and easy else ()


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
