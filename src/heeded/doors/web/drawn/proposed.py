"""Who may be who to whom, though nobody wrote it: in words, with the events that suggest it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from heeded.casework.looking import Opened
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.household import JOINED
from heeded.core.chronology.people import Person
from heeded.core.evidence.around import Ground, Proposed, proposed
from heeded.core.evidence.seen import Seen
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import name


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedShown:
    """A tie that is suggested, on what ground, and the events that suggest it: each an entry, in words."""

    said: str
    ground: str
    doubtful: bool
    events: tuple[tuple[str, str], ...]


def proposed_shown(opened: Opened, names: Names, now: int) -> tuple[ProposedShown, ...]:
    """What the record of a family suggests at a moment (seconds UTC), of whom the reader may see both."""
    people = opened.whole.people
    return tuple(
        _shown(each, people, names)
        for each in proposed(Seen.of(opened.whole, now))
        if each.person in people and each.to in people
    )


def _shown(each: Proposed, people: Mapping[str, Person], names: Names) -> ProposedShown:
    who = {"person": name(people[each.person]), "to": name(people[each.to]), "relation": each.relation}
    said = (
        _("%(person)s may be %(relation)s of %(to)s.")
        if each.relation
        else _("Who is %(person)s to %(to)s, with whom they live?")
    )
    return ProposedShown(
        said=said % who,
        ground=_ground(each.ground),
        doubtful=each.doubtful,
        events=tuple((event.entry.id, _event(event.entry, people, names)) for event in each.events),
    )


def _event(entry: Entry, people: Mapping[str, Person], names: Names) -> str:
    """What an event says, when, and which agency told it."""
    who = {
        "person": name(people.get(str(entry.facts.get("person", "")))),
        "to": name(people.get(str(entry.facts.get("to", "")))),
        "relation": entry.facts.get("relation", ""),
    }
    said = _("%(person)s came") if entry.kind == JOINED else _("%(person)s is %(relation)s of %(to)s")
    return ", ".join((said % who, moments.happened(entry.happened), names.agency(entry.source.agency)))


def _ground(ground: Ground) -> str:
    words = {
        Ground.BOTH_PARENTS: _("They have two parents in common"),
        Ground.ONE_OF_TWO: _("They have one parent in common, and another parent each"),
        Ground.ONE_KNOWN: _("They have one parent in common; whether the other is too is not recorded"),
        Ground.SIBLINGS_PARENT: _("A parent of somebody who is recorded as a sibling"),
        Ground.HOUSEHOLD: _("They live in one household, and nobody wrote who they are to each other"),
    }
    return words[ground]
