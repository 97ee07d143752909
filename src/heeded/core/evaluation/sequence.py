"""In which turn rules are judged: one that starts on another's finding comes after it."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import TopologicalSorter

from heeded.core.procedures.rule import Duty, OfFinding, Rule


def in_turn(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules, each after those on whose findings it starts; otherwise as they stand.

    Raises graphlib.CycleError where rules start on one another in a circle, which the
    checker refuses before.
    """
    standing = tuple(rules)
    merged: dict[str, set[str]] = {}
    for rule in standing:
        merged.setdefault(rule.name, set()).update(starts_on(rule))
    names = TopologicalSorter(merged).static_order()
    return tuple(rule for name in names for rule in standing if rule.name == name)


def starts_on(rule: Rule) -> set[str]:
    """The names of the rules on whose findings this one starts."""
    match rule.form:
        case Duty(when=OfFinding(name, _)):
            return {name}
        case _:
            return set()


def with_those_that_start(names: set[str], rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules of these names, and those on whose findings they start, in the order given."""
    standing = tuple(rules)
    wanted: set[str] = set()
    more = set(names)
    while more - wanted:
        wanted |= more
        more = {start for rule in standing if rule.name in wanted for start in starts_on(rule)}
    return tuple(rule for rule in standing if rule.name in wanted)


def began_by(trigger: str) -> tuple[str, ...]:
    """A finding's trigger; where that is another finding's lapse, that one's trigger too, and so on."""
    found = [trigger]
    while found[-1].count("/") > 2:  # noqa: PLR2004 - rule, trigger, child, person
        found.append(found[-1].partition("/")[2].rsplit("/", 2)[0])
    return tuple(found)
