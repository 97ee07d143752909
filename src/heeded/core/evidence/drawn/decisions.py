"""Decisions that rest on somebody's absence, drawn: said, stated for them, or so in effect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.view import Known
from heeded.core.evidence.assumption import DECISION, ON_ABSENCE, assumptions
from heeded.core.evidence.drawn.making import Follows, tied
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.sources import thought_sources
from heeded.core.evidence.whereabouts import away

KIND = "decision resting on absence"
AT_HOME = ("stays at home", "returns home", "contact allowed")


@dataclass(frozen=True, slots=True)
class Resting:
    """Why a decision rests on somebody's absence: whose, and all that says so. `decision` names it."""

    decision: str
    child: str
    person: str
    events: tuple[Known, ...]


def decisions_on_absence(seen: Seen) -> Iterator[Entry]:
    """An event for each decision that rests on the absence of one person, however many reasons say so."""
    found: dict[tuple[str, str], list[Resting]] = {}
    for each in (*_said(seen), *_in_effect(seen)):
        found.setdefault((each.child, each.decision), []).append(each)
    for (child, decision), reasons in found.items():
        yield _drawn(child, decision, reasons, seen)


def _said(seen: Seen) -> Iterator[Resting]:
    """Those that say so themselves, or for which it was stated."""
    for assumption in assumptions(seen):
        if assumption.condition in ON_ABSENCE:
            yield Resting(assumption.decision, assumption.child, assumption.person, (assumption.stated,))


def _in_effect(seen: Seen) -> Iterator[Resting]:
    """Those by which a child is at home while somebody thought the source is recorded as away."""
    thought = thought_sources(seen)
    for event in seen.of_kinds((DECISION,)) if thought else ():
        entry = event.entry
        if entry.facts.get("outcome") not in AT_HOME:
            continue
        for (child, person), said in thought.items():
            if child != entry.child or said.entry.happened.earliest > entry.happened.latest:
                continue
            for spell in away(person, seen):
                if spell.covers(entry.happened.earliest, entry.happened.latest):
                    decision = entry.keys.get("decision") or event.root
                    yield Resting(decision, child, person, (event, said, spell.begin))


def _drawn(child: str, decision: str, reasons: list[Resting], seen: Seen) -> Entry:
    """One event a decision: its own entry belongs to it, where the record holds that."""
    own = [
        event
        for event in seen.of_kinds((DECISION,), child)
        if decision in (event.entry.keys.get("decision"), event.root)
    ]
    people = {reason.person for reason in reasons} - {""}
    facts: dict[str, Fact] = {"person": people.pop()} if len(people) == 1 else {}
    events = [event for reason in reasons for event in reason.events]
    follows = Follows(KIND, child, (decision,), tied([*own, *events]), facts)
    return follows.from_any([(*own[:1], *reason.events) for reason in reasons])
