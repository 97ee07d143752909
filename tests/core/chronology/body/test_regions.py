"""Tests of the body's regions: enough of them, both sides alike, each within the words that rules use."""

from __future__ import annotations

import pytest

from heeded.core.chronology.body import BY_NAME, REGIONS, WIDE, WIDER, Side, within
from heeded.core.chronology.vocabulary import KINDS

SITES = KINDS["injury observed"].field("sites")
FEWEST = 60
TEN_4 = ("torso", "ear", "neck", "frenulum", "angle of jaw", "cheek", "eyelid", "subconjunctiva")


def test_there_are_enough_regions_each_named_once() -> None:
    assert len(REGIONS) > FEWEST
    assert (
        len({region.name for region in REGIONS}) == len({region.code for region in REGIONS}) == len(REGIONS)
    )


def test_what_is_on_the_left_is_on_the_right_too() -> None:
    for region in REGIONS:
        if region.side is not Side.MIDDLE:
            other = Side.RIGHT if region.side is Side.LEFT else Side.LEFT
            twin = BY_NAME[region.name.replace(region.side, other)]
            assert (twin.side, twin.aspect, twin.parts_of, twin.bony) == (
                other,
                region.aspect,
                region.parts_of,
                region.bony,
            )


def test_every_region_stands_within_wide_words_alone() -> None:
    for region in REGIONS:
        assert WIDER[region.name]
        assert WIDER[region.name] <= set(WIDE)


def test_no_wide_word_is_within_itself() -> None:
    assert [word for word in WIDE if word in WIDER[word]] == []


@pytest.mark.parametrize("word", WIDE)
def test_every_wide_word_has_regions(word: str) -> None:
    assert within(word)


@pytest.mark.parametrize(
    ("region", "words"),
    [
        ("left shoulder blade", {"back", "torso"}),
        ("left cheek", {"cheek", "face", "head"}),
        ("left cheekbone", {"face", "head"}),
        ("white of right eye", {"subconjunctiva", "eye area", "face", "head"}),
        ("tongue frenulum", {"frenulum", "mouth", "head"}),
        ("left shin", {"shin", "leg"}),
    ],
)
def test_a_region_is_within_the_words_that_take_it_in(region: str, words: set[str]) -> None:
    assert WIDER[region] == words


def test_usual_places_of_a_toddlers_falls_are_in_no_word_of_ten_4_facesp() -> None:
    for name in (
        "left forehead",
        "chin",
        "bridge of nose",
        "back of head",
        "left shin",
        "front of left knee",
    ):
        assert BY_NAME[name].bony
        assert WIDER[name].isdisjoint(TEN_4)


def test_the_field_takes_old_words_and_regions_and_widens_them() -> None:
    assert SITES
    assert SITES.objection(frozenset({"torso", "left cheek"})) == ""
    assert SITES.widened(frozenset({"left cheek"})) == {"left cheek", "cheek", "face", "head"}
    assert SITES.widened(frozenset({"face"})) == {"face", "head"}
    assert "left cheek" not in SITES.expects()
    assert "docs/standard/body-regions.md" in SITES.objection(frozenset({"left cheak"}))
