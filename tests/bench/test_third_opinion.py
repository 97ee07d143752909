"""A third opinion: the ten rules written by hand, without the language, find what the definition finds."""

import pyarrow as pa
import pytest

from bench.log import LogPlan, table
from bench.ours import definition
from bench.ours.families import families
from bench.peers import plain_python
from bench.schema import NOW


@pytest.mark.parametrize("seed", [7, 8, 9])
def test_the_definition_finds_what_a_plain_loop_finds(seed: int) -> None:
    log: pa.Table = table(LogPlan(events=4_000, children=200, seed=seed))
    by_hand = plain_python.judge(plain_python.by_child(log), NOW)
    ours = definition.judge(families(log), NOW)
    assert {(f.ref, int(f.trigger), f.due, f.verdict.value) for f in ours} == {
        (rule, entry, due, verdict) for rule, entry, due, _, verdict in by_hand
    }
    assert len(ours) == len(by_hand) > 1_000
