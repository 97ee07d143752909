"""A third opinion: the ten rules written by hand, without the language, find what the evaluators find."""

import pyarrow as pa
import pytest

from bench.log import LogPlan, table
from bench.ours import definition, kernels
from bench.ours.columns import columns
from bench.ours.families import families
from bench.ours.ten_rules import ten_rules
from bench.peers import plain_python
from bench.schema import NOW
from heeded.core.evaluation.blocks.plan import plan_of


@pytest.mark.parametrize("seed", [7, 8, 9])
def test_the_definition_finds_what_a_plain_loop_finds(seed: int) -> None:
    log: pa.Table = table(LogPlan(events=4_000, children=200, seed=seed))
    by_hand = plain_python.judge(plain_python.by_child(log), NOW)
    ours = definition.judge(families(log), NOW)
    assert {(f.ref, int(f.trigger), f.due, f.verdict.value) for f in ours} == {
        (rule, entry, due, verdict) for rule, entry, due, _, verdict in by_hand
    }
    assert len(ours) == len(by_hand) > 1_000


@pytest.mark.parametrize("seed", [7, 8, 9])
def test_the_kernels_find_what_a_plain_loop_finds_in_a_log_that_never_became_objects(seed: int) -> None:
    log: pa.Table = table(LogPlan(events=100_000, children=5_000, seed=seed))
    by_hand = plain_python.judge(plain_python.by_child(log), NOW)
    plan = plan_of(ten_rules())
    assert kernels.tally(plan, kernels.judge(plan, columns(log), NOW)) == plain_python.tally(by_hand)


def test_whole_days_are_judged_alike_by_the_kernels_and_the_definition() -> None:
    log: pa.Table = table(LogPlan(events=4_000, children=200, seed=7, days=True))
    plan = plan_of(ten_rules())
    found = kernels.tally(plan, kernels.judge(plan, columns(log), NOW))
    assert found == definition.tally(definition.judge(families(log), NOW))
    assert any(verdict == "not assessable" for _, verdict, _, _ in found)
