"""What the story of the bruised baby must hold, and what it must make fire, event by event."""

import pytest

from heeded.bootstrap import open_handbook, open_scenario
from heeded.casework.replay import Replay, headline, not_yet_written
from heeded.core.chronology.scenario import Scenario
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.evidence.prompts import Reading
from tests.scenarios.firing import (
    ASKED,
    BROKEN,
    IN_THE_WAY,
    OPEN,
    Check,
    begun_by,
    fires,
    firing,
    moments,
    whole,
)

EDITIONS = ("2023", "2025")
CHECKS = [
    Check("B1", "CL-01", ASKED, "2025-04-08"),
    Check("B1", "CL-04", ASKED, "2025-04-08"),
    Check("B1", "HIST-01", IN_THE_WAY),
    Check("B2", "CL-04", ASKED, "2025-04-29"),
    Check("B2", "CL-04", OPEN, "2025-04-08"),
    Check("B2", "HIST-01", ASKED, "2025-04-30"),
    Check("B3", "HO-01", IN_THE_WAY),
    Check("B3", "HO-01", BROKEN),
    Check("B3", "HO-03", BROKEN),
    Check("B3", "HIST-01", ASKED, "2025-05-12"),
    Check("B3", "RE-01", ASKED, "2025-05-11"),
    Check("B3", "DIS-01", ASKED, "2025-05-16"),
    Check("B4", "SD-01", ASKED, "2025-05-14"),
    Check("B4", "DIS-01", OPEN, "2025-05-14"),
    Check("B5", "CL-06", ASKED, "2025-05-16"),
    Check("B5", "DISC-01", ASKED, "2025-05-19"),
    Check("B6", "SIB-01", OPEN, "2025-05-20"),
    Check("B6", "RE-02", ASKED, "2025-05-20"),
    Check("B7", "EX-02", ASKED, "2025-05-20"),
    Check("B7", "POOL-02", ASKED, "2025-05-21"),
    Check("B7", "HIST-01", BROKEN),
    Check("B7", "CAR-02", BROKEN),
    Check("B8", "POOL-02", ASKED, "2025-06-04"),
    Check("B8", "EM-01", ASKED, "2025-06-04"),
    Check("B10", "LRN-01", ASKED, "2025-06-12"),
]


@pytest.fixture(scope="module")
def story() -> Scenario:
    return open_scenario("bruised-baby")


@pytest.fixture(scope="module", params=EDITIONS)
def told(request: pytest.FixtureRequest) -> Replay:
    return whole("bruised-baby", request.param, "at-once")


def test_it_says_of_itself_that_it_is_invented_and_of_no_single_child(story: Scenario) -> None:
    assert "composite" in story.notes["people"]
    assert "no child who lives or lived" in story.notes["people"]
    assert {event.dates for event in story.events} == {"invented"}
    assert [source for source in story.sources if not source.endswith("unverified")] == []


def test_every_entry_says_only_what_its_kind_can(story: Scenario) -> None:
    wrong = {e.id: said for e in story.chronology.entries if (said := KINDS[e.kind].objections(e.facts))}
    strays = {e.id for e in story.chronology.entries if not set(e.keys) <= set(KINDS[e.kind].keys)}
    early = {e.id for e in story.chronology.entries if e.told < e.happened.earliest}
    assert (wrong, strays, early) == ({}, set(), set())


def test_four_services_saw_a_mark_and_none_of_the_first_three_told_another_that_day(story: Scenario) -> None:
    seen = [entry for entry in story.chronology.entries if entry.kind == "injury observed"]
    assert [entry.source.agency for entry in seen] == ["health-visiting", "surgery", "hospital", "hospital"]
    assert [dict(entry.known) for entry in seen[:2]] == [{}, {}]
    assert {entry.facts["mobility"] for entry in seen[:3]} == {"cannot roll"}


@pytest.mark.parametrize("check", CHECKS, ids=[" ".join(check).strip() for check in CHECKS])
def test_the_check_fires(told: Replay, check: Check) -> None:
    fires(told, check)


def test_an_explanation_that_was_accepted_ends_no_duty(told: Replay) -> None:
    spoilt = [each for each in begun_by(told, "B1", "CL-04") if each.spoilt() is not None]
    assert {each.judged.rule.name for each in spoilt} == {
        "bruised-baby-is-referred",
        "bruised-baby-is-seen-by-a-paediatrician",
    }


def test_every_bruise_prompts_whatever_explanation_was_accepted(told: Replay) -> None:
    raised = {
        (event, prompt.rule.id)
        for event in ("B1", "B2", "B3")
        for moment in moments(told, event)
        for prompt in moment.prompts
        if prompt.reading is Reading.RAISED
    }
    assert {
        (event, rule) for event in ("B1", "B2", "B3") for rule in ("TEN-4-FACESp", "bruised baby")
    } <= raised


def test_the_third_bruise_is_read_with_the_first_two(told: Replay) -> None:
    behind = {entry for each in begun_by(told, "B3", "HIST-01") for entry in each.judged.entries}
    assert {told.scenario.event_of(entry) for entry in behind} == {
        event for event in told.scenario.events if event.id in ("B1", "B2", "B3")
    }


def test_each_of_the_two_children_gets_a_decision_because_of_what_the_brother_said(told: Replay) -> None:
    assert {each.judged.finding.child for each in begun_by(told, "B5", "SIB-01")} == {"Nela", "Jory"}


def test_a_father_known_to_the_school_contradicts_at_once_that_nobody_else_has_her(told: Replay) -> None:
    found = firing(told, "B7", "POOL-02", ASKED)
    said = " ".join(each.judged.because for each in found)
    assert "Hill Lane School recorded “access began”" in said
    assert "recorded “assumption recorded” on Wednesday 21 May 2025 at 11:00" in said


def test_the_decision_opens_again_on_the_day_of_the_fracture_though_the_work_was_closed(told: Replay) -> None:
    closed = min(moment.second for moment in moments(told, "B7") if _closes(told, moment.second))
    assert all(each.judged.finding.arose > closed for each in firing(told, "B8", "POOL-02", ASKED))


def _closes(told: Replay, second: int) -> bool:
    closing = [e for e in told.scenario.chronology.entries if e.kind == "case closed"]
    return any(entry.told == second for entry in closing)


def test_a_grandmother_whom_nobody_weighed_is_named_where_her_house_is_taken_for_safety() -> None:
    other = whole("bruised-baby", "2023", "relative")
    broken = firing(other, "B9b", "POOL-01", BROKEN)
    assert {each.judged.finding.about for each in broken} >= {"Tansy", "Morwen", "Ruan"}


@pytest.mark.parametrize(("variant", "days"), [("at-once", 57), ("relative", 63)])
def test_the_first_question_came_so_many_days_before_the_children_were_safe(variant: str, days: int) -> None:
    result = headline(whole("bruised-baby", "2023", variant))
    assert result.first_asked is not None
    assert result.first_asked.asked is not None
    assert result.days_before(result.first_asked.asked) == days


def test_rules_that_no_agreement_holds_are_said_to_be_product_rules(told: Replay) -> None:
    early = {rule.ref for rule in not_yet_written(told, open_handbook())}
    assert {"HIST-01", "POOL-02", "DISC-01"} <= early
    assert not {"CL-01", "CL-04"} & early
