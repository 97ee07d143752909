"""Ties that nobody recorded and that what is recorded suggests."""

from __future__ import annotations

from heeded.core.chronology.entry import Entry
from heeded.core.evidence.around import Ground, proposed
from tests.core.evidence.test_around import kin
from tests.core.evidence.told import entry, lives, saying, seen

Told = tuple[str, str, str, Ground]


def suggested(*entries: Entry) -> list[Told]:
    """What is suggested, in short."""
    return [(each.person, each.to, each.relation, each.ground) for each in proposed(seen(*entries))]


def test_two_parents_in_common_suggest_siblings_and_one_with_another_each_half_siblings() -> None:
    mother = [kin("a", "Eve", "mother"), kin("b", "Eve", "mother", to="Ben")]
    assert suggested(*mother) == [("Ada", "Ben", "sibling", Ground.ONE_KNOWN)]
    fathers = [kin("c", "Finn", "father"), kin("d", "Finn", "father", to="Ben")]
    assert suggested(*mother, *fathers) == [("Ada", "Ben", "sibling", Ground.BOTH_PARENTS)]
    others = [kin("c", "Finn", "father"), kin("d", "Hugh", "father", to="Ben")]
    assert suggested(*mother, *others) == [("Ada", "Ben", "half-sibling", Ground.ONE_OF_TWO)]


def test_what_somebody_recorded_is_not_suggested_whichever_word_they_chose() -> None:
    mother = [kin("a", "Eve", "mother"), kin("b", "Eve", "mother", to="Ben")]
    for relation in ("half-sibling", "other"):
        assert suggested(*mother, kin("c", "Ben", relation)) == []


def test_a_siblings_parent_may_be_the_childs_and_a_half_siblings_is_not_suggested() -> None:
    told = kin("a", "Eve", "mother", to="Ben")
    assert suggested(told, kin("b", "Ben", "sibling")) == [("Eve", "Ada", "mother", Ground.SIBLINGS_PARENT)]
    assert suggested(told, kin("b", "Ben", "half-sibling")) == []


def test_what_rests_on_an_allegation_says_so_and_names_its_events() -> None:
    told = [saying(kin("a", "Finn", "father"), alleged=True), kin("b", "Finn", "father", to="Ben")]
    (each,) = proposed(seen(*told))
    assert each.doubtful
    assert [event.entry.id for event in each.events] == ["a", "b"]


def test_whoever_lives_with_a_child_is_asked_about_and_is_not_made_kin() -> None:
    at_home = lives("Ada", "Hugh")
    assert suggested(*at_home) == [("Hugh", "Ada", "", Ground.HOUSEHOLD)]
    assert suggested(*at_home, kin("c", "Hugh", "lodger")) == []
    left = entry("d", "household left", "2025-03-01", person="Hugh", household="home")
    assert suggested(*at_home, left) == []


def test_contradictory_words_bring_no_circle() -> None:
    assert suggested(kin("a", "Eve", "mother"), kin("b", "Ada", "mother", to="Eve")) == []
    assert suggested(kin("a", "Ben", "sibling"), kin("b", "Ada", "mother", to="Ben")) == []
