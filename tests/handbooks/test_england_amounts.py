"""Every dated amount of England's handbook is held by an example: who edits an old line is refused."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

import pytest

from heeded.bootstrap import open_handbook
from heeded.core.evaluation.examples import run_example
from heeded.core.procedures.amount import Amount, Unit
from heeded.core.procedures.clauses import times_of
from heeded.core.procedures.handbook import Amounts, Example, Handbook


@lru_cache
def england() -> Handbook:
    return open_handbook()


def edited(amounts: Amounts, place: int) -> Amounts:
    """The amounts with one line a little longer than it was agreed."""
    line = amounts.lines[place]
    unit = line.amount.unit
    longer = Amount(2, Unit.DAY) if unit is Unit.SAME_DAY else Amount(line.amount.number + 1, unit)
    lines = [*amounts.lines]
    lines[place] = replace(line, amount=longer)
    return replace(amounts, lines=tuple(lines))


def examples_of(amount: str, handbook: Handbook) -> list[Example]:
    """The examples that expect something of a rule whose time is this amount."""
    rules = {r.name for r in handbook.rules if any(within.amount == amount for within in times_of(r))}
    return [each for each in handbook.examples if rules & {one.rule for one in each.expected}]


LINES = [(name, place) for name, amounts in england().amounts.items() for place in range(len(amounts.lines))]


@pytest.mark.parametrize(("name", "place"), LINES, ids=str)
def test_an_old_line_cannot_be_edited_unnoticed(name: str, place: int) -> None:
    handbook = england()
    changed = {**handbook.amounts, name: edited(handbook.amounts[name], place)}
    spoilt = replace(handbook, amounts=MappingProxyType(changed))
    held = examples_of(name, handbook)
    assert not [wrong for each in held for wrong in run_example(each, handbook)]
    assert [wrong for each in held for wrong in run_example(each, spoilt)]
