"""How long a record is kept: a controller's rules, the holds that outweigh them, and what is due today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from heeded.core.access.retention_class import RetentionClass

ANY = ""
"""Any child, or any controller: an empty name in a rule or a hold."""

_FEBRUARY, _LEAP_DAY = 2, 29


class Start(StrEnum):
    """The day from which a period counts."""

    BIRTH = "birth"
    BIRTH_OF_ADULT = "birth of the adult concerned"
    DEATH = "death"
    LAST_CONTACT = "last contact"
    CLOSED = "closed"
    ORDER = "order"
    STATUS_ENDED = "protection ended"
    RECORDED = "recorded"


class AtEnd(StrEnum):
    """What a rule asks for when its period has run."""

    DISPOSE = "dispose"
    REVIEW = "review"


class Keeping(StrEnum):
    """What is to become of a record today; only one of these lets it go."""

    HELD = "held"
    KEEP = "keep"
    REVIEW = "review"
    MAY_DISPOSE = "may be disposed of"
    NO_RULE = "no rule"
    UNKNOWN = "a date is missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """So many whole years from a day; `if_died_before` is for those who died before that age."""

    start: Start
    years: int
    if_died_before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule:
    """One controller's rule for one kind of record; the longest of its periods counts.

    A period that asks whether the person died young replaces the others for whoever did. `controller`
    is empty where the rule is anybody's. `unverified` says what nobody has checked; it is shown.
    """

    id: str
    record: RetentionClass
    controller: str
    periods: tuple[Period, ...]
    at_end: AtEnd
    source: str
    unverified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A legal hold: nothing that it covers is disposed of while it lasts, whatever a rule says.

    No `child`, `record` or `controller` named covers all. `until` is None until it is lifted; the day
    itself is no longer held.
    """

    by: str
    reason: str
    since: date
    until: date | None = None
    child: str = ANY
    record: RetentionClass | None = None
    controller: str = ANY

    def covers(self, kept: Kept, today: date) -> bool:
        """Whether it holds that record today."""
        of_kind = self.record is None or self.record in kept.records
        asked = ((self.child, kept.child), (self.controller, kept.controller))
        in_time = self.since <= today and (self.until is None or today < self.until)
        return in_time and of_kind and all(mine in {ANY, theirs} for mine, theirs in asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A record as retention sees it: whose, of which kinds, with which controller, and its days."""

    child: str
    records: frozenset[RetentionClass]
    controller: str
    days: Mapping[Start, date]


@dataclass(frozen=True, slots=True)
class Disposal:
    """What is to become of a record today, until when it is kept, and the rule or hold that says so."""

    keeping: Keeping
    because: str
    until: date | None = None
    rule: RetentionRule | None = None

    @property
    def unverified(self) -> str:
        """What nobody has checked of the rule; empty where there is no doubt or no rule."""
        return self.rule.unverified if self.rule else ""


def disposal(kept: Kept, rules: Iterable[RetentionRule], holds: Iterable[Hold], today: date) -> Disposal:
    """What is to become of a record today.

    A hold beats every rule. For each kind of record that it is, the controller's own rules beat those
    for any controller, and what keeps longest counts. A kind without a rule, or a rule whose day is not
    known, keeps the record: there is no single national period for child-protection records, so silence
    never disposes of one.
    """
    if hold := next((hold for hold in holds if hold.covers(kept, today)), None):
        return Disposal(Keeping.HELD, f"Held by {hold.by} since {hold.since}: {hold.reason}")
    rules, fitting = tuple(rules), []
    for record in sorted(kept.records or {RetentionClass.OTHER}):
        found = _fitting(record, kept.controller, rules)
        if not found:
            words = f"No rule of {kept.controller} says how long it keeps: {record}. It is kept."
            return Disposal(Keeping.NO_RULE, words)
        fitting += found
    return _longest(fitting, kept, today)


def _longest(fitting: list[RetentionRule], kept: Kept, today: date) -> Disposal:
    """What the rule that keeps longest asks for today; a day that is not known keeps."""
    ends: list[tuple[date, RetentionRule]] = []
    for rule in fitting:
        end = _end(rule, kept.days)
        if isinstance(end, str):
            return Disposal(Keeping.UNKNOWN, f"Not known: {end}. It is kept.", None, rule)
        ends.append((end, rule))
    until, rule = max(ends, key=lambda pair: (pair[0], pair[1].at_end is AtEnd.REVIEW))
    return _due(until, rule, today)


def _due(until: date, rule: RetentionRule, today: date) -> Disposal:
    """What a rule asks for today, its period ending on `until`."""
    if today < until:
        return Disposal(Keeping.KEEP, f"Kept until {until} by {rule.source}.", until, rule)
    if rule.at_end is AtEnd.REVIEW:
        return Disposal(Keeping.REVIEW, f"To be reviewed since {until} by {rule.source}.", until, rule)
    return Disposal(Keeping.MAY_DISPOSE, f"Its period ended on {until} by {rule.source}.", until, rule)


def _fitting(
    record: RetentionClass, controller: str, rules: tuple[RetentionRule, ...]
) -> list[RetentionRule]:
    """The controller's own rules for the kind of record, or those of any controller."""
    of_kind = [rule for rule in rules if rule.record is record]
    own = [rule for rule in of_kind if rule.controller == controller]
    return own or [rule for rule in of_kind if rule.controller == ANY]


def _end(rule: RetentionRule, days: Mapping[Start, date]) -> date | str:
    """The first day on which the rule no longer keeps, or the name of the day that is not known."""
    periods = [period for period in rule.periods if period.if_died_before is None]
    if died := days.get(Start.DEATH):
        born = days.get(Start.BIRTH)
        for period in rule.periods:
            if period.if_died_before is not None:
                if born is None:
                    return str(Start.BIRTH)
                if died < years_after(born, period.if_died_before):
                    periods = [period]
    missing = next((str(period.start) for period in periods if period.start not in days), None)
    return missing or max(years_after(days[period.start], period.years) for period in periods)


def years_after(day: date, years: int) -> date:
    """The same day so many years on; 29 February gives 1 March where the year has none."""
    if (day.month, day.day) == (_FEBRUARY, _LEAP_DAY):
        try:
            return day.replace(year=day.year + years)
        except ValueError:
            return date(day.year + years, 3, 1)
    return day.replace(year=day.year + years)
