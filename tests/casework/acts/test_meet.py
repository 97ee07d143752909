"""Tests of meetings: who took part, what was decided, and what a meeting lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heeded.casework.acting import Desk, Unfit
from heeded.casework.acts import Meeting, hold_meeting, meeting_lacks, send_minutes
from heeded.casework.ports.notices import Why
from tests.borough import NOW, bruised
from tests.casework.acts.people import LEAD, by, child_of, notices, owed, told

EVERYBODY = frozenset({"social care", "police", "health", "paediatrician"})


def whole(child: str) -> Meeting:
    """A strategy discussion that says all that it must."""
    return Meeting(
        kind="strategy discussion",
        child=child,
        attended_by=EVERYBODY,
        decision="section 47",
        reason="two sets of bruises and no account of them",
        owner="the team manager",
        date=date(2026, 7, 3),
        contingency="she stays in hospital",
        held_as="meeting",
    )


def test_a_meeting_that_decides_meets_the_duty_to_hold_it(desk: Desk) -> None:
    child = child_of(told(bruised()))
    assert ("council", "strategy-discussion-is-held") in owed(child)
    done = hold_meeting(whole(child), by(LEAD, "m1", NOW + 90), desk)
    assert [changed.broken for changed in done.changed or ()] == [()]
    assert ("council", "strategy-discussion-is-held") not in owed(child)
    assert ("council", "decisions-are-sent-out") in owed(child)
    send_minutes(child, done.keys["meeting"], by(LEAD, "s1", NOW + 120), desk)
    assert ("council", "decisions-are-sent-out") not in owed(child)


def test_a_meeting_without_a_decision_is_written_down_and_is_itself_a_finding(desk: Desk) -> None:
    child = child_of(told(bruised()))
    silent = replace(whole(child), decision="", reason="", owner="", date=None)
    done = hold_meeting(silent, by(LEAD, "m1", NOW + 90), desk)
    (changed,) = done.changed or ()
    assert [judged.finding.rule for judged in changed.broken] == ["meeting-decides"]
    assert ("council", Why.BROKEN) in notices()


def test_what_a_meeting_lacks_is_told_before_it_is_written_down(desk: Desk) -> None:
    child = child_of(told(bruised()))
    short = replace(whole(child), attended_by=frozenset({"social care", "police"}), contingency="")
    lacking = {judged.finding.rule for judged in meeting_lacks(short, by(LEAD, "m1", NOW + 90), desk)}
    assert {"three-agencies-take-part", "paediatrician-takes-part-when-there-is-an-injury"} <= lacking
    assert "meeting-says-what-if" in lacking
    assert meeting_lacks(whole(child), by(LEAD, "m1", NOW + 90), desk) == ()


def test_what_is_no_meeting_is_not_held(desk: Desk) -> None:
    child = child_of(told(bruised()))
    for kind in ("visit", "no such kind"):
        with pytest.raises(Unfit, match="no meeting"):
            hold_meeting(replace(whole(child), kind=kind), by(LEAD, "m1"), desk)
