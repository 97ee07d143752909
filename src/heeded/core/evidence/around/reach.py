"""Reach: over time, who lived with a child, could be alone with them, looked after them, or was away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from heeded.core.chronology.household import Stay
from heeded.core.chronology.view import Known
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.whereabouts import away

CARE = "care"


class Way(StrEnum):
    """How somebody could be with a child, or that the record places them away."""

    LIVED = "lived in the household"
    ACCESS = "had access"
    CARED = "looked after the child"
    AWAY = "recorded as away"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time of which the record says in which way somebody could be with a child, or that they were away.

    Seconds UTC. It may have lasted from `begin` to `end` (None: no end is recorded), and surely lasted from
    `sure_begin` to `sure_end` where that is not empty: coarse dates leave the two apart. `place` says
    where somebody was away; `events` are those that say so.
    """

    way: Way
    begin: int
    sure_begin: int
    sure_end: int | None
    end: int | None
    events: tuple[Known, ...]
    place: str = ""

    @property
    def order(self) -> tuple[int, str, str]:
        """By when it may have begun."""
        return (self.begin, str(self.way), self.events[0].root)


@dataclass(frozen=True, slots=True)
class Reach:
    """A person, and every stretch that the record holds of them and a child: of other times it says nothing.

    That it says nothing means only that: nobody is thereby shown to have been away.
    """

    person: str
    adult: bool
    stretches: tuple[Stretch, ...]

    @property
    def near(self) -> tuple[Stretch, ...]:
        """The times at which they could be with the child."""
        return tuple(each for each in self.stretches if each.way is not Way.AWAY)


def reach(seen: Seen, child: str) -> tuple[Reach, ...]:
    """Everyone of whom the record says that they could be with a child at some time.

    Adults before children, by when it first may have been so. The list is never whole: there may be somebody
    whom nobody recorded.
    """
    found: dict[str, list[Stretch]] = {}
    for person, stretch in (*_lived(seen, child), *_had(seen, child), *_cared(seen, child)):
        if person and person != child:
            found.setdefault(person, []).append(stretch)
    listed = [
        Reach(
            person,
            not seen.is_child(person),
            tuple(sorted((*ways, *_away(seen, person)), key=lambda each: each.order)),
        )
        for person, ways in found.items()
    ]
    return tuple(sorted(listed, key=lambda each: (not each.adult, each.near[0].order, each.person)))


def _lived(seen: Seen, child: str) -> Iterator[tuple[str, Stretch]]:
    """The times that others' stays in a household have in common with the child's own."""
    own = [stay for stay in seen.households if stay.person == child]
    for mine in own:
        for stay in seen.households:
            if stay.group == mine.group and stay.person != child:
                stretch = _together(mine, stay, seen)
                if stretch.end is None or stretch.begin <= stretch.end:
                    yield stay.person, stretch


def _together(mine: Stay, other: Stay, seen: Seen) -> Stretch:
    begins = (mine.begin.happened, other.begin.happened)
    ends = tuple(stay.end.happened for stay in (mine, other) if stay.end)
    told = (other.begin, other.end) if other.end else (other.begin,)
    return Stretch(
        way=Way.LIVED,
        begin=max(each.earliest for each in begins),
        sure_begin=max(each.latest for each in begins),
        sure_end=min((each.earliest for each in ends), default=None),
        end=min((each.latest for each in ends), default=None),
        events=tuple(seen.by_entry[entry.id] for entry in told),
    )


def _had(seen: Seen, child: str) -> Iterator[tuple[str, Stretch]]:
    for stay in seen.access:
        if stay.group == child:
            told = (stay.begin, stay.end) if stay.end else (stay.begin,)
            yield (
                stay.person,
                Stretch(
                    way=Way.ACCESS,
                    begin=stay.begin.happened.earliest,
                    sure_begin=stay.begin.happened.latest,
                    sure_end=stay.end.happened.earliest if stay.end else None,
                    end=stay.end.happened.latest if stay.end else None,
                    events=tuple(seen.by_entry[entry.id] for entry in told),
                ),
            )


def _cared(seen: Seen, child: str) -> Iterator[tuple[str, Stretch]]:
    for event in seen.of_kinds((CARE,), child):
        happened = event.entry.happened
        # of a coarse moment it is not sure at which second it was: there is no time of which it is sure
        yield (
            str(event.entry.facts.get("person", "")),
            Stretch(
                Way.CARED, happened.earliest, happened.latest, happened.earliest, happened.latest, (event,)
            ),
        )


def _away(seen: Seen, person: str) -> Iterator[Stretch]:
    """The times for which that is sure; what lies before and after them is not said."""
    for spell in away(person, seen):
        told = (spell.begin, spell.end) if spell.end else (spell.begin,)
        yield Stretch(Way.AWAY, spell.since, spell.since, spell.until, spell.until, told, spell.place)
