"""An assumption: what a decision takes to be so, in words and in a form that the record can check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from heeded.core.chronology.view import Known
from heeded.core.evidence.seen import Seen

STATED, DECISION = "assumption recorded", "decision"
STAYS_AWAY, IN_CUSTODY, SUPERVISES = "person stays away", "person in custody", "person supervises"
NOBODY_ELSE, ACCIDENTAL = "nobody else has access", "injury accidental"
ON_ABSENCE = (STAYS_AWAY, IN_CUSTODY)
"""The conditions by which a decision rests on one person's absence."""
_SAID = ("words", "condition", "person")


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that a decision takes to be so, as it was stated: its words, and what the record can check.

    `condition` is one of the vocabulary's (empty: words alone), `person` whom it is about (empty: nobody
    is named), `stated` the event that says it: the decision itself, where it rests on one person's absence.
    """

    child: str
    words: str
    condition: str
    person: str
    stated: Known

    @property
    def since(self) -> int:
        """From when on the decision rests on it (seconds UTC)."""
        return self.stated.entry.happened.earliest

    @property
    def last_day(self) -> date | None:
        """The last day on which it may come to be so, where it is a promise for a day."""
        day = self.stated.entry.facts.get("last day")
        return day if isinstance(day, date) else None

    @property
    def decision(self) -> str:
        """What tells the decision that rests on it: its key or, without one, what stated it."""
        return self.stated.entry.keys.get("decision") or self.stated.root

    @property
    def injury(self) -> str:
        """The key of the injury that it speaks of; empty where it names none."""
        return self.stated.entry.keys.get("injury", "")


def assumptions(seen: Seen, child: str | None = None) -> tuple[Assumption, ...]:
    """Every assumption of every decision about a child (None: any), in the order of the record."""
    found = []
    for event in seen.of_kinds((STATED, DECISION), child):
        facts = event.entry.facts
        if event.entry.kind == STATED:
            words, condition, person = (str(facts.get(name, "")) for name in _SAID)
            found.append(Assumption(event.entry.child, words, condition, person, event))
        elif facts.get("rests on absence of one person") is True:
            who = str(facts.get("absent person", ""))
            found.append(Assumption(event.entry.child, "", STAYS_AWAY, who, event))
    return tuple(found)
