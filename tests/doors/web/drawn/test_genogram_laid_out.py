"""Any family is laid out: nobody on anybody, no line through a sign or words, whatever was told first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as some

from heeded.doors.web.drawn.genogram import Kin
from heeded.doors.web.drawn.genogram.drawing import laid_out
from heeded.doors.web.drawn.genogram.outlines import outline
from heeded.doors.web.drawn.genogram.places import Box
from tests.doors.web.drawn.families import FAMILIES

ANY = settings(max_examples=60, deadline=None)
Points = Sequence[tuple[float, float]]


def crosses(points: Points, box: Box) -> bool:
    """Whether a line that runs level and upright passes through a box."""
    return any(
        min(x, u) < box.right and box.left < max(x, u) and box.top < y < box.bottom
        if y == v
        else min(y, v) < box.bottom and box.top < max(y, v) and box.left < x < box.right
        for (x, y), (u, v) in pairwise(points)
    )


def holds(ring: Points, x: float, y: float) -> bool:
    """Whether a point lies within a ring, by the even-odd rule."""
    return (
        sum(
            (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
            for a, b in pairwise((*ring, ring[0]))
        )
        % 2
        == 1
    )


@ANY
@given(FAMILIES)
def test_nobody_lies_on_anybody(kin: Kin) -> None:
    places = laid_out(kin).places
    for one, other in combinations([figure.id for figure in kin.figures], 2):
        for mine in (places.cell(one), places.sign(one), places.words(one)):
            assert not mine.meets(places.cell(other))


@ANY
@given(FAMILIES)
def test_no_line_passes_through_words_or_through_a_sign_at_which_it_does_not_end(kin: Kin) -> None:
    laid = laid_out(kin)
    places = laid.places
    signs = {figure.id: places.sign(figure.id) for figure in kin.figures}
    for route in laid.routes:
        ends = {route.points[0], route.points[-1]}
        for who, sign in signs.items():
            assert not crosses(route.points, places.words(who))
            own = any(sign.left <= x <= sign.right and sign.top <= y <= sign.bottom for x, y in ends)
            assert own or not crosses(route.points, sign)


@ANY
@given(FAMILIES, some.randoms(use_true_random=False))
def test_the_order_in_which_a_family_is_told_changes_nothing(kin: Kin, chance: Random) -> None:
    other = Kin(
        figures=tuple(chance.sample(kin.figures, len(kin.figures))),
        parents=tuple(chance.sample(kin.parents, len(kin.parents))),
        couples=tuple(chance.sample(kin.couples, len(kin.couples))),
        siblings=tuple(chance.sample(kin.siblings, len(kin.siblings))),
        beside=tuple(chance.sample(kin.beside, len(kin.beside))),
        homes=tuple(chance.sample(kin.homes, len(kin.homes))),
    )
    assert laid_out(other) == laid_out(kin)


@ANY
@given(FAMILIES)
def test_an_outline_holds_its_members_and_nobody_else(kin: Kin) -> None:
    places = laid_out(kin).places
    for number, home in enumerate(kin.homes):
        rings = outline(home, places, number)
        for figure in kin.figures:
            for box in (places.sign(figure.id), places.words(figure.id)):
                corners = [(x, y) for x in (box.left, box.right) for y in (box.top + 1, box.bottom - 1)]
                within = [sum(holds(ring, x, y) for ring in rings) % 2 == 1 for x, y in corners]
                assert all(within) if figure.id in home.members else not any(within)


@ANY
@given(FAMILIES)
def test_all_of_it_lies_within_the_drawing(kin: Kin) -> None:
    laid = laid_out(kin)
    points = [point for route in laid.routes for point in route.points]
    points += [point for _, ring in laid.outlines for point in ring]
    assert all(0 <= x <= laid.width and 0 <= y <= laid.height for x, y in points)
    assert all(box.left >= 0 and box.right <= laid.width for box in map(laid.places.cell, laid.places.at))
