"""What a rule has to be told to be judged, and what a source cannot tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from heeded.core.chronology.carriage import Carriage
from heeded.core.chronology.household import ACCESS_BEGAN, ACCESS_ENDED, JOINED, LEFT
from heeded.core.chronology.vocabulary import ALWAYS
from heeded.core.procedures.clauses import day_stated
from heeded.core.procedures.pattern import Comparison, Condition, Pattern, Patterns, Scope
from heeded.core.procedures.rule import (
    Ban,
    Content,
    Duty,
    ForEach,
    Gate,
    Occurrence,
    OfFinding,
    Recurring,
    Rule,
)

HOUSEHOLD = (Pattern(JOINED), Pattern(LEFT))
INJURY = (Pattern("injury observed"),)
ACCESS = (Pattern(ACCESS_BEGAN), Pattern(ACCESS_ENDED))


@dataclass(frozen=True, slots=True)
class Need:
    """Events that a rule has to be told of: every one of `patterns`, or `any_one` of them."""

    patterns: Patterns
    any_one: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the sources of an audit reach: what they carry, and what they tie together.

    `keys` names for each kind of event the keys that the sources give it.
    """

    carriages: tuple[Carriage, ...]
    keys: Mapping[str, frozenset[str]]

    def beyond(self, rule: Rule, rules: Iterable[Rule]) -> tuple[str, ...]:
        """The facts that the rule needs and no source carries, in words; empty where it can be judged.

        What begins a duty may be any one of its events: those that are carried are judged. What
        answers, ends or limits it must be carried whole, or keeping would be seen and not keeping
        would not. `rules` are those of the handbook, for a rule that starts on another's finding.
        """
        lacking: dict[str, None] = {}
        for need in _needs(rule, tuple(rules), frozenset({rule.name})):
            gaps = [self._gap(pattern) for pattern in need.patterns]
            if not (need.any_one and "" in gaps):
                lacking.update(dict.fromkeys(filter(None, gaps)))
        if not lacking:
            lacking.update(dict.fromkeys(self._untied(rule)))
        return tuple(lacking)

    def since(self, rule: Rule, rules: Iterable[Rule]) -> int | None:
        """From when on the sources tell of all that answers the rule (seconds UTC; None: ever).

        Of what arose before then they tell only what had not ended, so that a rate would mislead.
        """
        needs = _needs(rule, tuple(rules), frozenset({rule.name}))
        bounds = [self._since(pattern) for need in needs if not need.any_one for pattern in need.patterns]
        return max((bound for bound in bounds if bound is not None), default=None)

    def _since(self, pattern: Pattern) -> int | None:
        """From when on one source tells of a pattern (seconds UTC; None: ever, or never)."""
        bounds = [c.since for c in self.carriages if c.carries(pattern.kind, pattern.fields)]
        return None if None in bounds else min((b for b in bounds if b is not None), default=None)

    def _gap(self, pattern: Pattern) -> str:
        """What of one pattern no source carries, in words; empty where one carries all of it."""
        if any(carriage.carries(pattern.kind, pattern.fields) for carriage in self.carriages):
            return ""
        told = [c.kinds[pattern.kind] for c in self.carriages if pattern.kind in c.kinds]
        if not told:
            return pattern.kind
        known = frozenset[str]().union(*(fields or frozenset() for fields in told))
        if missing := sorted(pattern.fields - known):
            return f"{pattern.kind}: {', '.join(missing)}"
        return f"{pattern.kind}: {' and '.join(sorted(pattern.fields))} together"

    def _untied(self, rule: Rule) -> list[str]:
        """The events of the rule that no source ties together as the rule does, in words."""
        if rule.per == "household":
            return [self._gap(pattern) for pattern in HOUSEHOLD if self._gap(pattern)]
        if rule.per in ALWAYS:
            return []
        kinds = {pattern.kind for pattern in first_events(rule)}
        untied = kinds and not any(rule.per in self.keys.get(kind, ()) for kind in kinds)
        return [f"which {rule.per} an event belongs to"] if untied else []


def _needs(rule: Rule, rules: tuple[Rule, ...], met: frozenset[str]) -> list[Need]:
    """Everything that the rule has to be told of; `met` are the rules already followed."""
    needs = [Need(patterns) for patterns in _limits(rule)]
    match rule.form:
        case Duty(when=OfFinding(name, _)) as form:
            needs.append(Need((*form.must, *form.unless)))
            spoilt = [other for other in rules if other.name == name and name not in met]
            for other in spoilt:
                needs.extend(_needs(other, rules, met | {name}))
        case Duty() as form:
            needs += [Need(_first_stated(rule), any_one=True), Need((*form.must, *form.unless))]
        case Recurring() as form:
            needs.append(Need(form.must))
        case Gate() as form:
            needs += [Need(form.before, any_one=True), Need(form.since), *map(Need, form.need)]
        case Ban() as form:
            needs.append(Need(form.never, any_one=True))
        case Content() as form:
            stating = tuple(
                Pattern(pattern.kind, (*pattern.conditions, *form.conditions)) for pattern in form.when
            )
            needs.append(Need(stating, any_one=True))
    return needs


def _first_stated(rule: Rule) -> Patterns:
    """The events that start a duty, each stating the day by which it is owed, if it is owed by such a day."""
    field, patterns = day_stated(rule)
    stated = Condition(field, Comparison.STATED)
    return tuple(
        Pattern(pattern.kind, (*pattern.conditions, stated)) for pattern in patterns
    ) or first_events(rule)


def first_events(rule: Rule) -> Patterns:
    """The events on which a rule has something to say; none where it starts on another's finding."""
    match rule.form:
        case Duty(when=Occurrence(patterns, _)):
            return patterns
        case Gate(before=patterns) | Ban(never=patterns) | Content(when=patterns):
            return patterns
        case Recurring() if rule.scope:
            return rule.scope.begins
        case _:
            return ()


def _limits(rule: Rule) -> list[Patterns]:
    """The states and people by which a rule is limited."""
    limits = [_whole(scope) for scope in (rule.scope, rule.apart) if scope]
    if rule.for_each is not None:
        limits.append(HOUSEHOLD)
    if rule.for_each and rule.for_each.grown:
        limits.append(ACCESS)
    if rule.for_each is ForEach.POSSIBLE_SOURCE:
        limits.append(INJURY)
    return limits


def _whole(scope: Scope) -> Patterns:
    return (*scope.begins, *scope.ends)
