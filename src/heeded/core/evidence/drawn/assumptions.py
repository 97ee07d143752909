"""Assumptions contradicted, and injuries that cannot be one person's doing, drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.view import Known
from heeded.core.evidence.assumption import ON_ABSENCE, assumptions
from heeded.core.evidence.contradicting import Contradiction, arose_since, contradictions
from heeded.core.evidence.drawn.making import Follows, tied
from heeded.core.evidence.injury import OBSERVED, Injury, injuries, window
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.sources import thought_sources
from heeded.core.evidence.whereabouts import away

CONTRADICTED, BEYOND = "assumption contradicted", "injury beyond one source"


def contradicted(seen: Seen) -> Iterator[Entry]:
    """An event for each decision and each entry that speaks against what it takes to be so.

    A new injury while somebody had to be away is told as an injury beyond one source, and not here too.
    """
    found: dict[tuple[str, str], list[Contradiction]] = {}
    for each in contradictions(seen):
        if each.event.entry.kind != OBSERVED or each.assumption.condition not in ON_ABSENCE:
            found.setdefault((each.assumption.decision, each.event.root), []).append(each)
    for (decision, _), against in found.items():
        yield _contradicted(decision, against)


def beyond_one_source(seen: Seen) -> Iterator[Entry]:
    """An event for each injury that arose while somebody thought its source was away, or had to be."""
    found: dict[tuple[str, str], list[Reason]] = {}
    for reason in (*_recorded(seen), *_on_absence(seen), *_while_away(seen)):
        found.setdefault((reason.injury.child, reason.injury.id), []).append(reason)
    for reasons in found.values():
        yield _beyond(reasons)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an injury cannot be one person's doing: who was or had to be away, and all that says so."""

    injury: Injury
    person: str
    events: tuple[Known, ...]


def _contradicted(decision: str, against: list[Contradiction]) -> Entry:
    stated = [each.assumption.stated for each in against]
    people = {each.assumption.person for each in against} - {""}
    facts: dict[str, Fact] = {"conditions": frozenset(each.assumption.condition for each in against)}
    if len(people) == 1:
        facts["person"] = people.pop()
    if words := list(dict.fromkeys(each.assumption.words for each in against if each.assumption.words)):
        facts["words"] = "; ".join(words)
    follows = Follows(
        kind=CONTRADICTED,
        child=against[0].assumption.child,
        named=(decision, against[0].event.root),
        keys=tied(stated),
        facts=facts,
    )
    return follows.from_((stated, [against[0].event]))


def _recorded(seen: Seen) -> Iterator[Reason]:
    """The injuries of which somebody wrote so by hand."""
    for injury in injuries(seen):
        for event in injury.seen:
            if event.entry.facts.get("source away") is True:
                yield Reason(injury, "", (event,))


def _on_absence(seen: Seen) -> Iterator[Reason]:
    """The injuries first seen since a decision rests on somebody's absence."""
    for assumption in assumptions(seen):
        if assumption.condition in ON_ABSENCE:
            for injury in arose_since(assumption, seen):
                yield Reason(injury, assumption.person, (assumption.stated,))


def _while_away(seen: Seen) -> Iterator[Reason]:
    """The injuries that arose while the record places somebody who was thought the source elsewhere."""
    thought = thought_sources(seen)
    for injury in injuries(seen) if thought else ():
        arose = window(injury, seen)
        for (child, person), said in thought.items():
            if child == injury.child and not injury.has_medical_cause:
                spells = (spell for spell in away(person, seen) if spell.covers(arose.start, arose.end))
                yield from (Reason(injury, person, (said, spell.begin)) for spell in spells)


def _beyond(reasons: list[Reason]) -> Entry:
    """One event, however many reasons: any of them is enough, each with all that it rests on."""
    injury = reasons[0].injury
    people = {reason.person for reason in reasons} - {""}
    facts: dict[str, Fact] = {"person": people.pop()} if len(people) == 1 else {}
    own = {"injury": injury.key} if injury.key else {}
    keys = {**tied([event for reason in reasons for event in reason.events]), **own}
    follows = Follows(BEYOND, injury.child, (injury.id,), keys, facts)
    return follows.from_any([(injury.seen[0], *reason.events) for reason in reasons])
