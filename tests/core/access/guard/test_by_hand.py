"""Forms and ordinary words written by hand, each found or left alone."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heeded.core.access.guard import Found, ShieldedPlace, finds_shielded, withheld

REFUGE = ShieldedPlace(
    id="refuge",
    address="Flat 2, 14 High Street, Tottenham",
    postcode="N17 0AA",
    phones=("020 7946 0123",),
    names=("Rosewood House",),
)
HOME = ShieldedPlace(
    id="home", address="27 Larkspur Crescent\nLeeds\nLS6 2QT", phones=("07700 900456", "+44 (0)113 496 0789")
)
PLACES = {place.id: place for place in (REFUGE, HOME)}


def forms(expected: str) -> list[tuple[ShieldedPlace, str]]:
    """Each form of `forms.csv` that is to be found, or left alone, with its place."""
    with Path(__file__).with_name("forms.csv").open(encoding="utf-8", newline="") as table:
        return [
            (PLACES[row["place"]], row["form"])
            for row in csv.DictReader(table)
            if row["expected"] == expected
        ]


GIVEN_AWAY, LEFT_ALONE = forms("found"), forms("left alone")


@pytest.mark.parametrize(("place", "form"), GIVEN_AWAY)
def test_it_is_found_where_it_stands(place: ShieldedPlace, form: str) -> None:
    note = f"Mum says {form} ok?"
    found = finds_shielded(note, [place])
    assert found, form
    assert all(9 <= each.start < each.end <= len(note) - 4 for each in found)


@pytest.mark.parametrize(("place", "form"), LEFT_ALONE)
def test_it_is_left_alone(place: ShieldedPlace, form: str) -> None:
    assert finds_shielded(f"Mum says {form} ok?", [place]) == ()


def test_each_place_is_named_and_each_find_says_by_what() -> None:
    found = finds_shielded("From 14 High St (N17 0AA) to 27 Larkspur Cres, ring 07700 900456", [HOME, REFUGE])
    assert [(each.place, each.what) for each in found] == [
        ("refuge", "address"),
        ("refuge", "postcode"),
        ("home", "address"),
        ("home", "telephone"),
    ]


def test_what_is_found_can_be_withheld() -> None:
    note = "Taken to flat 2, 14 hgh st, N 17 0 A A. Child calm."
    hidden = withheld(note, finds_shielded(note, [REFUGE]))
    assert hidden == "Taken to flat 2, [withheld], [withheld]. Child calm."
    assert finds_shielded(hidden, [REFUGE]) == ()
    overlapping = [Found(0, 5, "a", "address"), Found(3, 8, "b", "address"), Found(4, 6, "c", "address")]
    assert withheld("0123456789", overlapping) == "[withheld]89"


def test_a_place_of_which_nothing_is_held_is_found_nowhere() -> None:
    assert finds_shielded("14 High Street, N17 0AA, 020 7946 0123", [ShieldedPlace(id="none")]) == ()


@settings(max_examples=200)
@given(st.text(max_size=200), st.sampled_from([form for _, form in GIVEN_AWAY]))
def test_any_text_can_be_read_and_hides_nothing_that_stands_apart_in_it(around: str, form: str) -> None:
    place = next(place for place, known in GIVEN_AWAY if known == form)
    found = finds_shielded(around, [place])
    assert all(0 <= each.start < each.end <= len(around) for each in found)
    letters = "".join(sign for sign in around if not sign.isdecimal())
    noted = f"{letters}. Then, as we were told: {form}"
    assert finds_shielded(noted, [place]), form


@settings(max_examples=60)
@given(st.text(max_size=80), st.text(max_size=20), st.lists(st.text(max_size=20), max_size=2))
def test_a_place_may_be_described_in_any_words(address: str, postcode: str, names: list[str]) -> None:
    place = ShieldedPlace(
        id="odd", address=address, postcode=postcode, phones=(postcode,), names=tuple(names)
    )
    found = finds_shielded(f"{address} {postcode}", [place])
    assert all(0 <= each.start < each.end for each in found)
