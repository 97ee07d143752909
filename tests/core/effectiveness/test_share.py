"""Shares and their intervals, against published values and the laws that they keep."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeded.core.effectiveness.share import NORMAL_95, share

PUBLISHED = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]
"""Table I, method 3, of R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872."""


@pytest.mark.parametrize(("part", "whole", "low", "high"), PUBLISHED)
def test_the_interval_agrees_with_the_published_one(part: int, whole: int, low: float, high: float) -> None:
    found = share(part, whole)
    assert found is not None
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)
    assert found.value == part / whole


def test_of_nothing_there_is_no_share() -> None:
    assert share(0, 0) is None


@pytest.mark.parametrize(("part", "whole"), [(2, 1), (-1, 5), (0, -1)])
def test_a_part_that_is_none_is_refused(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="no part"):
        share(part, whole)


@given(st.integers(1, 10**6).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_the_ends_are_where_the_score_test_just_holds(counted: tuple[int, int]) -> None:
    """Wilson's ends solve |share - end| = z * sqrt(end * (1 - end) / n)."""
    part, whole = counted
    found = share(part, whole)
    assert found is not None
    assert 0 <= found.low <= found.value <= found.high <= 1
    for end in (found.low, found.high):
        if 0 < end < 1:
            assert abs(found.value - end) == pytest.approx(
                NORMAL_95 * sqrt(end * (1 - end) / whole), abs=1e-9
            )


def test_none_and_all_reach_the_very_ends() -> None:
    none, all_of_them = share(0, 7), share(7, 7)
    assert none is not None
    assert none.low == 0
    assert all_of_them is not None
    assert all_of_them.high == 1
    assert none.high == pytest.approx(1 - all_of_them.low)
