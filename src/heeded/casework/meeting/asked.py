"""What the agreements ask of a strategy discussion about a child now: who takes part, what it must say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from heeded.casework.invariants import counting
from heeded.casework.judging.gates import Gates
from heeded.casework.judging.judge import AsKnown, Judged
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source
from heeded.core.chronology.when import Precision, When
from heeded.core.evidence.discussions import HELD
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Content, Rule

ATTENDING = "attended by"
_PROPOSED = str(UUID(int=1))


@dataclass(frozen=True, slots=True)
class Asks:
    """What is asked: `must_attend` gives for each role of the vocabulary the rules that ask for it.

    `also` are the other rules that would be broken by a discussion that says nothing, in the order of the
    handbook.
    """

    must_attend: dict[str, tuple[Rule, ...]]
    also: tuple[Rule, ...]


def asked_of(chronology: Chronology, child: str, convenor: str, handbook: Handbook, now: int) -> Asks:
    """What the agreements ask of a discussion about a child held now (seconds UTC), by what is read of them.

    It is asked of one that says nothing at all: every rule on what it must say then speaks. What the reader
    may not see does not count here; when it is written down, all of it does.
    """
    content = replace(
        handbook, rules=tuple(rule for rule in handbook.rules if isinstance(rule.form, Content))
    )
    broken = Gates(content).in_the_way(_silent(child, convenor, now), counting(chronology), AsKnown(now))
    rules = tuple(dict.fromkeys(each.rule for each in broken if each.finding.child == child))
    found: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for role in _roles(rule):
            found[role] = (*found.get(role, ()), rule)
    return Asks(found, tuple(rule for rule in rules if not [*_roles(rule)]))


def lacking_roles(lacks: Iterable[Judged], attended: frozenset[str]) -> tuple[str, ...]:
    """Who is missing, of those whom the rules that would be broken ask for."""
    wanted = (role for each in lacks for role in _roles(each.rule) if role not in attended)
    return tuple(dict.fromkeys(wanted))


def _silent(child: str, convenor: str, now: int) -> Entry:
    return Entry(
        id=_PROPOSED,
        kind=HELD,
        child=child,
        happened=When(now, now, Precision.INSTANT),
        told=now,
        source=Source(convenor),
        keys={"meeting": "proposed"},
    )


def _roles(rule: Rule) -> Iterator[str]:
    if isinstance(rule.form, Content):
        for condition in rule.form.conditions:
            if condition.field == ATTENDING:
                yield from (str(value) for value in condition.values)
