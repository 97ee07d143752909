"""A replay knows nothing that was not known yet, and loses nothing on the way."""

from functools import cache

import pytest

from heeded.bootstrap import open_handbook, open_scenario
from heeded.casework.judging.judge import AsKnown, judge, verdicts
from heeded.casework.replay import Moment, Replay, headline, replay
from heeded.core.chronology.when import When

DAYS = ["2010-06-18", "2010-06-20", "2010-06-21", "2010-06-28", "2010-07-12", "2011-02-11", "2011-02-16"]


@cache
def told(variant: str = "brief", known_to: str | None = None, day: str = "") -> Replay:
    until = When.parse(day).latest if day else None
    return replay(open_scenario("child-t").told_as(variant), open_handbook(), known_to, until)


def said(moment: Moment) -> tuple[object, ...]:
    """What a moment tells."""
    changes = {(c.judged.finding.identity, c.judged.because, c.before, c.gone) for c in moment.changes}
    gates = {(gate.judged.finding.identity, gate.judged.because) for gate in moment.gates}
    return (moment.second, moment.happened, moment.learnt, changes, gates, moment.prompts, moment.sources)


@pytest.mark.parametrize("day", DAYS)
def test_a_replay_that_stops_early_tells_the_same_up_to_then(day: str) -> None:
    until = When.parse(day).latest
    assert [said(m) for m in told(day=day).moments] == [said(m) for m in told().moments if m.second <= until]


@pytest.mark.parametrize("day", DAYS)
def test_the_findings_are_those_of_a_judgement_on_that_day(day: str) -> None:
    story = told(day=day)
    judged = verdicts(story.scenario.chronology, story.handbook, AsKnown(story.until))
    ended = {
        each.judged.finding.identity: each.judged.finding.verdict
        for each in story.findings
        if each.gone is None
    }
    assert ended == {finding.identity: finding.verdict for finding in judged}


def test_the_variants_differ_only_from_their_ending_on() -> None:
    end = When.parse("2011-02-16").latest
    brief, june = (
        [said(m) for m in told(variant).moments if m.second <= end] for variant in ("brief", "june")
    )
    assert brief == june


@pytest.mark.parametrize("agency", ["hospital", "haringey", "enfield", "police"])
def test_what_an_agency_is_shown_rests_on_what_it_knew(agency: str) -> None:
    story = told(known_to=agency)
    entries = {entry.id: entry for entry in story.scenario.chronology.entries}
    assert story.findings
    for moment in story.moments:
        for change in moment.changes:
            known = [entries[entry].known_to(agency) for entry in change.judged.entries]
            assert all(second is not None and second <= moment.second for second in known)


def test_enfield_knew_on_the_saturday_and_haringey_on_the_monday() -> None:
    first = {agency: told(known_to=agency).moments[0].second for agency in ("enfield", "haringey")}
    assert first == {
        "enfield": When.parse("2010-06-19T00:30").earliest,
        "haringey": When.parse("2010-06-21T09:00").earliest,
    }


@pytest.mark.parametrize(("variant", "days"), [("brief", 244), ("june", 362)])
def test_the_first_question_came_so_many_days_before_the_children_were_safe(variant: str, days: int) -> None:
    result = headline(told(variant))
    assert result.first_asked is not None
    assert result.first_asked.asked == When.parse("2010-06-18T19:40").earliest
    assert result.days_before(result.first_asked.asked) == days


def test_before_the_children_are_safe_no_number_of_days_is_given() -> None:
    result = headline(told(day="2011-02-16"))
    assert result.protected is None
    assert result.days_before(0) is None


def test_before_anything_happened_nothing_is_asked() -> None:
    story = told(day="2010-06-17")
    assert (story.moments, story.findings, headline(story).first_asked) == ((), (), None)


def test_every_finding_says_because_and_names_its_entries() -> None:
    story = told()
    for judged in judge(story.scenario.chronology, story.handbook, AsKnown(story.until)):
        assert judged.because.startswith("Because ")
        assert judged.because.endswith(".")
        started_by_a_finding = "/" in judged.finding.trigger and judged.finding.trigger.count("/") > 1
        assert judged.entries or started_by_a_finding
