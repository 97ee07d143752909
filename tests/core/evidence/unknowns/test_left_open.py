"""What an injury leaves open, point by point, and what closes each."""

from __future__ import annotations

from heeded.core.chronology.entry import Entry
from heeded.core.evidence.unknowns.left_open import Open, Point, left_open
from tests.core.evidence.told import HOSPITAL, LATER, POLICE, entry, lives, saying, seen

ADA = entry("I1", "injury observed", "2025-02-10T20:00", by=HOSPITAL, keys={"injury": "I1"}, what="bruise")
BABY = entry("I1", "injury observed", "2022-02-10T20:00", by=HOSPITAL, keys={"injury": "I1"}, what="bruise")
HOME = lives("Ada", "Ben", "Eve", since="2021-06-01")


def points(*entries: Entry) -> set[Point]:
    return {point for each in left_open(seen(*entries), "Ada", LATER) for point in each.points}


def test_all_that_an_injury_may_leave_open() -> None:
    assert points(saying(ADA, suspected=True), *HOME) == {
        Point(Open.EXPLANATION),
        Point(Open.ALONE),
        Point(Open.SIBLING, "Ben"),
        Point(Open.PERSON, "Eve"),
    }


def test_of_a_baby_it_is_asked_how_it_moved_and_not_whether_it_spoke() -> None:
    assert points(BABY) == {Point(Open.EXPLANATION), Point(Open.MOBILITY)}
    assert points(saying(BABY, mobility="rolling")) == {Point(Open.EXPLANATION)}


def test_what_was_done_since_closes_each() -> None:
    done = (
        entry("x", "explanation asked", "2025-02-10T21:00", by=HOSPITAL, keys={"injury": "I1"}),
        entry("v", "visit", "2025-02-12", child_seen_alone=True),
        entry("b", "police met child", "2025-02-11", by=POLICE, child="Ben"),
        entry(
            "p",
            "possible source considered",
            "2025-02-12",
            keys={"injury": "I1"},
            person="Eve",
            finding="remains possible",
            evidence="she was at home",
        ),
    )
    assert points(saying(ADA, suspected=True), *HOME, *done) == set()


def test_what_was_done_before_closes_nothing() -> None:
    before = (
        entry("v", "visit", "2025-02-01", child_seen_alone=True),
        entry("b", "visit", "2025-02-01", child="Ben", child_seen=True),
    )
    assert points(ADA, *HOME, *before) >= {Point(Open.ALONE), Point(Open.SIBLING, "Ben")}


def test_a_word_of_a_carer_is_not_seeing_a_child() -> None:
    said = entry("w", "seen well", "2025-02-12", child="Ben", how="on a carer's word")
    dressed = entry("w", "seen well", "2025-02-12", child="Ben", how="seen dressed")
    assert Point(Open.SIBLING, "Ben") in points(ADA, *HOME, said)
    assert Point(Open.SIBLING, "Ben") not in points(ADA, *HOME, dressed)
