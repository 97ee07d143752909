"""Tests of leaving rules out that cannot have a say on a record: the same is found without them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heeded import bootstrap
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.vocabulary import DRAWN
from heeded.core.evaluation import definition, kernels, one_family
from heeded.core.evaluation.blocks.plan import plan_of
from tests.core.evaluation.differential.compare import essence

DAY = 86_400


def stories() -> list[Chronology]:
    """The beginnings of a record, and all of it but for the events of one kind."""
    whole = bootstrap.open_scenario("child-t").chronology
    told = [replace(whole, entries=whole.entries[:size]) for size in range(0, len(whole.entries), 5)]
    kinds = sorted({entry.kind for entry in whole.entries})
    without = [tuple(entry for entry in whole.entries if entry.kind != kind) for kind in kinds[::3]]
    return [*told, *(replace(whole, entries=entries) for entries in without)]


@pytest.mark.parametrize("story", stories(), ids=lambda story: f"{len(story.entries)} entries")
def test_with_the_rules_that_can_have_a_say_the_same_is_found_by_either(
    story: Chronology, monkeypatch: pytest.MonkeyPatch
) -> None:
    handbook = bootstrap.open_handbook()
    now = max((entry.told for entry in story.entries), default=0) + 30 * DAY
    meant = essence(definition.evaluate(story, handbook, now))
    for shortest in (0, 10_000):
        monkeypatch.setattr(one_family, "SHORT", shortest)
        assert essence(one_family.judge_family(story, handbook, now)) == meant


def test_no_kind_of_event_only_what_is_drawn_and_every_kind_every_rule_that_something_starts() -> None:
    handbook = bootstrap.open_handbook()
    plan = plan_of(handbook)
    begun = [plan.lists[clause.when] for clause in plan.say(()).clauses if clause.when >= 0]
    assert all(any(pattern.kind in DRAWN for pattern in patterns) for patterns in begun)
    everything = plan.say(kind for patterns in plan.lists for kind in (p.kind for p in patterns))
    assert everything.handbook.rules == handbook.rules
    assert [clause.number for clause in everything.clauses] == [clause.number for clause in plan.clauses]


def test_what_one_kind_starts_is_a_small_part_of_the_handbook_and_kept() -> None:
    plan = plan_of(bootstrap.open_handbook())
    said = plan.say(["visit", "something that no rule names"])
    assert len(said.clauses) < len(plan.clauses) / 4
    assert plan.say(["visit"]) is said


def test_the_kernels_still_judge_by_a_plan_alone() -> None:
    handbook = bootstrap.open_handbook()
    whole = bootstrap.open_scenario("child-t").chronology
    now = max(entry.told for entry in whole.entries) + DAY
    assert kernels.evaluate(whole, handbook, now)
