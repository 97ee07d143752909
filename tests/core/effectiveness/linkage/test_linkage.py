"""Tests of measuring links where the truth is known: each on a few people whom one can count by hand."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from heeded.core.chronology.report import Described
from heeded.core.effectiveness.linkage import (
    Draw,
    Labelled,
    Pair,
    Relationship,
    Weighing,
    by_grade,
    by_group,
    by_status,
    calibration,
    claimed,
    clusters,
    links,
    relationship,
    resampled,
    weighing,
    weight_of,
)
from heeded.core.effectiveness.share import share


def drawing() -> Draw:
    """Draws the same each time it is made."""
    chance = Random(3)  # noqa: S311 - a test
    return lambda counts, many: chance.choices(counts, k=many)


ADA, BEN, EVE, MUM, DEE = "ada", "ben", "eve", "mum", "dee"
PARENTS = frozenset({MUM})


def told(person: str, name: str = "", born: date | None = None, **known: str) -> Labelled:
    """A description of somebody of the family f, or of one of their own."""
    children = {ADA: "b1", BEN: "b1", EVE: "b2"}
    return Labelled(
        described=Described(ref="x", name=name, born=born, sex=known.get("sex", "")),
        person=person,
        family="f" if person in (*children, MUM) else person,
        parents=PARENTS if person in children else frozenset(),
        birth=children.get(person, ""),
        origin=known.get("origin", ""),
        agency=known.get("agency", ""),
    )


PEOPLE = [
    told(ADA, agency="hospital"),
    told(ADA, agency="school"),
    told(BEN, agency="school"),
    told(EVE, agency="hospital"),
    told(EVE, agency="hospital"),
    told(DEE, agency="school"),
]
PAIRS = [(0, 1, 20.0), (0, 2, 18.0), (3, 4, 10.0), (1, 2, 9.0), (2, 5, 17.0)]
BY_HAND = Weighing(
    people=PEOPLE, pairs=[Pair(a, b, relationship(PEOPLE[a], PEOPLE[b]), weight) for a, b, weight in PAIRS]
)


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        (ADA, ADA, Relationship.ONE),
        (ADA, BEN, Relationship.TWIN),
        (ADA, EVE, Relationship.SIBLING),
        (MUM, EVE, Relationship.PARENT),
        (EVE, MUM, Relationship.PARENT),
        (EVE, DEE, Relationship.UNRELATED),
    ],
)
def test_what_two_are_to_each_other(one: str, other: str, are: Relationship) -> None:
    assert relationship(told(one), told(other)) is are


def test_links_are_counted_by_what_the_two_are_to_each_other() -> None:
    found = links(BY_HAND, 16)
    assert (found.linked, found.missed) == (3, 1)
    assert found.false == {Relationship.TWIN: 1, Relationship.UNRELATED: 1}
    assert found.right == share(1, 3)
    assert found.found == share(1, 2)
    assert links(BY_HAND, 99).right is None


def test_a_true_pair_that_shares_no_key_is_missed_at_any_threshold() -> None:
    people = [told(ADA, "Ada Invented", date(2020, 5, 6)), told(ADA, "Xu Other"), told(DEE, "Dee Third")]
    found = weighing(people)
    assert links(found, -1e9).missed == 1


def test_a_key_that_too_many_share_makes_no_pairs_and_is_told() -> None:
    people = [told(str(n), "Ada Invented") for n in range(5)]
    assert len(weighing(people).pairs) == 10
    few = weighing(people, hot=4)
    assert not few.pairs
    assert few.hot > 0


def test_groups_count_a_pair_for_each_of_its_two() -> None:
    found = {(each.by, each.name): each for each in by_group(BY_HAND, 16, date(2026, 1, 1))}
    hospital, school = found["agency", "hospital"], found["agency", "school"]
    assert (hospital.found, hospital.false) == (share(1, 2), 1)
    assert (school.found, school.false) == (share(1, 1), 2)


def test_ages_are_those_of_the_day() -> None:
    people = [told(ADA, "A", date(2025, 6, 1)), told(ADA, "B", date(2010, 6, 1)), told(DEE, "C")]
    names = {each.name for each in by_group(weighing(people), 16, date(2026, 5, 31)) if each.by == "age"}
    assert names == {"under 1", "10 to 15", "not known"}


def test_clusters_take_along_whoever_is_linked_to_one_of_two() -> None:
    found = clusters(BY_HAND, 16)
    assert found.sizes == {1: 2, 4: 1}
    assert (found.mixed, found.split) == (1, 1)


def test_calibration_puts_each_pair_in_one_band_and_families_apart() -> None:
    bands = calibration(BY_HAND)
    assert sum(band.true.whole for band in bands if band.true) == len(PAIRS)
    assert sum(band.within.whole for band in bands if band.within) == len(PAIRS) - 1
    assert sum(band.true.part for band in bands if band.true) == 2


def test_another_matchers_probabilities_are_what_is_claimed() -> None:
    found = claimed(PEOPLE, [(0, 1, 0.97), (0, 2, 0.6), (3, 4, 0.97), (2, 5, 1.0)])
    bands = {band.low: band.true for band in calibration(found) if band.true}
    assert bands == {0.95: share(2, 2), 0.5: share(0, 1), 0.999: share(0, 1)}
    assert links(found, weight_of(0.97) - found.prior).linked == 3
    told_so = {each.name: each.true for each in by_status(found)}
    assert told_so == {"Match": share(2, 3), "PotentialMatch": None, "LowConfidenceMatch": share(0, 1)}


def test_grades_are_told_each_with_how_often_it_was_right() -> None:
    born = date(2020, 5, 6)
    people = [
        told(ADA, "Ada Invented", born),
        told(ADA, "Ada Invented", born),
        told(BEN, "Ben Invented", born),
    ]
    found = {each.name: each.true for each in by_grade(weighing(people))}
    assert found["0.6"] == share(1, 1)
    assert found["0"] == share(0, 2)


def test_without_pairs_of_one_person_nothing_can_be_claimed() -> None:
    with pytest.raises(ValueError, match="pairs of one person"):
        calibration(Weighing(people=[told(ADA), told(BEN)], pairs=[]))


def test_drawing_families_anew_gives_the_same_each_time_and_holds_the_share() -> None:
    people = [each for n in range(40) for each in (told(f"p{n}"), told(f"p{n}"))]
    pairs = [Pair(2 * n, 2 * n + 1, Relationship.ONE, 20.0 if n % 4 else 5.0) for n in range(40)]
    found = Weighing(people=people, pairs=pairs)
    right, known = resampled(found, 16, drawing())
    again = resampled(found, 16, drawing())
    low, high = known or (1.0, 0.0)
    assert low < 0.75 < high
    assert again == (right, known)
    assert right is not None
    assert min(right) == 1
