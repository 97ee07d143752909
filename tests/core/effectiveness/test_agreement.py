"""Tests of how far two readers agree."""

import pytest

from heeded.core.effectiveness.agreement import agreement


def test_a_worked_example() -> None:
    pairs = [("same", "same")] * 20 + [("same", "different")] * 5
    pairs += [("different", "same")] * 10 + [("different", "different")] * 15
    found = agreement(pairs)
    assert found.both == 50
    assert found.same is not None
    assert found.same.value == pytest.approx(0.7)
    assert found.kappa == pytest.approx(0.4)


def test_what_chance_would_give_is_nothing_beyond_it() -> None:
    pairs = [(one, other) for one in ("same", "different") for other in ("same", "different")]
    assert agreement(pairs).kappa == pytest.approx(0)


def test_where_nothing_beyond_chance_can_be_told_none_is() -> None:
    assert agreement([("same", "same")] * 9).kappa is None
    assert agreement([]).same is None
