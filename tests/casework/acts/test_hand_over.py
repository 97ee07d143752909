"""Tests of handing a child's work over: it stays the offerer's until it is accepted in writing."""

from __future__ import annotations

import pytest

from heeded.casework.acting import NotNow, NotYours, Unfit
from heeded.casework.acts import HandOver, accept, hand_over, refuse_hand_over
from tests.borough import NOW, bruised
from tests.casework.acts.people import LEAD, OTHER_LEAD, borough, by, child_of, told


def to_southby(child: str) -> HandOver:
    """The child's work, offered to the council next door."""
    return HandOver(child=child, to="children's social care", area="Southby")


@pytest.mark.usefixtures("database")
def test_what_is_offered_is_on_the_list_of_whom_it_was_offered_to_until_they_accept() -> None:
    desk = borough()
    child = child_of(told(bruised()))
    offered = hand_over(to_southby(child), by(LEAD, "o1"), desk)
    key = offered.keys["hand-over"]
    owed = {(line.agency, line.finding.rule) for changed in offered.changed or () for line in changed.fresh}
    assert ("southby", "offered-hand-over-is-answered") in owed
    taken = accept(child, key, by(OTHER_LEAD, "a1", NOW + 120), desk)
    gone = {line.finding.rule for changed in taken.changed or () for line in changed.gone}
    assert "offered-hand-over-is-answered" in gone
    assert [kept.index for kept in taken.kept] == [5]


@pytest.mark.usefixtures("database")
def test_only_the_agency_to_which_it_was_offered_answers_and_says_why_it_refuses() -> None:
    desk = borough()
    child = child_of(told(bruised()))
    key = hand_over(to_southby(child), by(LEAD, "o1"), desk).keys["hand-over"]
    with pytest.raises(NotYours, match="offered to another agency"):
        accept(child, key, by(LEAD, "a1"), desk)
    with pytest.raises(NotYours, match="nothing of this name was offered"):
        accept(child, "council:another", by(OTHER_LEAD, "a2"), desk)
    with pytest.raises(Unfit, match="reason"):
        refuse_hand_over(child, key, " ", by(OTHER_LEAD, "r1"), desk)
    refuse_hand_over(child, key, "they live in Norhaven", by(OTHER_LEAD, "r2"), desk)


@pytest.mark.usefixtures("database")
def test_the_same_request_twice_is_one_act() -> None:
    desk = borough()
    child = child_of(told(bruised()))
    first = hand_over(to_southby(child), by(LEAD, "o1"), desk)
    again = hand_over(to_southby(child), by(LEAD, "o1", NOW + 90), desk)
    assert (again.kept, again.again) == (first.kept, True)
    with pytest.raises(NotNow, match="said something else"):
        hand_over(HandOver(child=child, to="police"), by(LEAD, "o1", NOW + 95), desk)
