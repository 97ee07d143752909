"""A rule that names a wide word finds what is within it, by both evaluators alike; never the other way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeded.bootstrap import open_handbook
from heeded.core.chronology.body import REGIONS, WIDE, WIDER
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.view import Known
from heeded.core.chronology.when import When
from heeded.core.evaluation.because.asked import lacking
from heeded.core.evaluation.blocks.match import meets
from heeded.core.evaluation.definition.judging import Judging
from heeded.core.evaluation.definition.match import matches
from heeded.core.procedures.pattern import Comparison, Condition, Pattern

KIND = "injury observed"
NAMES = (*WIDE, *(region.name for region in REGIONS))
MANY = (Comparison.SOME_OF, Comparison.ALL_OF)


def observed(sites: Fact) -> Entry:
    """An injury at some sites."""
    day = When.parse("2024-03-08")
    return Entry(
        id="E",
        kind=KIND,
        child="T",
        happened=day,
        told=day.latest,
        source=Source("x"),
        facts={"sites": sites},
    )


def by_definition(condition: Condition, sites: Fact) -> bool:
    """Whether the definition finds an injury at some sites."""
    entry = observed(sites)
    judging = Judging.of(Chronology("F", (entry,)), open_handbook(), entry.told, None, None)
    known = Known(entry, entry.id, entry.told, (entry,))
    return matches((Pattern(KIND, (condition,)),), known, judging)


@pytest.mark.parametrize("region", ["left shoulder blade", "genital area", "right hip"])
@pytest.mark.parametrize("comparison", MANY)
def test_the_torso_takes_in_its_regions(region: str, comparison: Comparison) -> None:
    torso = Condition("sites", comparison, ("torso",))
    assert by_definition(torso, frozenset({region, "chin"}))
    assert meets(torso, KIND, frozenset({region, "chin"}))
    assert by_definition(torso, frozenset({"left forehead"})) is False
    assert meets(torso, KIND, frozenset({"left forehead"})) is False


def test_a_wide_word_is_not_taken_for_a_part_of_it() -> None:
    cheek = Condition("sites", Comparison.SOME_OF, ("cheek",))
    for sites in ({"face"}, {"left cheekbone"}, {"inside of left cheek"}):
        assert not by_definition(cheek, frozenset(sites))
        assert not meets(cheek, KIND, frozenset(sites))


@given(
    st.sampled_from(MANY),
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=3),
    st.frozensets(st.sampled_from(NAMES), max_size=4),
)
def test_both_evaluators_find_the_same(
    comparison: Comparison, asked: list[str], sites: frozenset[str]
) -> None:
    condition = Condition("sites", comparison, tuple(asked))
    held = [any(word == site or word in WIDER[site] for site in sites) for word in asked]
    expected = bool(sites) and (any(held) if comparison is Comparison.SOME_OF else all(held))
    assert by_definition(condition, sites) is expected
    assert meets(condition, KIND, sites) is expected
    if sites and not expected:
        assert lacking(observed(sites), (condition,)) == (condition,)
