"""Occasions: the events on which a rule has something to say, and about whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from heeded.core.chronology.household import JOINED, LEFT, households_of
from heeded.core.chronology.view import Known
from heeded.core.evaluation.definition.judging import Judging
from heeded.core.evaluation.definition.match import matches
from heeded.core.evaluation.definition.order import may_precede
from heeded.core.evaluation.definition.state import (
    Opening,
    State,
    openings,
    standing,
    state_before,
)
from heeded.core.evaluation.finding import Cited, Finding, Verdict, Why
from heeded.core.procedures.clauses import SOURCE
from heeded.core.procedures.handbook import Edition
from heeded.core.procedures.pattern import Pattern, Patterns, Scope
from heeded.core.procedures.rule import ForEach, Gate, Rule

DEPARTURE = "departure with reason"
INJURY = "injury observed"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One event on which a rule applies, for one child and at most one adult.

    `key` ties the occasion to the events that may answer it. `barred` says why the occasion
    cannot be judged at all, if it cannot.
    """

    rule: Rule
    edition: Edition
    event: Known
    child: str
    key: tuple[str, str]
    about: str = ""
    barred: Why | None = None
    cited: tuple[Cited, ...] = ()

    def finding(
        self,
        judging: Judging,
        verdict: Verdict,
        why: Why | None = None,
        *,
        due: int | None = None,
        ended: str | None = None,
        cited: Iterable[Cited] = (),
    ) -> Finding:
        """A finding on this occasion, with what the form of the rule knows of it."""
        return Finding(
            edition=self.edition.name,
            rule=self.rule.name,
            ref=self.rule.ref,
            family=judging.chronology.family,
            child=self.child,
            key=self.key[1],
            about=self.about,
            trigger=self.event.root,
            owed_by=self.rule.owed_by,
            verdict=verdict,
            why=why,
            arose=self.event.entry.happened.earliest,
            due=due,
            ended=ended,
            cited=(*self.cited, Cited("when", self.event.root), *cited),
        )

    def answers(self, patterns: Patterns, event: Known, judging: Judging) -> bool:
        """Whether an event matches the patterns and belongs to this occasion."""
        return (
            event is not self.event
            and matches(patterns, event, judging)
            and judging.key(self.rule.per, event) == self.key
            and (not self.about or event.entry.facts.get("person") == self.about)
        )

    def departs(self, event: Known, judging: Judging) -> bool:
        """Whether an event records a departure from the rule here.

        It names the rule, the reason, and who authorised it, someone entitled to.
        """
        entry = event.entry
        if entry.kind != DEPARTURE:
            return False
        named, reason, by = (entry.facts.get(field) for field in ("rule", "reason", "authorised by"))
        entitled = not self.rule.departure_by or by in self.rule.departure_by
        return (
            bool(named and reason and by)
            and named in (self.rule.name, self.rule.ref)
            and entitled
            and judging.key(self.rule.per, event) == self.key
        )


def occasions(rule: Rule, events: list[Known], judging: Judging) -> Iterator[Occasion]:
    """The occasions that these events give rise to, with the rule's limits applied."""
    for event in events:
        day = judging.day_of(event)
        edition = judging.handbook.edition_on(day)
        key = judging.key(rule.per, event)
        if edition is None or key is None or not rule.in_force(day):
            continue
        occasion = Occasion(rule, edition, event, event.entry.child, key)
        limited = _apart(_in_scope(occasion, judging), judging)
        if limited is not None:
            yield from _for_each(limited, judging)


def _in_scope(occasion: Occasion, judging: Judging) -> Occasion | None:
    scope = occasion.rule.scope
    if scope is None:
        return occasion
    if not _scope_told(scope, occasion, judging):
        return replace(occasion, barred=Why.NOT_CARRIED)
    among = openings(scope, occasion.rule.per, occasion.key, judging)
    state = state_before(occasion.event, among)
    if state is State.CLOSED:
        return None
    barred = Why.TOO_COARSE if state is State.UNSURE else None
    return replace(occasion, barred=barred, cited=_cite(among, occasion.event))


