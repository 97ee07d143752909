"""What is drawn is judged alike by the definition and by the kernels, alone and together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heeded.bootstrap import open_handbook
from heeded.core.chronology.chronology import Chronology
from heeded.core.evaluation import definition, kernels
from heeded.core.evaluation.columns.view import Moment
from heeded.core.evidence.drawn import with_drawn
from heeded.core.procedures.clauses import drawn_by
from heeded.core.procedures.handbook import Handbook
from tests.core.evaluation.differential.compare import Found, essence
from tests.core.evidence.random_families import moment, random_family

PARTS, FAMILIES = 8, 60


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    """The rules that rest on what is drawn, with those on whose findings nothing else rests."""
    book = open_handbook()
    rules = tuple(rule for rule in book.rules if drawn_by([rule]))
    assert {rule.ref for rule in rules} >= {"POOL-01", "POOL-02", "EM-01"}
    return replace(book, rules=rules)


def family(seed: int) -> Chronology:
    return random_family(seed)


@pytest.mark.parametrize("part", range(PARTS))
def test_both_find_the_same_on_each_family(part: int, handbook: Handbook) -> None:
    found = Found()
    for seed in range(part * FAMILIES, (part + 1) * FAMILIES):
        at = moment(seed)
        meant = essence(definition.evaluate(family(seed), handbook, *at))
        assert essence(kernels.evaluate(family(seed), handbook, *at)) == meant, seed
        found += meant
    assert len({finding[1] for finding in found}) >= len(handbook.rules) - 4


def test_each_rule_finds_something_in_some_family(handbook: Handbook) -> None:
    """A rule that finds nothing would be compared with nothing."""
    found = Found()
    for seed in range(PARTS * FAMILIES):
        found += essence(definition.evaluate(family(seed), handbook, *moment(seed)))
    assert {finding[1] for finding in found} == {rule.name for rule in handbook.rules}


@pytest.mark.parametrize("part", range(PARTS))
def test_many_together_are_judged_as_each_alone(part: int, handbook: Handbook) -> None:
    now, to, at = moment(part)
    families = [family(seed) for seed in range(part * FAMILIES, (part + 1) * FAMILIES)]
    plan = kernels.plan_of(handbook)
    drawn = [with_drawn(each, now, to, at, plan.drawn) for each in families]
    columns = kernels.encode(drawn, plan.wanted, heard=True)
    moments = Moment(now, now if at is None else at, to)
    alone = sum((essence(definition.evaluate(each, handbook, now, to, at)) for each in families), Found())
    for block in (100, 65_536):
        together = kernels.judge_all(plan, columns, moments, block)
        assert sum((essence(found.rows()) for found in together), Found()) == alone
