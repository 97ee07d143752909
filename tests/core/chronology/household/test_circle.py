"""Tests of whose records belong with a child's, where families are joined by an adult whom they share."""

from __future__ import annotations

import random

import pytest

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.household import OF_AN_ADULT, TYING, circle
from heeded.core.chronology.people import Source
from heeded.core.chronology.view import as_known
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.chronology.when import Precision, When

ADULTS = {"mother", "father", "partner", "grandmother"}


def entry(place: int, kind: str, child: str, agency: str = "council", **facts: Fact) -> Entry:
    """An entry of a story, in the order of the places."""
    at = 1_000 + place
    return Entry(
        id=f"e{place}",
        kind=kind,
        child=child,
        happened=When(at, at, Precision.INSTANT),
        told=at,
        source=Source(agency),
        facts={name.replace("_", " "): value for name, value in facts.items()},
    )


def joined(place: int, person: str, household: str, child: str = "") -> Entry:
    """Somebody came to live in a household."""
    return entry(place, "household joined", child or person, person=person, household=household)


TWO_HOMES = (
    joined(1, "Ada", "council:one"),
    joined(2, "mother", "council:one", "Ada"),
    joined(3, "father", "council:one", "Ada"),
    entry(4, "household left", "Ada", person="father", household="council:one"),
    joined(5, "Bea", "council:two"),
    joined(6, "father", "council:two", "Bea"),
    joined(7, "partner", "council:two", "Bea"),
    entry(8, "access began", "Ada", person="grandmother"),
)
"""Ada lives with her mother; her father left and lives with Bea and a new partner."""


def of(child: str, *entries: Entry) -> frozenset[str]:
    """Whose records belong with a child's, by these entries in an order of chance."""
    shuffled = random.Random(len(entries)).sample(entries, len(entries))  # noqa: S311 - an order, no secret
    return circle(child, as_known(shuffled, None, None), ADULTS)


def test_a_shared_father_joins_neither_the_children_nor_the_new_partner() -> None:
    assert of("Ada", *TWO_HOMES) == {"Ada", "mother", "father", "grandmother"}
    assert of("Bea", *TWO_HOMES) == {"Bea", "father", "partner"}


def test_another_child_of_the_household_is_of_it_and_brings_its_own_adults() -> None:
    brother = joined(9, "Cem", "council:one")
    visits = entry(10, "access began", "Cem", person="partner")
    assert of("Ada", *TWO_HOMES, brother, visits) == {
        *("Ada", "Cem", "mother", "father", "grandmother", "partner")
    }


def test_a_half_sister_who_is_known_to_live_elsewhere_is_not_of_it_though_she_is_named() -> None:
    sisters = entry(9, "relationship recorded", "Ada", person="Bea", to="Ada", relation="half-sibling")
    assert "Bea" not in of("Ada", *TWO_HOMES, sisters)


def test_a_sister_of_whom_nobody_says_where_she_lives_is_of_it() -> None:
    sisters = entry(9, "relationship recorded", "Ada", person="Dee", to="Ada", relation="sibling")
    assert "Dee" in of("Ada", *TWO_HOMES, sisters)


def test_what_two_agencies_call_their_homes_sets_no_children_apart() -> None:
    sisters = entry(9, "relationship recorded", "Ada", person="Eve", to="Ada", relation="sibling")
    assert "Eve" in of("Ada", *TWO_HOMES, sisters, joined(10, "Eve", "hospital:h1"))


def test_without_any_household_those_whom_an_event_names_together_belong_together() -> None:
    uses = entry(1, "substance use known", "Ada", person="father")
    also = entry(2, "substance use known", "Bea", person="father")
    assert of("Ada", uses, also) == {"Ada", "father"}
    assert of("Nobody") == {"Nobody"}


def test_where_somebody_lived_once_they_stay_part_of_the_record() -> None:
    moved = (
        entry(9, "household left", "Ada", person="Ada", household="council:one"),
        joined(10, "Ada", "c:3"),
    )
    assert {"mother", "father"} <= of("Ada", *TWO_HOMES, *moved)


def test_a_withdrawn_word_ties_nobody() -> None:
    wrong = entry(9, "relationship recorded", "Ada", person="Fay", to="Ada", relation="sibling")
    back = Entry(
        id="w",
        kind="withdrawal",
        child="Ada",
        happened=wrong.happened,
        told=wrong.told + 1,
        source=wrong.source,
        withdraws=wrong.id,
    )
    assert "Fay" not in of("Ada", *TWO_HOMES, wrong, back)


@pytest.mark.parametrize("seed", range(200))
def test_whoever_is_of_a_household_with_the_child_is_always_there(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a story, not a secret
    people = ["Ada", "Bea", "Cem", *sorted(ADULTS)]
    told = []
    for place in range(chance.randint(0, 12)):
        person, child = chance.choice(people), chance.choice(people[:3])
        home = f"council:{chance.choice('xyz')}"
        told.append(
            joined(place, person, home, child)
            if chance.random() < 0.7
            else entry(place, "access began", child, person=person)
        )
    lived = {
        (str(each.facts["person"]), each.facts["household"]) for each in told if "household" in each.facts
    }
    with_ada = {person for person, home in lived if ("Ada", home) in lived}
    found = of("Ada", *told)
    assert with_ada | {"Ada"} <= found
    named = {
        str(each.facts["person"]) for each in told if each.child == "Ada" and "household" not in each.facts
    }
    assert named & ADULTS <= found


def test_every_kind_that_concerns_an_adult_names_the_person() -> None:
    assert OF_AN_ADULT <= TYING
    assert all(KINDS[kind].field("person") for kind in OF_AN_ADULT)
