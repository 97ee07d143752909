"""The column kernels find what the definition finds, on random rules and families aimed at the edges."""

from __future__ import annotations

from collections import Counter

import pytest

from heeded.core.evaluation.blocks import keys, places, ties
from heeded.core.evaluation.finding import Verdict, Why
from tests.core.evaluation.differential.campaign import TOGETHER, Batch, Tally
from tests.core.evaluation.differential.compare import report, smallest
from tests.core.evaluation.differential.mutants import Mutant, planted
from tests.core.evaluation.differential.planted_bugs import BUGS

SEED = 20_110_201
PARTS, BATCHES = 12, 10
"""In all 12 x 10 x 25 = 3,000 families."""


def told(batch: Batch, tally: Tally) -> str:
    """The first difference, cut down to what causes it."""
    name = tally.differences[0]
    if not name.startswith("family"):
        return name
    return report(*smallest(batch.handbook, batch.judgement(name)))


@pytest.mark.parametrize("part", range(PARTS))
def test_both_find_the_same_alone_and_together(part: int) -> None:
    for number in range(BATCHES):
        batch = Batch.of(SEED, part, number)
        tally = batch.compared()
        assert not tally.differences, told(batch, tally)


def test_every_verdict_and_every_reason_occurs() -> None:
    tally = Tally()
    for number in range(16):
        tally.add(Batch.of(SEED, 0, number).compared())
    assert {verdict for verdict, _ in tally.verdicts} == set(Verdict)
    assert {why for _, why in tally.verdicts} == {None, *Why}


def test_both_find_the_same_where_numbers_are_too_wide_for_the_quick_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(places, "WIDEST", 20)
    monkeypatch.setattr(ties, "WIDEST", 20)
    monkeypatch.setattr(keys, "_SPARSE", 0)
    for number in range(20):
        batch = Batch.of(SEED, PARTS, number)
        tally = batch.compared()
        assert not tally.differences, told(batch, tally)


QUICK = [bug for bug in BUGS if not bug.slow]


@pytest.mark.parametrize("bug", QUICK, ids=lambda bug: bug.name)
def test_a_planted_bug_is_found(bug: Mutant) -> None:
    assert bug.families_needed(250) is not None


def test_the_kernels_are_whole_again_after_a_bug() -> None:
    with planted(BUGS[0]):
        pass
    assert not Batch.of(SEED, 0, 0).compared().differences


def test_bugs_are_each_planted_in_one_place_and_named_once() -> None:
    for bug in BUGS:
        compile(bug.text(), str(bug.path), "exec")
    assert [name for name, times in Counter(bug.name for bug in BUGS).items() if times > 1] == []


def test_a_batch_holds_as_many_families_as_it_says() -> None:
    assert len(Batch.of(SEED, 0, 0).families) == TOGETHER
