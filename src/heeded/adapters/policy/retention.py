"""Reading how long records are kept: each controller's rules."""

from __future__ import annotations

from functools import cache
from typing import Any

from heeded.adapters.policy.words import one
from heeded.adapters.policy.wrong import WrongPolicy, only, parsed, rows_of, shipped
from heeded.core.access.retention import ANY, AtEnd, Period, RetentionRule, Start
from heeded.core.access.retention_class import RetentionClass

ANY_CONTROLLER = "any"
LONGEST_YEARS = 1000


@cache
def shipped_retention() -> tuple[RetentionRule, ...]:
    """The retention rules that come with Heeded."""
    return read_retention(shipped("retention.yaml"), "retention.yaml")


def read_retention(text: str, name: str) -> tuple[RetentionRule, ...]:
    """The retention rules in a YAML text called `name`; WrongPolicy says what is wrong, in which rule."""
    content = parsed(text, name)
    only(content, (), ("rules",), name)
    rules = tuple(_rule(given, where) for given, where in rows_of(content, "rules", name))
    ids = [rule.id for rule in rules]
    if twice := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        raise WrongPolicy(f"{name}: written twice: {', '.join(twice)}. Rename one.")
    return rules


def _rule(given: dict[str, Any], where: str) -> RetentionRule:
    """One rule."""
    only(given, ("unverified",), ("id", "record", "controller", "keep", "at end", "source"), where)
    where = f'{where} "{given["id"]}"'
    controller = str(given["controller"])
    periods = tuple(_period(period, at) for period, at in rows_of(given, "keep", where))
    if all(period.if_died_before is not None for period in periods):
        raise WrongPolicy(f'{where}, "keep": says nothing of those who did not die young. Add a period.')
    return RetentionRule(
        id=str(given["id"]),
        record=one(given["record"], RetentionClass, f'{where}, "record"'),
        controller=ANY if controller == ANY_CONTROLLER else controller,
        periods=periods,
        at_end=one(given["at end"], AtEnd, f'{where}, "at end"'),
        source=str(given["source"]),
        unverified=str(given.get("unverified", "")),
    )


def _period(given: dict[str, Any], where: str) -> Period:
    """One period."""
    only(given, ("if died before",), ("from", "years"), where)
    before = given.get("if died before")
    return Period(
        start=one(given["from"], Start, f'{where}, "from"'),
        years=_years(given["years"], f'{where}, "years"'),
        if_died_before=None if before is None else _years(before, f'{where}, "if died before"'),
    )


def _years(given: object, where: str) -> int:
    """A number of whole years, one at least."""
    if isinstance(given, bool) or not isinstance(given, int) or not 1 <= given <= LONGEST_YEARS:
        raise WrongPolicy(f"{where}: must be whole years from 1 to {LONGEST_YEARS}, but is {given!r:.40}.")
    return given
