"""What changed between two editions of a handbook: rules and amounts."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.procedures.account.explain import explain
from heeded.core.procedures.handbook import Amounts, Handbook
from heeded.core.procedures.rule import Rule


@dataclass(frozen=True, slots=True)
class Reworded:
    """A rule in two wordings."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A named amount in an area (empty: everywhere) before and after; empty where there was none."""

    name: str
    area: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What one edition has that the other has not; all empty where they agree."""

    old: str
    new: str
    added: tuple[Rule, ...]
    gone: tuple[Rule, ...]
    reworded: tuple[Reworded, ...]
    amounts: tuple[Changed, ...]


def difference(handbook: Handbook, old: str, new: str) -> Difference:
    """What changed from the edition named `old` to the one named `new`, each as on its last day.

    KeyError names the editions there are.
    """
    before, after = handbook.as_edition(old), handbook.as_edition(new)
    was = {rule.name: rule for rule in before.rules}
    now = {rule.name: rule for rule in after.rules}
    return Difference(
        old=old,
        new=new,
        added=tuple(rule for rule in after.rules if rule.name not in was),
        gone=tuple(rule for rule in before.rules if rule.name not in now),
        reworded=tuple(
            _reworded(was[name], now[name], handbook) for name in now if _differs(name, was, now, handbook)
        ),
        amounts=tuple(_amounts(before, after)),
    )


def _differs(name: str, was: dict[str, Rule], now: dict[str, Rule], handbook: Handbook) -> bool:
    return name in was and explain(was[name], handbook) != explain(now[name], handbook)


def _reworded(was: Rule, now: Rule, handbook: Handbook) -> Reworded:
    return Reworded(now.name, explain(was, handbook), explain(now, handbook))


def _amounts(before: Handbook, after: Handbook) -> list[Changed]:
    changed: list[Changed] = []
    for name in dict.fromkeys((*before.amounts, *after.amounts)):
        was, now = _by_area(before.amounts.get(name)), _by_area(after.amounts.get(name))
        changed.extend(
            Changed(name, area, was.get(area, ""), now.get(area, ""))
            for area in dict.fromkeys((*was, *now))
            if was.get(area) != now.get(area)
        )
    return changed


def _by_area(amounts: Amounts | None) -> dict[str, str]:
    """The amount that holds in each area with a line of its own, and everywhere else."""
    return {line.area: str(line.amount) for line in amounts.lines} if amounts else {}
