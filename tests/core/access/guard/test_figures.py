"""Promise A9 in figures: how many obfuscated forms are found, how many ordinary notes are flagged."""

from collections.abc import Callable
from random import Random

import pytest

from heeded.core.access.guard import ShieldedPlace, finds_shielded
from tests.core.access.guard.obfuscate import hidden_in_a_note
from tests.core.access.guard.ordinary import a_near_miss, an_ordinary_note
from tests.core.access.guard.places import a_place

FORMS = 5_000
LEAST_FOUND = 0.99
MOST_FLAGGED = 0.02


Writing = Callable[[ShieldedPlace, Random], str]
Noting = Callable[[str, object], None]


def flagged(write: Writing, seed: int) -> list[tuple[ShieldedPlace, str, bool]]:
    """Write many notes about invented places, each with whether it was flagged."""
    chance = Random(seed)  # noqa: S311 - no secret: the notes are to be the same each time
    notes = []
    for _ in range(FORMS):
        place = a_place(chance)
        note = write(place, chance)
        notes.append((place, note, bool(finds_shielded(note, [place]))))
    return notes


def test_of_5000_obfuscated_forms_at_least_99_in_100_are_found(
    record_property: Noting,
) -> None:
    notes = flagged(lambda place, chance: hidden_in_a_note(place, chance)[0], seed=20261123)
    found = sum(hit for _, _, hit in notes)
    record_property("found", f"{found} of {len(notes)}")
    assert found / FORMS >= LEAST_FOUND, [(place.address, note) for place, note, hit in notes if not hit][:20]


@pytest.mark.parametrize("write", [an_ordinary_note, a_near_miss])
def test_of_5000_notes_that_give_nothing_away_at_most_2_in_100_are_flagged(
    write: Writing, record_property: Noting
) -> None:
    notes = flagged(write, seed=20261123)
    wrong = sum(hit for _, _, hit in notes)
    record_property("flagged", f"{wrong} of {len(notes)}")
    assert wrong / FORMS <= MOST_FLAGGED, [(place.address, note) for place, note, hit in notes if hit][:20]


def test_a_plain_search_would_find_few_of_them() -> None:
    chance = Random(20261123)  # noqa: S311 - as above
    plain = 0
    for _ in range(FORMS):
        place = a_place(chance)
        note, _ = hidden_in_a_note(place, chance)
        written = (place.address.split(", ")[-2], place.postcode, *place.phones)
        plain += any(part.lower() in note.lower() for part in written)
    assert plain / FORMS < 0.25, f"the forms are too easy: {plain} of {FORMS} stand in the notes as they are"
