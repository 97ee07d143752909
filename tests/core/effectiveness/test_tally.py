"""Findings counted by verdict, and what stands beside the shares."""

from dataclasses import replace

import pytest

from heeded.core.effectiveness.tally import Counts, Tally
from heeded.core.evaluation.finding import Finding, Verdict, Why

NOW = 1_000
FINDING = Finding(
    edition="2023",
    rule="rule",
    ref="R-01",
    family="family",
    child="child",
    key="R1",
    about="",
    trigger="e1",
    owed_by="children's social care",
    verdict=Verdict.KEPT,
    arose=500,
    due=900,
)
COUNTED = [
    (Verdict.KEPT, "kept", 1),
    (Verdict.KEPT_LATE, "kept_late", 1),
    (Verdict.OVERDUE, "overdue", 1),
    (Verdict.MISSED, "missed", 1),
    (Verdict.BROKEN, "missed", 1),
    (Verdict.DEPARTED, "departed", 0),
    (Verdict.OVERRIDE, "departed", 0),
    (Verdict.VOID, "void", 0),
    (Verdict.DUE, "due", 0),
    (Verdict.NOT_ASSESSABLE, "not_assessable", 0),
]


def counted(*findings: Finding) -> Counts:
    """The counts of these findings."""
    tally = Tally(NOW)
    for finding in findings:
        tally.add(finding)
    return tally.counts()


@pytest.mark.parametrize(("verdict", "column", "assessable"), COUNTED)
def test_each_verdict_has_its_column(verdict: Verdict, column: str, assessable: int) -> None:
    counts = counted(replace(FINDING, verdict=verdict))
    assert getattr(counts, column) == 1
    assert counts.assessable == assessable
    columns = {name for _, name, _ in COUNTED}
    assert sum(getattr(counts, name) for name in columns) == 1


def test_every_verdict_is_counted() -> None:
    assert {verdict for verdict, _, _ in COUNTED} == set(Verdict)


def test_what_lies_outside_the_time_told_of_stands_apart_whatever_became_of_it() -> None:
    tally = Tally(NOW)
    for verdict in Verdict:
        tally.add(replace(FINDING, verdict=verdict), outside=True)
    assert tally.counts() == Counts(outside={verdict.value: 1 for verdict in Verdict})


def test_why_nothing_can_be_said_is_counted_too() -> None:
    findings = [
        replace(FINDING, verdict=Verdict.NOT_ASSESSABLE, why=why)
        for why in (Why.NOT_CARRIED, Why.TOO_COARSE, Why.NOT_CARRIED)
    ]
    assert counted(*findings).why == {Why.NOT_CARRIED.value: 2, Why.TOO_COARSE.value: 1}


def test_a_duty_kept_before_its_time_ran_out_is_left_out_of_the_ripe_share() -> None:
    """Of two duties whose time has run out one was kept: one in two, not two in three."""
    early = replace(FINDING, due=NOW + 1)
    on_the_day = replace(FINDING, due=NOW)
    counts = counted(early, on_the_day, replace(FINDING, verdict=Verdict.OVERDUE))
    assert (counts.share_kept, counts.share_kept_ripe) != (None, None)
    assert counts.share_kept is not None
    assert counts.share_kept.value == pytest.approx(2 / 3)
    assert counts.share_kept_ripe is not None
    assert counts.share_kept_ripe.value == pytest.approx(1 / 2)


def test_a_source_that_lacks_what_a_rule_needs_assesses_no_child() -> None:
    counts = Counts.of_lacking(("referral decision",), 332)
    assert (counts.assessable, counts.not_assessable) == (0, 332)
    assert counts.share_kept is None
