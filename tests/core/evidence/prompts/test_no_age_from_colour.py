"""No colour changes a prompt, no fact can date a bruise, and late news changes a prompt as it comes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeded.core.chronology.body import REGIONS, WIDE
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.evidence.prompts import COLOUR_TELLS_NO_AGE, prompts, seems_to_date
from heeded.core.evidence.prompts.prompt import Prompt
from tests.core.evidence.prompts.marks import bruise, of

SITES = st.sampled_from((*WIDE, *(region.name for region in REGIONS)))
COLOURS = ["yellow", "blue-purple", "green and brown", "yellow, so five days old", "two weeks old"]


@given(st.lists(SITES, max_size=3), st.sampled_from(COLOURS), st.sampled_from(COLOURS))
def test_no_colour_changes_a_prompt(sites: list[str], one: str, other: str) -> None:
    assert of(bruise(*sites, colour=one)) == of(bruise(*sites, colour=other)) == of(bruise(*sites))


@pytest.mark.parametrize("name", ["age of bruise", "age", "bruise age", "days old"])
def test_an_injury_has_no_field_for_the_age_of_a_bruise(name: str) -> None:
    kind = KINDS["injury observed"]
    assert kind.field(name) is None
    assert "has no field" in kind.objections({name: "five days"})[0]


@pytest.mark.parametrize(
    ("colour", "dates"),
    [
        ("yellow", False),
        ("blue and purple", False),
        ("gold at the edge", False),
        ("yellow, five days old", True),
        ("an older green one", True),
        ("fresh red", True),
    ],
)
def test_words_that_read_as_an_age_are_pointed_out(colour: str, *, dates: bool) -> None:
    assert seems_to_date(colour) is dates


def test_what_is_said_beside_a_colour_names_its_source() -> None:
    assert "Maguire" in COLOUR_TELLS_NO_AGE


def test_a_prompt_holds_no_number_of_its_own() -> None:
    """No score: nothing in a prompt is a number that could rank one child before another."""
    assert {str(field.type) for field in Prompt.__dataclass_fields__.values()}.isdisjoint({"int", "float"})


def test_of_no_injury_nothing_is_said() -> None:
    assert prompts((), {}) == ()
