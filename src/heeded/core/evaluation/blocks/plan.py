"""The plan: a handbook's rules made ready, once, for judging many families."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from heeded.core.chronology.when import local
from heeded.core.evaluation.blocks.clock import Clock
from heeded.core.evaluation.columns.encode import HOUSEHOLD_KINDS, STAY_KINDS
from heeded.core.evaluation.columns.wanted import Wanted
from heeded.core.evaluation.sequence import in_turn
from heeded.core.procedures.clauses import SOURCE, day_stated, drawn_by, times_of
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.pattern import AGE, REST_DAY, Condition, Pattern, Patterns, Scope
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

DEPARTURE = "departure with reason"
OF_DEPARTURE = ("rule", "reason", "authorised by")


@dataclass(frozen=True, slots=True)
class Limit:
    """A state that limits a rule: its patterns as numbers in the plan's lists."""

    begins: int
    ends: int
    both: int
    matching: str | None


@dataclass(frozen=True, slots=True)
class Clause:
    """One rule made ready: patterns as numbers in the plan's lists, -1 where it has none.

    `number` is its place in the handbook. `owed` is all that, if we were not told of it, would matter for
    its verdict; `need` the things that a gate needs, each a list.
    """

    number: int
    rule: Rule
    when: int
    must: int = -1
    unless: int = -1
    owed: int = -1
    since: int = -1
    need: tuple[int, ...] = ()
    stating: tuple[tuple[int, int], ...] = ()
    scope: Limit | None = None
    apart: Limit | None = None

    @property
    def per(self) -> str:
        """What ties its events together."""
        return self.rule.per

    @property
    def about(self) -> bool:
        """Whether what answers it must be about the same person."""
        return self.rule.for_each is not None and self.rule.for_each.grown


@dataclass(frozen=True, slots=True)
class Say:
    """The rules that can have a say on some record: as clauses, and as a handbook of their own."""

    clauses: tuple[Clause, ...]
    handbook: Handbook


