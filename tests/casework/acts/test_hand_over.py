"""Tests of handing a child's work over: it stays the offerer's until it is accepted in writing."""

from __future__ import annotations

import pytest

from heeded.casework.acting import Desk, NotNow, NotYours, Unfit
from heeded.casework.acts import HandOver, accept, hand_over, refuse_hand_over, withdraw
from heeded.casework.ports.notices import Why
from heeded.core.chronology.report import Event, Report
from tests.borough import NOW, ada, at, bruised
from tests.casework.acts.people import LEAD, OTHER_LEAD, by, child_of, notices, owed, pass_time, told


def to_southby(child: str) -> HandOver:
    """The child's work, offered to the council next door."""
    return HandOver(child=child, to="children's social care", area="Southby")


def sent_astray() -> Report:
    """The council next door: a referral of the hospital's came to it, for a child who lives elsewhere."""
    received = Event(
        ref="s1",
        kind="referral received",
        child="ada",
        happened=at(NOW - 500),
        told=NOW - 400,
        keys={"referral": "hospital:m1-referral"},
        facts={"source": "emergency department", "in writing": True, "outside the area": True},
    )
    return Report(id="s1", agency="southby", people=(ada(),), events=(received,))


def test_what_is_offered_is_on_the_list_of_whom_it_was_offered_to_until_they_accept(desk: Desk) -> None:
    child = child_of(told(bruised()))
    offered = hand_over(to_southby(child), by(LEAD, "o1"), desk)
    key = offered.keys["hand-over"]
    owed = {(line.agency, line.finding.rule) for changed in offered.changed or () for line in changed.fresh}
    assert ("southby", "offered-hand-over-is-answered") in owed
    taken = accept(child, key, by(OTHER_LEAD, "a1", NOW + 120), desk)
    gone = {line.finding.rule for changed in taken.changed or () for line in changed.gone}
    assert "offered-hand-over-is-answered" in gone
    assert [kept.index for kept in taken.kept] == [5]


def test_only_the_agency_to_which_it_was_offered_answers_and_says_why_it_refuses(desk: Desk) -> None:
    child = child_of(told(bruised()))
    key = hand_over(to_southby(child), by(LEAD, "o1"), desk).keys["hand-over"]
    with pytest.raises(NotYours, match="offered to another agency"):
        accept(child, key, by(LEAD, "a1"), desk)
    with pytest.raises(NotYours, match="nothing of this name was offered"):
        accept(child, "council:another", by(OTHER_LEAD, "a2"), desk)
    with pytest.raises(Unfit, match="reason"):
        refuse_hand_over(child, key, " ", by(OTHER_LEAD, "r1"), desk)
    refuse_hand_over(child, key, "they live in Norhaven", by(OTHER_LEAD, "r2", NOW + 90), desk)
    assert ("council", Why.HANDED_BACK) in notices()
    assert ("southby", "offered-hand-over-is-answered") not in owed(child)


def test_what_was_accepted_is_not_given_back_by_unsaying_it(desk: Desk) -> None:
    child = child_of(told(bruised()))
    key = hand_over(to_southby(child), by(LEAD, "o1"), desk).keys["hand-over"]
    taken = accept(child, key, by(OTHER_LEAD, "a1", NOW + 70), desk)
    with pytest.raises(NotYours, match="not given back by unsaying it"):
        withdraw(taken.entry, child, "we did not mean it", by(OTHER_LEAD, "w1", NOW + 80), desk)
    with pytest.raises(NotNow, match="accepted in writing by Southby"):
        refuse_hand_over(child, key, "they live in Norhaven", by(OTHER_LEAD, "r1", NOW + 90), desk)
    with pytest.raises(NotNow, match="accepted in writing by Southby"):
        accept(child, key, by(OTHER_LEAD, "a2", NOW + 95), desk)


def test_an_offer_that_nobody_answers_comes_back_to_whoever_made_it_by_itself(desk: Desk) -> None:
    child = child_of(told(bruised()))
    hand_over(to_southby(child), by(LEAD, "o1"), desk)
    two_days_on = NOW + 2 * 86_400
    assert pass_time(two_days_on) > 0
    assert ("southby", "offered-hand-over-is-answered") in owed(child)
    assert ("council", Why.HANDED_BACK) in notices()
    assert ("southby", Why.OVERDUE) in notices()


@pytest.mark.usefixtures("desk")
def test_a_referral_that_the_wrong_council_let_lie_comes_back_to_the_hospital_by_itself() -> None:
    told(bruised())
    strayed = told(sent_astray())
    child = child_of(strayed)
    assert ("southby", "misdirected-referral-finds-its-authority") in owed(child)
    assert ("hospital", "sender-takes-a-lost-referral-up-again") not in owed(child)
    pass_time(NOW + 2 * 86_400)
    assert ("hospital", "sender-takes-a-lost-referral-up-again") in owed(child)
    assert ("hospital", Why.HANDED_BACK) in notices()


def test_the_same_request_twice_is_one_act(desk: Desk) -> None:
    child = child_of(told(bruised()))
    first = hand_over(to_southby(child), by(LEAD, "o1"), desk)
    again = hand_over(to_southby(child), by(LEAD, "o1", NOW + 90), desk)
    assert (again.kept, again.again) == (first.kept, True)
    with pytest.raises(NotNow, match="said something else"):
        hand_over(HandOver(child=child, to="police"), by(LEAD, "o1", NOW + 95), desk)


def test_an_act_sent_again_once_two_children_were_found_to_be_one_is_the_same_act(desk: Desk) -> None:
    first, other = (
        child_of(told(bruised("m1", child=ada("x", nhs="")))),
        child_of(told(bruised("m2", child=ada("y")))),
    )
    done = {name: hand_over(to_southby(name), by(LEAD, f"o-{name}"), desk) for name in (first, other)}
    told(
        Report(
            id="same",
            agency="hospital",
            people=(ada("x"), ada("y")),
            events=bruised("m3", child=ada("x")).events,
        )
    )
    for name, before in done.items():
        again = hand_over(to_southby(name), by(LEAD, f"o-{name}", NOW + 90), desk)
        assert (again.kept, again.again) == (before.kept, True)
    with pytest.raises(NotNow, match="said something else"):
        hand_over(HandOver(child=first, to="police"), by(LEAD, f"o-{first}", NOW + 95), desk)
