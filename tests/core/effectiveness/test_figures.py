"""Tests of what may be shown of counts: nothing below five, and nothing from which it could be worked out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heeded.core.effectiveness.figures import FEWEST, Figures, figures, shown
from heeded.core.effectiveness.tally import Counts

COUNT = st.integers(0, 12)


@pytest.mark.parametrize(("count", "told"), [(0, 0), (1, None), (4, None), (5, 5), (6, 6), (1200, 1200)])
def test_a_count_of_one_to_four_is_held_back(count: int, told: int | None) -> None:
    assert shown(count) == told


def test_where_all_is_large_enough_the_share_is_given_with_its_interval() -> None:
    told = figures(Counts(kept=80, kept_late=10, overdue=5, missed=5, due=7))
    assert (told.assessable, told.held_back) == (100, False)
    assert told.share is not None
    assert (told.share.part, told.share.whole) == (80, 100)
    assert told.share.low < 0.8 < told.share.high


def test_one_small_count_takes_the_whole_and_the_share_with_it() -> None:
    told = figures(Counts(kept=80, kept_late=10, overdue=3, missed=0))
    assert (told.overdue, told.assessable, told.share, told.held_back) == (None, None, None, True)


def test_a_small_count_that_is_in_no_share_takes_none_with_it() -> None:
    told = figures(Counts(kept=80, departed=2))
    assert (told.departed, told.assessable) == (None, 80)
    assert told.share is not None


def test_a_rule_that_never_came_up_says_so_and_one_that_did_in_few_does_not() -> None:
    assert figures(Counts()).none_at_all
    assert not figures(Counts(due=1)).none_at_all
    assert not figures(Counts(not_assessable=9)).none_at_all


@settings(max_examples=60)
@given(kept=COUNT, late=COUNT, overdue=COUNT, missed=COUNT)
def test_whatever_is_told_fits_at_least_two_counts_of_what_is_held_back(
    kept: int, late: int, overdue: int, missed: int
) -> None:
    told = figures(Counts(kept=kept, kept_late=late, overdue=overdue, missed=missed))
    for name in ("kept", "kept_late", "overdue", "missed"):
        if getattr(told, name) is None:
            others = [told_as(name, other, kept, late, overdue, missed) for other in range(1, FEWEST)]
            assert all(other == told for other in others)


def told_as(name: str, other: int, kept: int, late: int, overdue: int, missed: int) -> Figures:
    """What would be told had one of the counts been another."""
    one = {"kept": kept, "kept_late": late, "overdue": overdue, "missed": missed, name: other}
    return figures(
        Counts(kept=one["kept"], kept_late=one["kept_late"], overdue=one["overdue"], missed=one["missed"])
    )
