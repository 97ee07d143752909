"""What was not known when something was decided, as a replay tells it: never asked, silent, nobody to ask."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

from heeded.bootstrap import open_handbook, open_scenario
from heeded.casework.judging.judge import AsKnown
from heeded.casework.replay import Moment, replay
from heeded.casework.replay.wondering import Wondering
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.when import When, end_of_day, local
from heeded.core.evidence.unknowns import Standing
from heeded.doors.cli.replay.page import Page
from heeded.doors.cli.replay.unknowns import Unknowns
from tests.doors.replay.test_replay import as_json, flat, text


def test_at_the_closing_in_july_nobody_had_been_asked_what_came_before() -> None:
    said = flat(text().partition("E6. ")[2].partition("── ")[0])
    assert "Unknown “case closed” (T): no request is recorded to North Middlesex Hospital (earlier" in said
    assert "Nobody to ask among the agencies of this story: early years, general practice," in said
    assert "Silence is no answer: only an agency that says that it holds nothing has said so" in said


def test_at_the_second_decision_no_adult_but_one_had_been_asked_after() -> None:
    said = flat(text().partition("E13. ")[2].partition("── E14")[0])
    assert "custody of Gerda (grandmother) and Mara (mother)" in said
    assert "Told unasked, and perhaps not all: the Metropolitan Police (custody of Carl" in said


def test_a_decision_is_told_with_what_was_not_known_by_then_and_nothing_later() -> None:
    early = as_json("--as-of", "2011-02-14")["moments"]
    late = as_json()["moments"]
    told = [[each["undecided"] for each in moments if each["undecided"]] for moments in (early, late)]
    assert told[1][: len(told[0])] == told[0]
    assert told[0]


def test_who_was_asked_and_silent_is_named_with_the_days() -> None:
    story = open_scenario("child-t")
    closing = next(entry for entry in story.chronology.entries if entry.kind == "case closed")
    asked = When.parse("2010-07-01T10:00")
    facts: dict[str, Fact] = {"to": frozenset({"police"}), "question": "call-outs since March"}
    request = Entry(
        id="asked",
        kind="information requested",
        child=closing.child,
        happened=asked,
        told=asked.latest,
        source=Source("haringey"),
        keys={"request": "Q1"},
        facts=facts,
    )
    chronology = replace(story.chronology, entries=(*story.chronology.entries, request))
    then = end_of_day(local(closing.happened.latest).date())
    (found,) = [
        each for each in Wondering(chronology).take(AsKnown(then, None)) if each.decision.root == closing.id
    ]
    assert [each.standing for each in found.unknown.requests] == [Standing.SILENT]
    out = StringIO()
    told = replay(replace(story, chronology=chronology), open_handbook(), until=then)
    Unknowns(told, Page(out, colour=False)).write(Moment(then, (), (), (), (), (), undecided=(found,)))
    days = (local(closing.happened.latest).date() - local(asked.latest).date()).days
    said = "The Metropolitan Police was asked on 1 July 2010 for “call-outs since March”"
    assert f"{said} and had been silent for {days} days." in flat(out.getvalue())