class Plan:
    """A handbook's rules in the order of judging, the lists of patterns that they read, and clocks."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.lists: list[Patterns] = []
        self._numbers: dict[Patterns, int] = {}
        self.household = self.number((Pattern(HOUSEHOLD_KINDS[0]), Pattern(HOUSEHOLD_KINDS[1])))
        self.sources = self.number(
            (Pattern(HOUSEHOLD_KINDS[0]), Pattern(HOUSEHOLD_KINDS[1]), Pattern("injury observed"))
        )
        self.departure = self.number((Pattern(DEPARTURE),))
        places = {id(rule): place for place, rule in enumerate(handbook.rules)}
        self.clauses = tuple(self._clause(places[id(rule)], rule) for rule in in_turn(handbook.rules))
        self.wanted = self._wanted()
        self.drawn = drawn_by(handbook.rules)
        self._clocks: dict[int, Clock] = {}
        self._beginning = frozenset(p.kind for clause in self.clauses for p in self._begun_by(clause))
        self._said: dict[frozenset[str], Say] = {}

    def say(self, kinds: Iterable[str]) -> Say:
        """The rules that can have a say where nothing happened but events of these kinds.

        A rule has its say on an event of a kind that it names, or on a finding of a rule that has; what the
        record draws from others it may always draw.
        """
        held = self._beginning.intersection((*kinds, *self.drawn))
        if held not in self._said:
            if len(self._said) >= _MOST_SAID:
                self._said = {}
            self._said[held] = self._say(held)
        return self._said[held]

    def _say(self, kinds: frozenset[str]) -> Say:
        clauses: list[Clause] = []
        names: set[str] = set()
        for clause in self.clauses:
            of = starts_on_finding(clause.rule)
            if of.rule in names if of else any(p.kind in kinds for p in self._begun_by(clause)):
                clauses.append(clause)
                names.add(clause.rule.name)
        numbers = {clause.number for clause in clauses}
        rules = tuple(rule for number, rule in enumerate(self.handbook.rules) if number in numbers)
        return Say(tuple(clauses), replace(self.handbook, rules=rules))

    def _begun_by(self, clause: Clause) -> Patterns:
        """The patterns of the events on which a rule has its say."""
        return self.lists[clause.when] if clause.when >= 0 else ()

    def clock(self, known_at: int) -> Clock:
        """The clock with the calendar as it was known then (seconds UTC)."""
        calendar = self.handbook.calendar.known_at(local(known_at))
        if id(calendar) not in self._clocks:
            self._clocks[id(calendar)] = Clock(self.handbook, calendar)
        return self._clocks[id(calendar)]

    def number(self, patterns: Patterns) -> int:
        """The number of a list of patterns, -1 for none; like lists share one."""
        if not patterns:
            return -1
        if patterns not in self._numbers:
            self._numbers[patterns] = len(self.lists)
            self.lists.append(patterns)
        return self._numbers[patterns]

    def _clause(self, place: int, rule: Rule) -> Clause:
        number = self.number
        scope, apart = self._limit(rule.scope), self._limit(rule.apart)
        match rule.form:
            case Duty() as duty:
                when = number(duty.when.patterns) if isinstance(duty.when, Occurrence) else -1
                must, unless, owed = duty.must, duty.unless, (*duty.must, *duty.unless)
                ids = (number(must), number(unless), number(owed))
                return Clause(place, rule, when, *ids, scope=scope, apart=apart)
            case Recurring(must=must):
                begins, ends = (rule.scope.begins, rule.scope.ends) if rule.scope else ((), ())
                ids = (number(must), -1, number((*must, *ends)))
                return Clause(place, rule, number(begins), *ids, scope=scope, apart=apart)
            case Gate() as gate:
                need = tuple(number(each) for each in gate.need)
                all_needed = number(tuple(pattern for each in gate.need for pattern in each))
                since, before = number(gate.since), number(gate.before)
                return Clause(
                    place, rule, before, since=since, need=need, owed=all_needed, scope=scope, apart=apart
                )
            case Ban(never=acts):
                return Clause(place, rule, number(acts), scope=scope, apart=apart)
            case Content() as content:
                stating = tuple(self._stating(pattern, content.conditions) for pattern in content.when)
                return Clause(place, rule, number(content.when), stating=stating, scope=scope, apart=apart)

    def _stating(self, pattern: Pattern, conditions: tuple[Condition, ...]) -> tuple[int, int]:
        asked = replace(pattern, conditions=(*pattern.conditions, *conditions))
        return self.number((pattern,)), self.number((asked,))

    def _limit(self, scope: Scope | None) -> Limit | None:
        if scope is None:
            return None
        both = self.number((*scope.begins, *scope.ends))
        return Limit(self.number(scope.begins), self.number(scope.ends), both, scope.matching)

    def _wanted(self) -> Wanted:
        rules = self.handbook.rules
        stays = any(rule.for_each or rule.per == "household" for rule in rules)
        fields = self._fields()
        about = {p.kind for clause in self.clauses if clause.about for p in self._answers(clause)}
        drawn = [SOURCE] if any(rule.for_each is ForEach.POSSIBLE_SOURCE for rule in rules) else []
        matching = {scope.matching for rule in rules for scope in (rule.scope, rule.apart) if scope}
        keys = {rule.per for rule in rules} - {"child", "household"} | (matching - {None})
        return Wanted(
            kinds=tuple(dict.fromkeys([*fields, *(STAY_KINDS if stays else ()), *drawn])),
            fields={kind: tuple(read) for kind, read in fields.items()},
            about=frozenset((*about, *drawn)),
            keys=frozenset(key for key in keys if key),
            stays=stays,
            heard=any(within.of_knowing for rule in rules for within in times_of(rule)),
        )

    def _answers(self, clause: Clause) -> Iterable[Pattern]:
        """The patterns that an answer to an occasion, or another such act, may meet."""
        for number in (clause.when, clause.owed):
            yield from self.lists[number] if number >= 0 else ()

    def _fields(self) -> dict[str, dict[str, None]]:
        """The fields that some pattern reads, by kind of event, in the order of the rules."""
        fields: dict[str, dict[str, None]] = {DEPARTURE: dict.fromkeys(OF_DEPARTURE)}
        for number, patterns in enumerate(self.lists):
            for pattern in patterns if number not in (self.household, self.sources) else ():
                known = fields.setdefault(pattern.kind, {})
                known.update((c.field, None) for c in pattern.conditions if c.field not in (AGE, REST_DAY))
        for rule in self.handbook.rules:
            field, patterns = day_stated(rule)
            for pattern in patterns:
                fields[pattern.kind][field] = None
        return fields


def starts_on_finding(rule: Rule) -> OfFinding | None:
    """What befalls another rule's finding to start this one; None where an event starts it."""
    match rule.form:
        case Duty(when=OfFinding() as of):
            return of
        case _:
            return None


_KEPT: list[Plan] = []
_MOST = 8
_MOST_SAID = 4_096


def plan_of(handbook: Handbook) -> Plan:
    """The plan of a handbook; those of the handbooks last asked for are kept."""
    for place, plan in enumerate(_KEPT):
        if plan.handbook is handbook:
            if place:
                _KEPT.insert(0, _KEPT.pop(place))
            return plan
    plan = Plan(handbook)
    _KEPT.insert(0, plan)
    del _KEPT[_MOST:]
    return plan
