"""The axis of time: where moments lie, which days are marked, and never too many."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from heeded.core.chronology.when import When
from heeded.doors.web.drawn.axis import Axis, around

START = When.parse("2025-01-10").earliest
DAY = 86_400


def axis(days: int) -> Axis:
    return Axis(start=START, end=START + days * DAY, left=100, width=500)


def test_a_moment_lies_where_its_share_of_the_time_is_and_never_beyond_the_ends() -> None:
    held = axis(10)
    assert [held.at(START), held.at(START + 5 * DAY), held.at(START + 10 * DAY)] == [100, 350, 600]
    assert [held.at(START - DAY), held.at(START + 99 * DAY), held.at(None)] == [100, 600, 600]
    assert held.at(None, otherwise=100) == 100


def test_days_are_marked_by_the_calendar() -> None:
    assert [str(day) for _, day in axis(90).ticks(4)] == ["2025-02-01", "2025-03-01", "2025-04-01"]
    assert [str(day) for _, day in axis(3).ticks(4)] == [
        "2025-01-10",
        "2025-01-11",
        "2025-01-12",
        "2025-01-13",
    ]


@settings(max_examples=50, deadline=None)
@given(some.integers(1, 40_000), some.integers(2, 12))
def test_never_more_are_marked_than_there_is_room_for_and_each_on_the_axis(days: int, most: int) -> None:
    ticks = axis(days).ticks(most)
    assert len(ticks) <= most
    assert all(100 <= x <= 600 for x, _ in ticks)
    assert all(one[0] < other[0] for one, other in pairwise(ticks))


def test_an_axis_along_which_no_time_passes_is_refused() -> None:
    with pytest.raises(ValueError, match="end later"):
        Axis(start=5, end=5, left=0, width=10)


def test_it_reaches_a_little_around_what_it_shows() -> None:
    start, end = around([START], START + 100 * DAY)
    assert start < START < START + 100 * DAY < end
