"""What speaks against an assumption: for each condition, the entries that cannot stand beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from heeded.core.chronology.household import JOINED, LEFT, households_of
from heeded.core.chronology.view import Known
from heeded.core.evidence.assumption import (
    ACCIDENTAL,
    IN_CUSTODY,
    NOBODY_ELSE,
    STAYS_AWAY,
    SUPERVISES,
    Assumption,
    assumptions,
)
from heeded.core.evidence.disagreement.answers import is_concern
from heeded.core.evidence.injury import OBSERVED, Injury, injuries
from heeded.core.evidence.seen import Seen

OPINIONS = ("medical opinion", "senior paediatric review")
PLACING = ("whereabouts", "arrest", "release", "bail")
CUSTODY, HOME, UNKNOWN = "custody", "home", "unknown"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An entry that speaks against an assumption."""

    assumption: Assumption
    event: Known


Against = Callable[[Assumption, Seen], Iterator[Known]]


def contradictions(seen: Seen, child: str | None = None) -> Iterator[Contradiction]:
    """Every entry that speaks against an assumption about a child (None: any), whichever came first."""
    for assumption in assumptions(seen, child):
        against = _AGAINST.get(assumption.condition)
        events = {event.root: event for event in against(assumption, seen)} if against else {}
        yield from (Contradiction(assumption, event) for event in events.values())


def arose_since(assumption: Assumption, seen: Seen) -> Iterator[Injury]:
    """The injuries first seen since a decision rests on the assumption, and not said to be older."""
    for injury in injuries(seen, assumption.child):
        first = injury.seen[0].entry
        older = first.facts.get("new") is False or injury.has_medical_cause
        if not older and first.happened.latest >= assumption.since:
            yield injury


def _away(assumption: Assumption, seen: Seen) -> Iterator[Known]:
    yield from _new_injuries(assumption, seen)
    for event in _since(assumption, seen):
        if _near_child(event, assumption, seen) or _let_go(event, assumption):
            yield event


def _in_custody(assumption: Assumption, seen: Seen) -> Iterator[Known]:
    yield from _away(assumption, seen)
    for event in _placements(assumption, seen):
        if _place(event) not in (CUSTODY, UNKNOWN):
            yield event


def _supervising(assumption: Assumption, seen: Seen) -> Iterator[Known]:
    yield from _new_injuries(assumption, seen)
    for event in _placements(assumption, seen):
        if _place(event) not in (HOME, "relative's home", UNKNOWN, "release", "bail"):
            yield event
    for event in _since(assumption, seen):
        entry = event.entry
        if _who(event) != assumption.person:
            continue
        weighed = entry.kind == "possible source considered" and entry.facts.get("finding") == "likely source"
        gone = entry.kind in (LEFT, "access ended")
        if gone or (weighed and entry.child == assumption.child):
            yield event


def _nobody_else(assumption: Assumption, seen: Seen) -> Iterator[Known]:
    """Who else came to have the child since then, and who had access before and surely had it still."""
    since = assumption.since
    for stay in seen.access:
        before = stay.begin.happened.latest < since
        still = stay.end is None or stay.end.happened.earliest > since
        if stay.group == assumption.child and stay.person != assumption.person and before and still:
            yield seen.by_entry[stay.begin.id]
    for event in _since(assumption, seen):
        who = _who(event)
        others = who not in ("", assumption.person, assumption.child)
        if (
            others
            and event.entry.kind in (JOINED, "access began", "care")
            and _of_child(event, assumption, seen)
        ):
            yield event


def _accidental(assumption: Assumption, seen: Seen) -> Iterator[Known]:
    for event in seen.of_kinds((*OPINIONS, "disclosure", OBSERVED), assumption.child):
        entry = event.entry
        same = bool(assumption.injury) and entry.keys.get("injury") == assumption.injury
        late = entry.happened.latest >= assumption.since
        if entry.kind in OPINIONS:
            grave = (
                is_concern(entry) and entry.facts.get("strength", entry.facts.get("outcome")) != "consider"
            )
            if grave and (same or (late and not assumption.injury)) and not _superseded(event, seen):
                yield event
        elif entry.kind == "disclosure":
            if same:
                yield event
        elif late and not same and entry.facts.get("suspected") is True:
            yield event


def _new_injuries(assumption: Assumption, seen: Seen) -> Iterator[Known]:
    yield from (injury.seen[0] for injury in arose_since(assumption, seen))


def _since(assumption: Assumption, seen: Seen) -> Iterator[Known]:
    """The other events that may have happened since the decision rests on the assumption."""
    for event in seen.events:
        if event is not assumption.stated and event.entry.happened.latest >= assumption.since:
            yield event


def _placements(assumption: Assumption, seen: Seen) -> Iterator[Known]:
    """What places the person since then, and the last that did before."""
    placed = [event for event in seen.of_kinds(PLACING) if _who(event) == assumption.person]
    before = [event for event in placed if event.entry.happened.latest < assumption.since]
    yield from (*before[-1:], *(event for event in placed if event not in before))


def _near_child(event: Known, assumption: Assumption, seen: Seen) -> bool:
    """Whether an event brings the person of an assumption to the child."""
    if _who(event) != assumption.person or not assumption.person:
        return False
    if event.entry.kind == "whereabouts":
        return _place(event) == HOME and _shares_home(assumption, seen)
    return event.entry.kind in (JOINED, "access began", "care") and _of_child(event, assumption, seen)


def _let_go(event: Known, assumption: Assumption) -> bool:
    """Whether an event says that nothing keeps the person away, or that what did was broken."""
    entry = event.entry
    if _who(event) != assumption.person or not assumption.person:
        return False
    kept = entry.kind == "bail" and entry.facts.get("kept from the child") is True
    broken = entry.kind == "adult fact known" and entry.facts.get("fact") == "bail condition broken"
    return broken or (entry.kind in ("release", "bail") and not kept)


def _shares_home(assumption: Assumption, seen: Seen) -> bool:
    since = assumption.since
    own = set(households_of(assumption.child, seen.households, since, since))
    return not own.isdisjoint(households_of(assumption.person, seen.households, since, since))


def _of_child(event: Known, assumption: Assumption, seen: Seen) -> bool:
    """Whether an event of care, access or a household is about the assumption's child."""
    if event.entry.kind != JOINED:
        return event.entry.child == assumption.child
    happened = event.entry.happened
    homes = households_of(assumption.child, seen.households, happened.earliest, happened.latest)
    return str(event.entry.facts.get("household", "")) in homes


def _superseded(event: Known, seen: Seen) -> bool:
    """Whether a later opinion on the same injury took its place, with reasons."""
    key = event.entry.keys.get("injury")
    return any(
        other.order > event.order
        and other.entry.facts.get("supersedes") is True
        and other.entry.keys.get("injury") == key
        for other in seen.of_kinds(OPINIONS, event.entry.child)
    )


def _who(event: Known) -> str:
    return str(event.entry.facts.get("person", ""))


def _place(event: Known) -> str:
    """Where an event places a person; a release or bail by its own name."""
    kind = event.entry.kind
    if kind == "whereabouts":
        return str(event.entry.facts.get("place", UNKNOWN))
    return CUSTODY if kind == "arrest" else kind


_AGAINST: Mapping[str, Against] = {
    STAYS_AWAY: _away,
    IN_CUSTODY: _in_custody,
    SUPERVISES: _supervising,
    NOBODY_ELSE: _nobody_else,
    ACCIDENTAL: _accidental,
}
"""What speaks against each condition. The others are promises for a day, which a duty holds to its deadline;
"other" is in words alone, which only a person can hold against the record."""
