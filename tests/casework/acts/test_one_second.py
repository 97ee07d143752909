"""Acts of one and the same second are judged in the order in which they were done."""

from __future__ import annotations

from heeded.casework.acting import Desk
from heeded.casework.acts import HandOver, hand_over, refuse_hand_over
from tests.borough import NOW, bruised
from tests.casework.acts.people import LEAD, OTHER_LEAD, by, child_of, owed, told

TIMES = 6
"""Names fall by chance: as often as this, a wrong order shows in all but one of 64 runs."""


def test_an_answer_in_the_second_of_its_offer_ends_what_is_owed_each_time(desk: Desk) -> None:
    child = child_of(told(bruised()))
    offer = HandOver(child=child, to="children's social care", area="Southby")
    for each in range(TIMES):
        key = hand_over(offer, by(LEAD, f"o{each}", NOW), desk).keys["hand-over"]
        assert ("southby", "offered-hand-over-is-answered") in owed(child)
        refuse_hand_over(child, key, "they live in Norhaven", by(OTHER_LEAD, f"r{each}", NOW), desk)
        assert ("southby", "offered-hand-over-is-answered") not in owed(child)
