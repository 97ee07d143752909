"""What no report may do either: each such event is set aside with why, and the rest is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heeded import bootstrap
from heeded.bootstrap import live
from heeded.casework.ports import Author
from heeded.casework.receive import Received, receive
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Event, Report
from tests.borough import NOW, ada, at, bruised, make_agencies
from tests.casework.acts.people import child_of, owed

pytestmark = pytest.mark.usefixtures("database")


def event(ref: str, kind: str, now: int, keys: dict[str, str], facts: dict[str, Fact]) -> Event:
    """An event about Ada, told as it happened."""
    return Event(ref=ref, kind=kind, child="ada", happened=at(now), told=now, keys=keys, facts=facts)


def sent(agency: str, name: str, *events: Event, now: int = NOW) -> Received:
    """A report of some events, received."""
    report = Report(id=name, agency=agency, people=(ada(),), events=events)
    return receive(report, Author(agency, "system"), now, live.open_record(), bootstrap.open_handbook())


def visit(ref: str, now: int = NOW) -> Event:
    """A visit that nothing is wrong with."""
    return event(ref, "visit", now, {}, {"child seen": True})


def refused(received: Received) -> dict[str, str]:
    """Which events were set aside, and why."""
    assert all(refusal.grave for refusal in received.refusals)
    return {refusal.ref: refusal.reason for refusal in received.refusals}


def test_nobody_accepts_what_was_not_offered_to_them() -> None:
    make_agencies()
    facts: dict[str, Fact] = {"to": "children's social care", "area": "Southby"}
    sent("council", "r2", event("o1", "hand-over offered", NOW, {"hand-over": "h"}, facts))
    yes: dict[str, Fact] = {"in writing": True}
    police = sent("police", "r3", event("a2", "hand-over accepted", NOW, {"hand-over": "council:h"}, yes))
    assert "offered to another agency" in refused(police)["a2"]
    right = sent("southby", "r4", event("a3", "hand-over accepted", NOW, {"hand-over": "council:h"}, yes))
    assert (len(right.kept), refused(right)) == (1, {})


OFFER: dict[str, Fact] = {"to": "children's social care", "area": "Southby", "in writing": True}
YES: dict[str, Fact] = {"in writing": True}
OFFERED = event("o1", "hand-over offered", NOW - 90, {"hand-over": "h", "referral": "r"}, OFFER)
ACCEPTED = event("a1", "hand-over accepted", NOW - 60, {"hand-over": "council:h"}, YES)


def open_rules(child: str) -> set[str]:
    """What is owed about a hand-over towards a child's family."""
    return {rule for _, rule in owed(child) if "hand-over" in rule}


def test_an_acceptance_that_comes_before_its_offer_is_kept_and_counts_once_the_offer_is_there() -> None:
    make_agencies()
    early = sent("southby", "r1", ACCEPTED)
    assert len(early.kept) == 1
    (said,) = early.refusals
    assert (said.ref, said.grave) == ("a1", False)
    assert "counts as soon as the offer is there" in said.reason
    child = child_of(sent("council", "r0", event("c1", "concern raised", NOW, {}, {"strength": "suspect"})))
    sent("council", "r2", OFFERED)
    assert open_rules(child) == set()
    again = sent("southby", "r1", ACCEPTED)
    assert (again.refusals, len(again.held_already)) == ((), 1)


def test_an_early_acceptance_by_somebody_else_counts_for_nothing() -> None:
    make_agencies()
    assert len(sent("police", "r1", ACCEPTED).kept) == 1
    child = child_of(sent("council", "r2", OFFERED))
    assert open_rules(child) == {"offered-hand-over-is-answered"}
    sent("southby", "r3", replace(ACCEPTED, ref="a2"))
    assert open_rules(child) == set()


SETTLED: dict[str, Fact] = {
    "by": "an inspector",
    "above both sides": True,
    "reasons": "we looked at both",
    "answer to who raised it": "the marks are there as they say",
    "answer to who denied it": "the home was calm when they came",
}


