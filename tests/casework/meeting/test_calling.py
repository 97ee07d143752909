"""Tests of calling a strategy discussion: by whom, of whom, and once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heeded.bootstrap import open_handbook
from heeded.casework.acting import Desk, NotNow, NotYours, Unfit
from heeded.casework.meeting import (
    asked_of,
    call_discussion,
)
from heeded.core.chronology.people import Agency
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.unknowns import Standing, unknowns
from tests.borough import NOW, bruised
from tests.casework.acts.people import DOCTOR, LEAD, by, child_of, chronology, told
from tests.casework.meeting.discussed import EVERYBODY, call, called, the_one


def test_whoever_is_called_is_asked_in_writing_what_they_know(desk: Desk) -> None:
    child = child_of(told(bruised()))
    called(child, desk)
    held = the_one(child)
    assert held.open
    assert {each.entry.facts["one agency"] for each in held.asked} == {"police", "hospital", "school"}
    asked = unknowns(Seen.of(chronology(child), NOW + 600), child, NOW + 600, EVERYBODY).requests
    assert {(each.agency, each.standing) for each in asked} >= {("police", Standing.SILENT)}


def test_nobody_but_social_care_or_the_hub_calls_it_and_never_for_nobody(desk: Desk) -> None:
    child = child_of(told(bruised()))
    with pytest.raises(NotYours, match="social care or the hub calls it"):
        call_discussion(call(child), by(DOCTOR, "c1"), desk)
    with pytest.raises(Unfit, match="nobody is asked to come"):
        call_discussion(call(child, "council"), by(LEAD, "c2"), desk)
    with pytest.raises(Unfit, match="why it is called"):
        call_discussion(replace(call(child), reason="bruises"), by(LEAD, "c3"), desk)
    with pytest.raises(Unfit, match="no agency nobody takes part"):
        call_discussion(replace(call(child), invited=(Agency("nobody", "", "police"),)), by(LEAD, "c4"), desk)


def test_a_second_one_is_not_called_while_the_first_is_open(desk: Desk) -> None:
    child = child_of(told(bruised()))
    called(child, desk)
    with pytest.raises(NotNow, match="has been called and is not held yet"):
        call_discussion(call(child), by(LEAD, "c2"), desk)
    again = call_discussion(call(child), by(LEAD, "c1"), desk)
    assert again.again
    assert len(the_one(child).called) == 1


def test_who_must_come_is_asked_by_the_agreements_and_of_whom_something_was_suspected(desk: Desk) -> None:
    assert desk is not None
    child = child_of(told(bruised()))
    asks = asked_of(chronology(child), child, "council", open_handbook(), NOW + 60)
    assert [*asks.must_attend] == ["social care", "police", "health", "paediatrician"]
    assert asks.must_attend["police"][0].name == "three-agencies-take-part"
    assert {rule.name for rule in asks.also} == {"meeting-decides", "meeting-says-what-if"}
