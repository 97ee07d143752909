"""What speaks against an assumption, and what does not."""

from __future__ import annotations

from typing import Any

import pytest

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.evidence.contradicting import contradictions
from tests.core.evidence.told import HOSPITAL, POLICE, entry, lives, saying, seen

HOME = lives("Ada", "Ben", "Eve", "Finn")


def rests_on(condition: str, person: str = "", **keys: str) -> Entry:
    facts: dict[str, Any] = {"condition": condition, "words": "as it was said"} | (
        {"person": person} if person else {}
    )
    return entry("stated", "assumption recorded", "2025-02-14T11:00", keys=keys, **facts)


def against(*entries: Entry) -> list[str]:
    return [each.event.root for each in contradictions(seen(*HOME, *entries))]


def bruise(when: str = "2025-02-18T10:00", **facts: Fact) -> Entry:
    return saying(entry("bruise", "injury observed", when, by=HOSPITAL, what="bruise"), **facts)


@pytest.mark.parametrize("condition", ["person stays away", "person in custody", "person supervises"])
def test_a_new_injury_speaks_against_what_was_to_keep_the_child_safe(condition: str) -> None:
    assert against(rests_on(condition, "Eve"), bruise()) == ["bruise"]
    assert against(rests_on(condition, "Eve"), bruise(new=False)) == []
    assert against(rests_on(condition, "Eve"), bruise(medical_cause="clotting disorder")) == []
    assert against(rests_on(condition, "Eve"), bruise("2025-02-13T10:00")) == []


@pytest.mark.parametrize("condition", ["person stays away", "person in custody"])
@pytest.mark.parametrize(
    ("kind", "facts", "speaks"),
    [
        ("release", {}, True),
        ("bail", {}, True),
        ("bail", {"kept_from_the_child": False}, True),
        ("care", {}, True),
        ("access began", {}, True),
        ("whereabouts", {"place": "home"}, True),
        ("whereabouts", {"place": "unknown"}, False),
        ("whereabouts", {"place": "custody"}, False),
        ("adult fact known", {"fact": "bail condition broken"}, True),
        ("adult fact known", {"fact": "violence"}, False),
    ],
)
def test_what_brings_the_person_back(
    condition: str, kind: str, facts: dict[str, Any], *, speaks: bool
) -> None:
    event = entry("back", kind, "2025-02-17T16:00", by=POLICE, person="Finn", **facts)
    assert against(rests_on(condition, "Finn"), event) == (["back"] if speaks else [])
    assert against(rests_on(condition, "Eve"), event) == []


def test_bail_that_keeps_the_person_away_speaks_against_custody_alone() -> None:
    event = entry("bail", "bail", "2025-02-17", by=POLICE, person="Finn", kept_from_the_child=True)
    assert against(rests_on("person stays away", "Finn"), event) == []
    assert against(rests_on("person in custody", "Finn"), event) == ["bail"]


def test_one_who_was_out_before_the_decision_was_not_in_custody_when_it_was_made() -> None:
    arrest = entry("arrest", "arrest", "2025-02-11", by=POLICE, person="Finn")
    out = entry("out", "release", "2025-02-13", told="2025-02-15", by=POLICE, person="Finn")
    assert against(rests_on("person in custody", "Finn"), arrest) == []
    assert against(rests_on("person in custody", "Finn"), arrest, out) == ["out"]


@pytest.mark.parametrize(
    ("kind", "facts", "speaks"),
    [
        ("arrest", {}, True),
        ("whereabouts", {"place": "hospital"}, True),
        ("whereabouts", {"place": "home"}, False),
        ("household left", {"household": "home"}, True),
        ("possible source considered", {"finding": "likely source", "evidence": "what Ada said"}, True),
        ("possible source considered", {"finding": "excluded", "evidence": "she was at work"}, False),
    ],
)
def test_what_takes_a_supervisor_away(kind: str, facts: dict[str, Any], *, speaks: bool) -> None:
    event = entry("gone", kind, "2025-02-17T16:00", person="Eve", **facts)
    assert against(rests_on("person supervises", "Eve"), event) == (["gone"] if speaks else [])


def test_somebody_else_with_access() -> None:
    begun = entry("begun", "access began", "2025-02-17", person="Greta")
    of_ben = entry("of Ben", "care", "2025-02-17", child="Ben", person="Hugh")
    joins = entry("joins", "household joined", "2025-02-18", child="Ben", person="Hugh", household="home")
    assert against(rests_on("nobody else has access", "Eve"), begun, of_ben, joins) == ["begun", "joins"]
    assert against(rests_on("nobody else has access", "Greta"), begun) == []


def test_somebody_else_who_had_access_all_along() -> None:
    begun = entry("begun", "access began", "2025-01-10", person="Greta")
    ended = entry("ended", "access ended", "2025-02-01", person="Greta")
    that_day = entry("ended", "access ended", "2025-02-14", person="Greta")
    assert against(rests_on("nobody else has access", "Eve"), begun) == ["begun"]
    assert against(rests_on("nobody else has access", "Greta"), begun) == []
    assert against(rests_on("nobody else has access", "Eve"), begun, ended) == []
    assert against(rests_on("nobody else has access", "Eve"), begun, that_day) == []


@pytest.mark.parametrize("strength", ["suspect", "strong concern", "inflicted"])
def test_an_opinion_against_the_accident_whether_it_came_before_or_after(strength: str) -> None:
    for day in ("2025-02-12", "2025-02-17"):
        said = entry("said", "medical opinion", day, by=HOSPITAL, keys={"injury": "I"}, strength=strength)
        assert against(rests_on("injury accidental", injury="I"), said) == ["said"]
        assert against(rests_on("injury accidental", injury="X"), said) == []


def test_an_opinion_that_was_superseded_with_reasons_speaks_no_more() -> None:
    said = entry(
        "said", "medical opinion", "2025-02-12", by=HOSPITAL, keys={"injury": "I"}, strength="suspect"
    )
    later = entry(
        "later",
        "medical opinion",
        "2025-02-13",
        by=HOSPITAL,
        keys={"injury": "I"},
        strength="excluded",
        supersedes=True,
    )
    assert against(rests_on("injury accidental", injury="I"), said, later) == []
    weak = entry(
        "weak", "medical opinion", "2025-02-12", by=HOSPITAL, keys={"injury": "I"}, strength="consider"
    )
    assert against(rests_on("injury accidental", injury="I"), weak) == []


@pytest.mark.parametrize("condition", ["other", "medical takes place", "child seen"])
def test_what_only_a_person_or_a_deadline_can_hold_against_it_is_left_to_them(condition: str) -> None:
    assert against(rests_on(condition, "Finn"), bruise(suspected=True)) == []


def test_a_decision_that_says_it_rests_on_an_absence_has_that_assumption() -> None:
    decision = entry(
        "decision", "decision", "2025-02-14", rests_on_absence_of_one_person=True, absent_person="Finn"
    )
    found = list(contradictions(seen(*HOME, decision, bruise())))
    assert [(each.assumption.condition, each.assumption.person, each.event.root) for each in found] == [
        ("person stays away", "Finn", "bruise")
    ]
