"""Who disagrees about a child: openly, or by answers that cannot both be right."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.people import Source
from heeded.core.chronology.view import Known
from heeded.core.evidence.disagreement.answers import is_clear, is_concern
from heeded.core.evidence.disagreement.held import OPENED, Disagreement, disagreement, disagreements


def sides(child: str, key: str, chronology: Chronology) -> tuple[Source, ...]:
    """Everybody who is a side of the disagreement of that key about a child, or of opposite conclusions.

    Whoever opened or answered it, in any version of what they said, and every agency near the family of
    the sectors that they named; whoever gave one of the opposite answers from which the record draws it;
    and, where one recorded a concern and another that there is none, both.
    A side without a practitioner is the whole agency.
    """
    view, held = chronology.kept(("disagreements", child), lambda: _of(child, chronology))
    found = next((each for each in held if key in each.names), None)
    answered = [entry.source for entry in found.answers] if found else []
    names = found.names if found else frozenset((key,))
    return tuple(dict.fromkeys((*_openly(view, names, chronology), *answered, *opposed(view))))


def _of(child: str, chronology: Chronology) -> tuple[list[Known], tuple[Disagreement, ...]]:
    """What is told of a child, and the disagreements in it."""
    view = [event for event in chronology.as_known() if event.entry.child == child]
    return view, disagreements(view)


def exists(child: str, key: str, chronology: Chronology) -> bool:
    """Whether there is a disagreement of that name about a child, opened or by itself."""
    return disagreement(child, key, chronology.as_known()) is not None


def opposed(view: Sequence[Known]) -> tuple[Source, ...]:
    """Those who recorded a concern and those who recorded that there is none, where there are both."""
    worried = [event.entry.source for event in view if is_concern(event.entry)]
    easy = [event.entry.source for event in view if is_clear(event.entry)]
    return (*worried, *easy) if worried and easy else ()


def _openly(view: Sequence[Known], names: Collection[str], chronology: Chronology) -> Iterator[Source]:
    for event in view:
        if event.entry.kind not in (OPENED, "disagreement answered"):
            continue
        for entry in event.chain:
            if entry.keys.get("disagreement", "") not in names:
                continue
            yield entry.source
            yield from _of_whom(entry.facts.get("entry"), view)
            named = entry.facts.get("sides")
            for agency in chronology.agencies.values():
                if isinstance(named, frozenset) and agency.sector in named:
                    yield Source(agency.id)


def told_by(entry: str, child: str, chronology: Chronology) -> tuple[Source, ...]:
    """Whoever told an entry about a child, by its id, in any version; empty where the record holds none."""
    view = [event for event in chronology.as_known() if event.entry.child == child]
    return tuple(_of_whom(entry, view))


def by_the_same(source: Source, tellers: Iterable[Source]) -> bool:
    """Whether what was told is a source's own: the same practitioner's or, unnamed, the same agency's."""
    return any(
        each.agency == source.agency
        and (not each.practitioner or not source.practitioner or each.practitioner == source.practitioner)
        for each in tellers
    )


def _of_whom(about: object, view: Sequence[Known]) -> Iterator[Source]:
    for event in view:
        if any(version.id == about for version in event.chain):
            yield from (version.source for version in event.chain)
