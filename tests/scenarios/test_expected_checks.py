"""What the Child T story must make fire, event by event, by the edition of 2010 and by the latest."""

from datetime import date

import pytest

from heeded.bootstrap import open_handbook
from heeded.casework.replay import Replay, not_yet_written
from heeded.core.chronology.when import local
from heeded.core.procedures.rule import Tier
from tests.scenarios.firing import ASKED, BROKEN, IN_THE_WAY, OPEN, Check, begun_by, due, fires, firing, whole

EDITIONS = ("2010", "2025")
CHECKS = [
    # event, rule, how it must show, and where the sources give them: when it is due, and whom it names
    ("E1", "CL-01", ASKED, "2010-06-18", ""),
    ("E1", "CL-03", ASKED, "2010-06-19", ""),
    ("E1", "CL-05", ASKED, "2010-06-18", ""),
    ("E1", "HO-01", IN_THE_WAY, "", ""),
    ("E2", "MED-01", ASKED, "", ""),
    ("E2", "RE-01", ASKED, "2010-06-19", ""),
    ("E3", "RE-04", ASKED, "2010-06-21", ""),
    ("E3", "RE-02", ASKED, "2010-06-21", ""),
    ("E3", "HO-03", BROKEN, "", ""),
    ("E4", "EX-01", ASKED, "2010-06-22", ""),
    ("E4", "SD-01", OPEN, "2010-06-22", ""),
    ("E4", "SD-02", OPEN, "2010-06-22", ""),
    ("E4", "DIS-01", ASKED, "2010-06-28", ""),
    ("E5", "SD-04", BROKEN, "", ""),
    ("E6", "DIS-01", OPEN, "2010-06-28", ""),
    ("E6", "MED-01", BROKEN, "", ""),
    ("E6", "CAR-02", BROKEN, "", ""),
    ("E7", "HO-02", BROKEN, "", ""),
    ("E7", "CPC-01", OPEN, "2010-07-12", ""),
    ("E9", "PO-01", ASKED, "", ""),
    ("E9", "HIST-01", ASKED, "", ""),
    ("E9", "EM-01", ASKED, "2011-02-10", ""),
    ("E10", "CL-02", ASKED, "", ""),
    ("E10", "CL-06", ASKED, "2011-02-11", ""),
    ("E10", "S47-01", ASKED, "2011-02-11", ""),
    ("E10", "SIB-01", OPEN, "2011-02-14", ""),
    ("E11", "EX-02", ASKED, "2011-02-11", ""),
    ("E11", "EM-02", ASKED, "2011-02-11", ""),
    ("E12", "DISC-01", ASKED, "2011-02-14", ""),
    ("E13", "POOL-01", BROKEN, "", "Mara"),
    ("E13", "POOL-01", BROKEN, "", "Gerda"),
    ("E13", "HO-01", BROKEN, "", ""),
    ("E13", "S47-04", BROKEN, "", ""),
    ("E14", "POOL-02", ASKED, "2011-02-16", ""),
    ("E14", "EM-01", ASKED, "2011-02-16", ""),
    ("E14", "SD-05", ASKED, "2011-02-17", ""),
    ("E15a", "CLA-01", ASKED, "2011-03-17", ""),
    ("E17", "LRN-04", ASKED, "2013-11-07", ""),
]


def told(edition: str, variant: str = "brief") -> Replay:
    """The whole story by one edition."""
    return whole("child-t", edition, variant)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(
    ("event", "ref", "how", "day", "about"), CHECKS, ids=[" ".join(each) for each in CHECKS]
)
def test_the_check_fires(edition: str, event: str, ref: str, how: str, day: str, about: str) -> None:
    fires(told(edition), Check(event, ref, how, day, about))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("event", ["E9", "E12"])
def test_each_of_the_four_children_gets_a_decision_of_their_own(edition: str, event: str) -> None:
    found = begun_by(told(edition), event, "SIB-01")
    assert {each.judged.finding.child for each in found} == {"T", "Rosa", "Oskar", "Iris"}


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_second_episode_carries_the_first_forward(edition: str) -> None:
    story = told(edition)
    behind = {entry for each in begun_by(story, "E9", "HIST-01") for entry in each.judged.entries}
    assert {story.scenario.event_of(entry) for entry in behind} >= {
        event for event in story.scenario.events if event.id in ("E1", "E9")
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_relying_on_one_mans_absence_names_the_two_who_were_not_considered(edition: str) -> None:
    broken = firing(told(edition), "E13", "POOL-01", BROKEN)
    said = " ".join(each.judged.because for each in broken)
    assert [name in said for name in ("Mara (mother)", "Gerda (grandmother)", "Carl")] == [True, True, False]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_wrong_councils_silence_was_overdue_on_the_tuesday(edition: str) -> None:
    spoilt = {each.spoilt() for each in begun_by(told(edition), "E3", "RE-04")}
    assert {local(second).isoformat() for second in spoilt if second} == {"2010-06-22T00:00:00+01:00"}


@pytest.mark.parametrize(
    ("variant", "day", "due_day"),
    [("brief", "2011-02-17", "2011-03-17"), ("june", "2011-06-15", "2011-07-13")],
)
def test_each_child_taken_into_care_is_due_a_review(variant: str, day: str, due_day: str) -> None:
    event = "E15a" if variant == "brief" else "E15b"
    found = begun_by(told("2010", variant), event, "CLA-01")
    assert {each.judged.finding.child for each in found} == {"T", "Rosa", "Oskar", "Iris"}
    assert {local(each.judged.finding.arose).date() for each in found} == {date.fromisoformat(day)}
    assert due(found) == {due_day}


@pytest.mark.parametrize("edition", EDITIONS)
def test_rules_drawn_from_the_review_are_said_to_be_later(edition: str) -> None:
    early = not_yet_written(told(edition), open_handbook())
    assert {"POOL-01", "POOL-02", "MED-01", "CL-01"} <= {rule.ref for rule in early}
    assert {"CL-03", "SD-01", "S47-01", "CPC-01"}.isdisjoint({rule.ref for rule in early})
    found = {each.judged.rule for each in told(edition).findings}
    assert {rule for rule in found if rule.tier is Tier.PRODUCT} <= set(early)