@pytest.mark.parametrize("agency", ["hospital", "council"])
def test_a_disagreement_is_not_settled_by_one_of_its_sides(agency: str) -> None:
    make_agencies()
    sides: dict[str, Fact] = {"question": "is she safe", "sides": frozenset({"children's social care"})}
    sent("hospital", "r1", event("o1", "disagreement opened", NOW, {"disagreement": "d"}, sides))
    named = {"disagreement": "hospital:d"}
    told = sent(agency, "r2", event("s1", "disagreement resolved", NOW + 5, named, SETTLED), visit("v1", NOW))
    assert "never resolved by one of its sides" in refused(told)["s1"]
    assert len(told.kept) == 1
    of_neither = replace(
        event("s2", "disagreement resolved", NOW + 5, named, SETTLED), practitioner="dc-marsh"
    )
    assert refused(sent("police", "r3", of_neither)) == {}


@pytest.mark.parametrize("unsaid", [*SETTLED][1:])
def test_a_settlement_that_does_not_say_what_it_must_is_set_aside(unsaid: str) -> None:
    make_agencies()
    sides: dict[str, Fact] = {"question": "is she safe", "sides": frozenset({"children's social care"})}
    sent("hospital", "r1", event("o1", "disagreement opened", NOW, {"disagreement": "d"}, sides))
    said = {name: fact for name, fact in SETTLED.items() if name != unsaid}
    told = event("s1", "disagreement resolved", NOW + 5, {"disagreement": "hospital:d"}, said)
    assert unsaid in refused(sent("police", "r2", replace(told, practitioner="dc-marsh")))["s1"]
    by_nobody = replace(told, facts=SETTLED)
    assert "which practitioner" in refused(sent("police", "r3", by_nobody))["s1"]


def test_opposite_conclusions_are_not_settled_by_one_of_them_though_nobody_opened_anything() -> None:
    make_agencies()
    receive(bruised(), Author("hospital", "system"), NOW, live.open_record(), bootstrap.open_handbook())
    sent("police", "r1", event("c1", "view recorded", NOW, {}, {"conclusion": "no concerns"}))
    facts: dict[str, Fact] = {"by": "an inspector", "above both sides": True, "reasons": "we looked"}
    told = sent("police", "r2", event("s1", "disagreement resolved", NOW + 5, {}, facts))
    assert "never resolved by one of its sides" in refused(told)["s1"]
    opinion: dict[str, Fact] = {"strength": "excluded", "supersedes": True, "by a paediatrician": True}
    told = sent("police", "r3", event("m1", "medical opinion", NOW + 5, {}, opinion))
    assert "close another agency's concern" in refused(told)["m1"]


def test_one_side_does_not_take_a_disagreement_back_or_make_it_something_else() -> None:
    make_agencies()
    sides: dict[str, Fact] = {"question": "is she safe", "sides": frozenset({"children's social care"})}
    opening = event("o1", "disagreement opened", NOW, {"disagreement": "d"}, sides)
    sent("hospital", "r1", opening)
    back = Event(ref="w1", kind="withdrawal", child="ada", happened=at(NOW), told=NOW, withdraws="o1")
    turned = Event(
        ref="x1",
        kind="visit",
        child="ada",
        happened=at(NOW),
        told=NOW,
        corrects="o1",
        facts={"child seen": True},
    )
    told = sent("hospital", "r2", back, turned, visit("v1"))
    assert {*refused(told)} == {"w1", "x1"}
    assert len(told.kept) == 1


def test_saying_it_again_does_not_free_one_side_to_take_the_first_back() -> None:
    make_agencies()
    both: dict[str, Fact] = {"question": "is she safe", "sides": frozenset({"hospital"})}
    alone: dict[str, Fact] = {"question": "is she safe", "sides": frozenset()}
    first = event("o1", "disagreement opened", NOW - 9, {"disagreement": "d"}, both)
    second = event("o2", "disagreement opened", NOW - 5, {"disagreement": "d"}, alone)
    back = Event(ref="w1", kind="withdrawal", child="ada", happened=at(NOW), told=NOW, withdraws="o1")
    told = sent("council", "r1", first, second, back)
    assert "not taken back by one side" in refused(told)["w1"]