def _apart(occasion: Occasion | None, judging: Judging) -> Occasion | None:
    """The occasion, unless it falls within the state that the rule stands apart from."""
    if occasion is None or occasion.rule.apart is None:
        return occasion
    if not _scope_told(occasion.rule.apart, occasion, judging):
        return replace(occasion, barred=occasion.barred or Why.NOT_CARRIED)
    among = openings(occasion.rule.apart, occasion.rule.per, occasion.key, judging)
    state = state_before(occasion.event, among)
    if state is State.OPEN:
        return None
    unsure = Why.TOO_COARSE if state is State.UNSURE else None
    return replace(occasion, barred=occasion.barred or unsure)


def scope_told(scope: Scope, child: str, at: int, judging: Judging) -> bool:
    """Whether we would have been told of the beginnings and endings of a state by then."""
    return judging.told((*scope.begins, *scope.ends), child, at, at)


def _scope_told(scope: Scope, occasion: Occasion, judging: Judging) -> bool:
    at = occasion.event.entry.happened.earliest
    return scope_told(scope, occasion.child, at, judging)


def _cite(among: list[Opening], event: Known) -> tuple[Cited, ...]:
    return tuple(Cited("while", opening.begin.root) for opening in standing(event, among))


def _for_each(occasion: Occasion, judging: Judging) -> Iterator[Occasion]:
    each = occasion.rule.for_each
    if each and not _household_told(occasion, each, judging):
        yield replace(occasion, barred=Why.NOT_CARRIED)
        return
    match occasion.rule.for_each:
        case None:
            yield occasion
        case ForEach.OTHER_CHILD:
            for child in _other_children(occasion.event, judging):
                key = judging.key(occasion.rule.per, occasion.event, child)
                if key is not None:
                    yield replace(occasion, child=child, key=key)
        case ForEach.ADULT_WITH_ACCESS:
            since = _since(occasion, judging)
            for adult in _adults_with_access(occasion.event, since, judging):
                yield replace(occasion, about=adult)
        case ForEach.POSSIBLE_SOURCE:
            for person, named in _possible_sources(occasion.event, judging).items():
                cited = tuple(Cited("for each", event.root) for event in named)
                yield replace(occasion, about=person, cited=(*occasion.cited, *cited))


def _other_children(event: Known, judging: Judging) -> list[str]:
    """The other children who may have been in the child's household at the time."""
    people = _housemates(event, judging) - {event.entry.child}
    return sorted(person for person in people if not _adult(person, judging))


def _adults_with_access(event: Known, since: int, judging: Judging) -> list[str]:
    """The adults who may have been in the child's household, or had access, since then."""
    until = event.entry.happened.latest
    visitors = {
        stay.person
        for stay in judging.access
        if stay.group == event.entry.child and stay.may_cover(since, until)
    }
    people = _housemates(event, judging, since) | visitors
    return sorted(person for person in people if _adult(person, judging))


def _possible_sources(event: Known, judging: Judging) -> dict[str, list[Known]]:
    """Everybody whom the record draws as a possible source of an injury to the child, before the event."""
    found: dict[str, list[Known]] = {}
    for other in judging.by_kind.get(SOURCE, ()):
        if other.entry.child == event.entry.child and may_precede(other, event):
            found.setdefault(str(other.entry.facts["person"]), []).append(other)
    return dict(sorted(found.items()))


def _since(occasion: Occasion, judging: Judging) -> int:
    """From when on access counts: the latest event that the gate looks back to, else now."""
    form, event = occasion.rule.form, occasion.event
    since = form.since if isinstance(form, Gate) else ()
    earlier = [
        other.entry.happened.earliest
        for other in judging.of_kinds(since)
        if occasion.answers(since, other, judging) and may_precede(other, event)
    ]
    return min(max(earlier, default=event.entry.happened.earliest), event.entry.happened.earliest)


def _housemates(event: Known, judging: Judging, since: int | None = None) -> set[str]:
    happened = event.entry.happened
    start, end = happened.earliest if since is None else since, happened.latest
    homes = households_of(event.entry.child, judging.households, start, end)
    return {stay.person for stay in judging.households if stay.group in homes and stay.may_cover(start, end)}


def _household_told(occasion: Occasion, each: ForEach, judging: Judging) -> bool:
    at = occasion.event.entry.happened.earliest
    told = [Pattern(JOINED), Pattern(LEFT)]
    if each is ForEach.POSSIBLE_SOURCE:
        told.append(Pattern(INJURY))
    return judging.told(tuple(told), occasion.child, at, at)


def _adult(person: str, judging: Judging) -> bool:
    known = judging.chronology.people.get(person)
    return known is not None and known.adult
