"""Tests of who knew of an entry since when, by what their agency had seen up to which place in the log."""

from __future__ import annotations

import pytest

from heeded.adapters.record.store.families import knowing
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source
from heeded.core.chronology.when import Precision, When

ENTRY = Entry(
    id="e",
    kind="contact received",
    child="ada",
    happened=When(1, 1, Precision.INSTANT),
    told=2,
    source=Source("hospital"),
)
SEEN = [("ada", "council", 4, 300), ("ada", "council", 9, 100), ("ada", "council", 12, 200)]


@pytest.mark.parametrize(("index", "since"), [(0, 100), (4, 100), (5, 100), (9, 100), (10, 200), (12, 200)])
def test_the_earliest_look_that_reached_so_far_counts(index: int, since: int) -> None:
    assert knowing(SEEN, [])(ENTRY, index) == {"council": since}


def test_what_came_after_every_look_is_not_known() -> None:
    assert knowing(SEEN, [])(ENTRY, 13) == {}


def test_what_was_passed_on_before_a_look_was_known_then() -> None:
    assert knowing(SEEN, [("e", "council", 50)])(ENTRY, 3) == {"council": 50}
    assert knowing(SEEN, [("e", "council", 150)])(ENTRY, 3) == {"council": 100}


def test_whoever_told_of_it_needs_no_look() -> None:
    assert knowing([("ada", "hospital", 9, 100)], [])(ENTRY, 3) == {}
