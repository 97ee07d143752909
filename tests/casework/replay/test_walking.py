"""Tests of walking through a story: each step says what a whole replay says, and nothing from later."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from heeded.bootstrap import open_handbook, open_scenario
from heeded.casework.judging.judge import AsKnown, verdicts
from heeded.casework.replay import Replay, headline, not_yet_written, replay
from heeded.casework.replay.follow import ASKING
from heeded.casework.replay.walking import Walk, comes_to, story_of
from heeded.core.chronology.scenario import Scenario
from heeded.core.evaluation.finding import Verdict

HANDBOOK = open_handbook()
STORIES = [("child-t", "brief"), ("bruised-baby", "at-once")]


@cache
def whole_of(name: str, ending: str) -> Replay:
    return replay(told(name, ending), HANDBOOK)


def told(name: str, ending: str) -> Scenario:
    return open_scenario(name).told_as(ending)


@pytest.mark.parametrize(("name", "ending"), STORIES)
def test_a_walk_asks_at_each_step_what_a_whole_replay_asks_there(name: str, ending: str) -> None:
    story = told(name, ending)
    whole = {moment.second: moment for moment in whole_of(name, ending).moments}
    walk = Walk(story, HANDBOOK)
    assert walk.moments
    for number in range(1, len(walk.moments) + 1):
        step = walk.step(number)
        moment = whole[step.second]
        new = {
            change.judged.finding.identity
            for change in moment.changes
            if not change.gone and change.judged.finding.verdict in ASKING and change.before not in ASKING
        }
        assert {each.finding.identity for each in step.asked} == new
        assert {each.finding.identity for each in step.open} == {
            each.finding.identity for each in moment.open
        }
        assert {gate.judged.finding.rule for gate in step.gates} == {
            gate.judged.finding.rule for gate in moment.gates
        }


@pytest.mark.parametrize(("name", "ending"), STORIES)
def test_what_ran_out_between_two_steps_is_all_that_a_whole_replay_finds_late_there(
    name: str, ending: str
) -> None:
    story = told(name, ending)
    whole = whole_of(name, ending)
    walk = Walk(story, HANDBOOK)
    for number in range(1, len(walk.moments) + 1):
        step = walk.step(number)
        late = {
            each.judged.finding.identity
            for each in whole.findings
            for turn in each.steps
            if turn.verdict is Verdict.OVERDUE and step.second < turn.second <= step.until
        }
        assert late <= {each.finding.identity for each in step.ran_out}


def test_nothing_of_later_is_known_at_a_step() -> None:
    story = told("child-t", "brief")
    walk = Walk(story, HANDBOOK)
    for number in (1, len(walk.moments) // 2):
        second = walk.moments[number - 1].second
        until = walk.moments[number].second - 1
        then = tuple(entry for entry in story.chronology.entries if entry.first_known <= until)
        cut = replace(story, chronology=replace(story.chronology, entries=then))
        known = verdicts(cut.chronology, HANDBOOK, AsKnown(second))
        assert {each.identity for each in known if each.verdict in (Verdict.DUE, Verdict.OVERDUE)} == {
            each.finding.identity for each in walk.step(number).open
        }


def test_a_step_judged_once_is_not_judged_again() -> None:
    walk = Walk(told("bruised-baby", "at-once"), HANDBOOK)
    assert walk.step(2) is walk.step(2)


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_there_is_no_step_outside_the_story(number: int) -> None:
    with pytest.raises(IndexError, match="there is no step"):
        Walk(told("bruised-baby", "at-once"), HANDBOOK).step(number)


def test_a_record_is_told_agency_by_agency_as_it_came_in() -> None:
    chronology = told("child-t", "brief").chronology
    story = story_of(chronology)
    assert {each for event in story.events for each in event.entries} == {
        entry.id for entry in chronology.entries
    }
    walk = Walk(story, HANDBOOK)
    seconds = [news.second for news in walk.moments]
    assert seconds == sorted(seconds)
    last = walk.step(len(seconds), until=seconds[-1] + 10 * 365 * 86_400)
    assert last.until > last.second


def test_an_agency_walks_through_what_it_knew_alone() -> None:
    story = told("child-t", "brief")
    police = Walk(story, HANDBOOK, "police")
    assert 0 < len(police.moments) < len(Walk(story, HANDBOOK).moments)
    for number in range(1, len(police.moments) + 1):
        for happened in police.step(number).happened:
            assert all(entry.known_to("police") is not None for entry in happened.entries)


@pytest.mark.parametrize(("name", "ending"), STORIES)
def test_a_walk_comes_to_what_a_whole_replay_comes_to(name: str, ending: str) -> None:
    story = told(name, ending)
    whole = whole_of(name, ending)
    result = headline(whole, not_yet_written(whole, HANDBOOK))
    found = comes_to(Walk(story, HANDBOOK), HANDBOOK)
    assert result.first_asked is not None
    assert found.asked_at == result.first_asked.asked
    assert found.protected == result.protected
    assert result.first_unanswered is not None
    late = result.first_unanswered.spoilt()
    assert late is not None
    assert found.unanswered is not None
    assert found.unanswered_at in (late, late - 1)
    assert found.days_before(found.asked_at) == result.days_before(result.first_asked.asked or 0)
