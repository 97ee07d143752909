"""Searching, keys and spells, each held to the plainest way of saying what it does."""

from __future__ import annotations

import numpy as np
import pytest

from heeded.core.evaluation.blocks.keys import of_children, of_values
from heeded.core.evaluation.blocks.search import Empty, FirstAfter, LastBefore, exact_line, ranked
from heeded.core.evaluation.columns.arrays import NONE, Ints, ragged
from heeded.core.evaluation.columns.spells import spells

SEEDS = range(30)


def drawn(seed: int, size: int, *limits: int) -> list[Ints]:
    """Columns of random numbers, each below its limit."""
    chance = np.random.default_rng(seed)
    return [chance.integers(0, limit, size) for limit in limits]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_foremost_beyond_a_place_is_found_and_never_itself(seed: int) -> None:
    size, bits = 12, 6
    groups, bounds = drawn(seed, size, 3, 20)
    ranks = np.random.default_rng(seed + 1).permutation(size)
    rows = np.argsort(ranks)
    asked_groups, asked_places, own = drawn(seed + 2, 40, 4, 22, size)
    own = np.where(own % 2 == 0, own, NONE)
    for after in (True, False):
        found = ranked(groups, bounds, ranks, rows, bits, after=after).ask(asked_groups, asked_places, own)
        for group, place, itself, row in zip(asked_groups, asked_places, own, found, strict=True):
            fits = [
                each
                for each in range(size)
                if groups[each] == group
                and (bounds[each] > place if after else bounds[each] < place)
                and each != itself
            ]
            best = (min if after else max)(fits, key=lambda each: ranks[each], default=NONE)
            assert row == best


@pytest.mark.parametrize("seed", SEEDS)
def test_among_instants_the_next_and_the_last_are_found(seed: int) -> None:
    size = 15
    (groups,) = drawn(seed, size, 3)
    rows, bits = np.arange(size), 6
    line = exact_line(groups, rows, bits)
    asked = np.arange(size)
    after = FirstAfter(line, bits).ask(groups, 2 * asked + 1, asked)
    before = LastBefore(line, bits).ask(groups, 2 * asked + 1, asked)
    for row in range(size):
        later = [each for each in range(row + 1, size) if groups[each] == groups[row]]
        earlier = [each for each in range(row) if groups[each] == groups[row]]
        assert after[row] == min(later, default=NONE)
        assert before[row] == max(earlier, default=NONE)


def test_a_key_that_no_event_has_is_never_found() -> None:
    groups, places, own = np.array([NONE, 7]), np.array([1, 1]), np.array([NONE, NONE])
    line = exact_line(np.array([0, 0]), np.array([0, 1]), 4)
    for search in (Empty(), FirstAfter(line, 4), LastBefore(line, 4)):
        assert search.ask(groups, places, own).tolist() == [NONE, NONE]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("room", [60, 1])
def test_a_group_is_a_value_of_an_owner(seed: int, room: int) -> None:
    owners, values = drawn(seed, 20, 4, 6)
    values -= 1
    keys = of_values(owners, values, room)
    for one in range(20):
        for other in range(20):
            alike = owners[one] == owners[other] and values[one] == values[other] != NONE
            assert (keys.groups[one] == keys.groups[other] != NONE) == alike
    assert np.array_equal(keys.of(owners, values), keys.groups)
    assert keys.of(np.array([9, 0]), np.array([0, 99])).tolist() == [NONE, NONE]


@pytest.mark.parametrize("room", [60, 1])
def test_a_child_is_a_group_of_its_own(room: int) -> None:
    children = np.array([40, 7, 40, 9])
    keys = of_children(children, room)
    assert len(set(keys.groups.tolist())) == 3
    assert np.array_equal(keys.of(children, children), keys.groups)
    assert not np.isin(keys.of(np.array([8, 99]), np.array([8, 99])), keys.groups).any()
    assert keys.values.tolist() == [NONE] * 4


@pytest.mark.parametrize("seed", SEEDS)
def test_spells_begin_and_end_in_turn(seed: int) -> None:
    units, marks = drawn(seed, 25, 3, 3)
    marks += 1
    begins, ends = marks % 2 == 1, marks >= 2
    rows = np.arange(25) * 3
    begin, end = spells(units, rows, begins, ends)
    expected = []
    for unit in range(3):
        since = NONE
        for place in np.flatnonzero(units == unit).tolist():
            if since != NONE and ends[place]:
                expected.append((since, int(rows[place])))
                since = NONE
            elif since == NONE and begins[place]:
                since = int(rows[place])
        expected += [(since, NONE)] if since != NONE else []
    assert list(zip(begin.tolist(), end.tolist(), strict=True)) == expected


def test_stretches_laid_end_to_end() -> None:
    which, rows = ragged(np.array([5, 0, 9]), np.array([2, 0, 3]))
    assert which.tolist() == [0, 0, 2, 2, 2]
    assert rows.tolist() == [5, 6, 9, 10, 11]
