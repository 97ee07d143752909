"""Tests of reading what share of words is read a second time."""

import pytest

from heeded.adapters.policy import WrongPolicy, read_sample, shipped_sample

GOOD = "second reading: {share: 0.2, within days: 30, source: agreed}"


def test_what_ships_can_be_read_and_says_what_is_unverified() -> None:
    shipped = shipped_sample()
    assert 0 < shipped.share < 1
    assert shipped.unverified


@pytest.mark.parametrize(
    ("good", "wrong", "says"),
    [
        ("0.2", "2", "from 0 to 1"),
        ("0.2", "true", "from 0 to 1"),
        ("30", "0", "whole days"),
        ("source: agreed", "by: agreed", "unknown: by"),
        (", source: agreed", "", "missing: source"),
    ],
)
def test_what_cannot_be_used_is_said(good: str, wrong: str, says: str) -> None:
    assert read_sample(GOOD, "x").days == 30
    with pytest.raises(WrongPolicy, match=says):
        read_sample(GOOD.replace(good, wrong), "x")
