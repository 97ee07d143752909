"""Possible sources: everyone who could have been with a child while an injury may have arisen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heeded.core.chronology.household import Stay, households_of
from heeded.core.chronology.view import Known
from heeded.core.evidence.injury import Injury, Window, injuries, suspicions, window
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.whereabouts import Away, away

CONSIDERED = "possible source considered"
CARE = "care"
HOUSEHOLD, ACCESS, CARED = "lived in the household", "had access", "looked after the child"
_EVER = -(2**62)


@dataclass(frozen=True, slots=True)
class Access:
    """One way in which a person came to be with the child: how, and from when to when it may have been.

    Seconds UTC; None: no beginning or no end is recorded. `events` are those that say so.
    """

    how: str
    since: int | None
    until: int | None
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PossibleSource:
    """A person who may have been with the child, and what the record holds that bears on it.

    `away` are the times for which it places the person elsewhere; `gaps` what these leave of the window
    (seconds UTC): to exclude the person, somebody would have to show where they were then. `considered`
    is the last time that their part was weighed with evidence since the injury was seen.
    """

    person: str
    adult: bool
    access: tuple[Access, ...]
    away: tuple[Away, ...]
    gaps: tuple[tuple[int | None, int], ...]
    considered: Known | None

    @property
    def could_have_been_there(self) -> bool:
        """Whether the record leaves any moment of the window at which the person may have been there."""
        return bool(self.gaps)

    @property
    def excluded(self) -> bool:
        """Whether somebody excluded the person, by name and with evidence. Nothing else excludes."""
        return self.considered is not None and self.considered.entry.facts.get("finding") == "excluded"


@dataclass(frozen=True, slots=True)
class Sources:
    """An injury, when it may have arisen, and everyone who may have been there: adults before children.

    The list is never whole: there may be somebody whom nobody recorded.
    """

    injury: Injury
    window: Window
    suspected: tuple[Known, ...]
    people: tuple[PossibleSource, ...]

    @property
    def unconsidered(self) -> tuple[str, ...]:
        """The adults whose part nobody has weighed with evidence since the injury was seen."""
        return tuple(each.person for each in self.people if each.adult and each.considered is None)


def sources(seen: Seen, child: str | None = None) -> tuple[Sources, ...]:
    """The possible sources of every injury of a child (None: of the family's children)."""
    return tuple(sources_of(injury, seen) for injury in injuries(seen, child))


def sources_of(injury: Injury, seen: Seen) -> Sources:
    """The possible sources of one injury. In doubt about a time, a person is on the list."""
    arose = window(injury, seen)
    ways: dict[str, list[Access]] = {}
    for person, access in (
        *_lived(injury, arose, seen),
        *_had(injury, arose, seen),
        *_cared(injury, arose, seen),
    ):
        if person and person != injury.child:
            ways.setdefault(person, []).append(access)
    people = [_source(person, tuple(found), injury, arose, seen) for person, found in ways.items()]
    people.sort(key=lambda each: (not each.adult, each.person))
    return Sources(injury, arose, tuple(suspicions(injury, seen)), tuple(people))


def thought_sources(seen: Seen) -> dict[tuple[str, str], Known]:
    """Who was thought to be the source of harm to a child: by child and person, what first said so.

    Weighed as a likely source, or arrested in what concerns the child.
    """
    thought: dict[tuple[str, str], Known] = {}
    for event in seen.of_kinds((CONSIDERED, "arrest")):
        entry = event.entry
        if entry.kind == "arrest" or entry.facts.get("finding") == "likely source":
            thought.setdefault((entry.child, str(entry.facts.get("person", ""))), event)
    return thought


def _source(
    person: str, ways: tuple[Access, ...], injury: Injury, arose: Window, seen: Seen
) -> PossibleSource:
    spells = away(person, seen)
    weighed = [event for event in _considered(injury, seen) if event.entry.facts.get("person") == person]
    return PossibleSource(
        person=person,
        adult=not seen.is_child(person),
        access=ways,
        away=tuple(spell for spell in spells if _touches(spell, arose)),
        gaps=_gaps(arose, spells),
        considered=weighed[-1] if weighed else None,
    )


def _considered(injury: Injury, seen: Seen) -> Iterator[Known]:
    """Each time that somebody's part was weighed with evidence, of this injury or after it was seen."""
    for event in seen.of_kinds((CONSIDERED,), injury.child):
        entry = event.entry
        weighed = entry.facts.get("finding") and entry.facts.get("evidence")
        named = entry.keys.get("injury", injury.key)
        if weighed and named == injury.key and entry.happened.latest >= injury.surely_before:
            yield event


def _lived(injury: Injury, arose: Window, seen: Seen) -> Iterator[tuple[str, Access]]:
    start = _EVER if arose.start is None else arose.start
    homes = households_of(injury.child, seen.households, start, arose.end)
    own = [stay for stay in seen.households if stay.person == injury.child and stay.group in homes]
    for stay in seen.households:
        there = stay.group in homes and stay.person != injury.child and stay.may_cover(start, arose.end)
        if there and any(_overlap(stay, mine) for mine in own if mine.group == stay.group):
            yield stay.person, _of_stay(HOUSEHOLD, stay, seen)


def _overlap(one: Stay, other: Stay) -> bool:
    """Whether two stays may have been at one time."""
    return one.may_cover(*_span(other)) and other.may_cover(*_span(one))


def _span(stay: Stay) -> tuple[int, int]:
    return stay.begin.happened.earliest, stay.end.happened.latest if stay.end else 2**62


def _had(injury: Injury, arose: Window, seen: Seen) -> Iterator[tuple[str, Access]]:
    start = _EVER if arose.start is None else arose.start
    for stay in seen.access:
        if stay.group == injury.child and stay.may_cover(start, arose.end):
            yield stay.person, _of_stay(ACCESS, stay, seen)


def _cared(injury: Injury, arose: Window, seen: Seen) -> Iterator[tuple[str, Access]]:
    start = _EVER if arose.start is None else arose.start
    for event in seen.of_kinds((CARE,), injury.child):
        happened = event.entry.happened
        if happened.earliest <= arose.end and happened.latest >= start:
            who = str(event.entry.facts.get("person", ""))
            yield who, Access(CARED, happened.earliest, happened.latest, (event.root,))


def _of_stay(how: str, stay: Stay, seen: Seen) -> Access:
    ends = (seen.root(stay.end),) if stay.end else ()
    until = stay.end.happened.latest if stay.end else None
    return Access(how, stay.begin.happened.earliest, until, (seen.root(stay.begin), *ends))


def _touches(spell: Away, arose: Window) -> bool:
    start = _EVER if arose.start is None else arose.start
    return spell.since <= arose.end and (spell.until is None or spell.until >= start)


def _gaps(arose: Window, spells: tuple[Away, ...]) -> tuple[tuple[int | None, int], ...]:
    """What is left of a window without the times for which the record places the person away."""
    left: list[tuple[int | None, int]] = []
    begin = arose.start
    for spell in spells:
        if spell.since > arose.end:
            break
        if begin is None or spell.since > begin:
            left.append((begin, spell.since))
        if spell.until is None or spell.until >= arose.end:
            return tuple(left)
        begin = spell.until if begin is None else max(begin, spell.until)
    return (*left, (begin, arose.end))
