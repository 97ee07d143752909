"""Columns built straight from arrays: sorted, cut into blocks, refused where they do not fit."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from heeded.core.evaluation.columns.arrays import NONE
from heeded.core.evaluation.columns.coded import Coded
from heeded.core.evaluation.columns.columns import Columns
from heeded.core.evaluation.columns.people import Persons
from heeded.core.evaluation.kernels import Moment, encode, judge, judge_all, plan_of
from heeded.core.evaluation.kernels.codes import NO_DUE, VERDICTS
from tests.core.evaluation.differential.campaign import Batch
from tests.core.evaluation.differential.compare import Found, essence, meant

SEED = 814


def shuffled(columns: Columns, seed: int) -> Columns:
    """The same rows, the families' too, in any order."""
    return columns.taken(np.random.default_rng(seed).permutation(len(columns)))


def total(batch: Batch) -> Found:
    """What the definition finds on all families of a batch."""
    return sum((meant(batch.handbook, family, batch.moment) for family in batch.families), Found())


@pytest.mark.parametrize("number", range(8))
def test_rows_may_come_in_any_order(number: int) -> None:
    batch = Batch.of(SEED, number)
    plan = plan_of(batch.handbook)
    columns = shuffled(encode(batch.families, plan.wanted), number)
    for size in (1, 60, 100_000):
        blocks = list(judge_all(plan, columns, batch.moment, size))
        assert sum((essence(block.rows()) for block in blocks), Found()) == total(batch)


@pytest.mark.parametrize("number", range(8))
def test_columns_may_hold_more_kinds_than_rules_read_and_narrower_numbers(number: int) -> None:
    batch = Batch.of(SEED, number)
    plan = plan_of(batch.handbook)
    columns = encode(batch.families, plan.wanted)
    more = ("never read", *columns.kinds, "never read either")
    narrow = replace(
        columns,
        kinds=more,
        kind=(columns.kind + 1).astype(np.int16),
        family=columns.family.astype(np.int32),
        child=columns.child.astype(np.int32),
        entry=columns.entry.astype(np.int32),
        keys={name: codes.astype(np.int32) for name, codes in columns.keys.items()},
        facts={name: Coded(f.codes.astype(np.int8), f.values) for name, f in columns.facts.items()},
        persons=replace(columns.persons, family=columns.persons.family.astype(np.int32)),
    )
    if columns.links is None or not np.any(columns.kind == NONE):
        assert essence(judge(plan, narrow, batch.moment).rows()) == total(batch)


def test_blocks_hold_whole_families_and_every_row_once() -> None:
    batch = Batch.of(SEED, 0)
    columns = encode(batch.families, plan_of(batch.handbook).wanted)
    blocks = list(columns.blocks(50))
    assert len(blocks) > 3
    assert np.array_equal(np.concatenate([block.entry for block in blocks]), columns.entry)
    families = [set(block.family.tolist()) for block in blocks]
    assert sum(map(len, families)) == len(set().union(*families))


def test_no_rows_give_no_blocks_and_no_findings() -> None:
    batch = Batch.of(SEED, 0)
    plan = plan_of(batch.handbook)
    nothing = encode([], plan.wanted)
    assert list(judge_all(plan, nothing, batch.moment)) == []
    assert len(judge(plan, nothing, batch.moment).columns().rule) == 0


def test_findings_as_arrays_are_the_findings() -> None:
    batch = Batch.of(SEED, 1)
    plan = plan_of(batch.handbook)
    columns = encode(batch.families, plan.wanted)
    findings = judge(plan, columns, batch.moment)
    arrays, rows = findings.columns(), list(findings.rows())
    assert len(arrays.rule) == len(findings) == len(rows) > 50
    rules, names = batch.handbook.rules, columns.persons.names
    drawn = Counter(
        (rules[rule].name, names.of(child), VERDICTS[verdict], arose, None if due == NO_DUE else due)
        for rule, child, verdict, arose, due in zip(
            *(getattr(arrays, name).tolist() for name in ("rule", "child", "verdict", "arose", "due")),
            strict=True,
        )
    )
    assert drawn == Counter((f.rule, f.child, f.verdict, f.arose, f.due) for f in rows)


def test_a_finding_that_another_started_says_which() -> None:
    for number in range(40):
        batch = Batch.of(SEED, number)
        plan = plan_of(batch.handbook)
        arrays = judge(plan, encode(batch.families, plan.wanted), batch.moment).columns()
        started = np.flatnonzero(arrays.origin != NONE)
        if len(started):
            assert np.all(arrays.trigger[started] == NONE)
            assert np.all(arrays.origin[started] < started)
            return
    pytest.fail("no finding started another")


def columns_of(size: int, **others: object) -> Columns:
    """Plain columns of so many rows about one child."""
    number = np.arange(size)
    nothing = np.zeros(size, np.int64)
    parts: dict[str, object] = {
        "kinds": ("visit",),
        **dict.fromkeys(("family", "child", "kind"), nothing),
        **dict.fromkeys(("earliest", "latest", "told", "known", "entry"), number),
        "persons": Persons.children_of(np.zeros(1, np.int64)),
    }
    return Columns(**{**parts, **others})  # type: ignore[arg-type]  # one row a part


def test_a_column_that_is_too_short_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="longer or shorter: told, plan"):
        columns_of(3, told=np.arange(2), keys={"plan": np.arange(4)})


def test_an_agencys_view_needs_to_know_who_heard_of_what() -> None:
    batch = Batch.of(SEED, 0)
    with pytest.raises(ValueError, match="do not say who heard of what"):
        judge(plan_of(batch.handbook), columns_of(3), Moment(9, 9, "council"))


def test_without_names_codes_are_names() -> None:
    columns = columns_of(3)
    assert columns.families.of(7) == "7"
    assert columns.entries.of(NONE) == ""
    assert columns.persons.names.all_of(np.array([0, NONE])) == ["0", ""]
