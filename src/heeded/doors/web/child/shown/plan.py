"""Plans and decisions as a page shows them: what is in force, what was decided, on what that rests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from heeded.casework.looking import Opened
from heeded.core.chronology.people import Person
from heeded.core.chronology.view import Known
from heeded.core.chronology.when import local
from heeded.core.evidence.decisions import Decided, decisions, last_decisions
from heeded.core.evidence.in_force import InForce, in_force
from heeded.core.evidence.picture import RestedOn, resting
from heeded.core.evidence.seen import Seen
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import facts, name

_SAID_APART = ("outcome", "reason", "owner", "date", "rests on absence of one person", "absent person")
"""Facts of a decision that have a place of their own, or stand among what it rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionShown:
    """What a decision takes to be so, when it was said, and what speaks against it."""

    entry: str
    said: str
    condition: str
    person: str
    last_day: str
    when: str
    agency: str
    against: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InForceShown:
    """Something in force: what, since when, who said so, the last meeting about it, until when."""

    entry: str
    kind: str
    since: str
    agency: str
    facts: tuple[tuple[str, str], ...]
    met: tuple[str, str, str] | None
    until: str
    passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedShown:
    """A decision: what was decided, by whom, why, on what it rests, what was set aside, who disagreed."""

    entry: str
    kind: str
    child: str
    outcome: str
    reason: str
    when: str
    who: str
    owner: str
    by_when: str
    facts: tuple[tuple[str, str], ...]
    rests_on: tuple[AssumptionShown, ...]
    taken_on: tuple[tuple[str, ...], ...]
    reviewed: tuple[tuple[str, str, str], ...]
    dissent: tuple[tuple[str, str], ...]

    @property
    def contradicted(self) -> bool:
        """Whether something speaks against what it rests on."""
        return any(each.against for each in self.rests_on)


class Plans:
    """What is in force and was decided, in words, for one reader of an open record at a moment."""

    def __init__(self, opened: Opened, names: Names, now: int) -> None:
        self._child = opened.child
        self._people: Mapping[str, Person] = opened.whole.people
        self._names = names
        self._now = now
        self._seen = Seen.of(opened.whole, now)

    def in_force(self) -> tuple[InForceShown, ...]:
        """What is in force for the child, the last to begin first."""
        return tuple(self._in_force(each) for each in in_force(self._seen, self._child))

    def decided(self) -> tuple[DecidedShown, ...]:
        """Every decision about any child of the record, the latest first."""
        return tuple(self._decided(each) for each in reversed(decisions(self._seen)))

    def latest(self) -> tuple[DecidedShown, ...]:
        """The last decision about the child on each question, the latest first."""
        return tuple(self._decided(each) for each in reversed(last_decisions(self._seen, self._child)))

    def assumptions(self) -> tuple[AssumptionShown, ...]:
        """Everything that decisions take to be so, the last said first, with what speaks against each."""
        return tuple(self._assumption(each) for each in reversed(resting(self._seen)))

    def _in_force(self, held: InForce) -> InForceShown:
        entry, met = held.began.entry, held.last_met
        return InForceShown(
            entry=entry.id,
            kind=entry.kind,
            since=moments.happened(entry.happened),
            agency=self._names.agency(entry.source.agency),
            facts=tuple(
                each for each in facts(entry.kind, entry.facts, self._people) if each[0] != "expires"
            ),
            met=self._brief(met) if met else None,
            until=moments.day(held.until) if held.until else "",
            passed=held.until is not None and _over(held.until, self._now),
        )

    def _decided(self, held: Decided) -> DecidedShown:
        entry = held.event.entry
        said, source = dict(facts(entry.kind, entry.facts, self._people)), entry.source
        who = (self._names.practitioner(source.practitioner), source.role, self._names.agency(source.agency))
        return DecidedShown(
            entry=entry.id,
            kind=entry.kind,
            child=name(self._people.get(entry.child)),
            outcome=said.get("outcome", ""),
            reason=said.get("reason", ""),
            when=moments.happened(entry.happened),
            who=", ".join(filter(None, who)),
            owner=said.get("owner", ""),
            by_when=said.get("date", ""),
            facts=tuple((fact, words) for fact, words in said.items() if fact not in _SAID_APART),
            rests_on=tuple(self._assumption(each) for each in held.rests_on),
            taken_on=tuple(
                (
                    each.entry.id,
                    str(each.entry.facts.get("rule", "")),
                    str(each.entry.facts.get("reason", "")),
                )
                for each in held.taken_on
            ),
            reviewed=tuple(self._brief(each) for each in held.reviewed),
            dissent=tuple((each.key, each.question) for each in held.dissent),
        )

    def _assumption(self, held: RestedOn) -> AssumptionShown:
        assumed = held.assumption
        entry = assumed.stated.entry
        return AssumptionShown(
            entry=entry.id,
            said=assumed.words,
            condition=assumed.condition,
            person=name(self._people.get(assumed.person)) if assumed.person else "",
            last_day=moments.day(assumed.last_day) if assumed.last_day else "",
            when=moments.happened(entry.happened),
            agency=self._names.agency(entry.source.agency),
            against=tuple(self._brief(event) for event in held.against),
        )

    def _brief(self, event: Known) -> tuple[str, str, str]:
        """An event by its entry, kind, and when and by whom it was told, with what came of it."""
        entry = event.entry
        outcome = str(entry.facts.get("outcome", ""))
        when = f"{moments.happened(entry.happened)}, {self._names.agency(entry.source.agency)}"
        return entry.id, entry.kind, f"{outcome}, {when}" if outcome else when


def _over(day: date, now: int) -> bool:
    return local(now).date() > day
