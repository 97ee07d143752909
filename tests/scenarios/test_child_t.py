"""What the Child T story must hold: what was published, who knew when, and what was invented."""

from datetime import UTC, datetime

import pytest

from heeded.bootstrap import open_scenario
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.scenario import Scenario
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.chronology.when import local


@pytest.fixture(scope="module")
def story() -> Scenario:
    return open_scenario("child-t")


def told_by(story: Scenario, event: str) -> list[Entry]:
    """The entries of an event."""
    return [
        entry
        for entry in story.chronology.entries
        if (found := story.event_of(entry.id)) and found.id == event
    ]


def test_the_events_are_those_of_the_review(story: Scenario) -> None:
    assert [event.id for event in story.events] == [
        *(f"E{n}" for n in range(15)),
        "E15a",
        "E15b",
        "E16",
        "E17",
    ]


def test_every_date_that_was_not_published_is_marked(story: Scenario) -> None:
    published = {event.id for event in story.events if event.dates != "invented date"}
    assert published == {"E8", "E17"}
    assert {local(entry.happened.earliest).date().isoformat() for entry in told_by(story, "E17")} == {
        "2013-10-10"
    }
    assert told_by(story, "E8") == []


def test_everything_that_was_not_read_in_the_review_is_marked_unverified(story: Scenario) -> None:
    assert {event.id for event in story.events if not event.unverified} == {"E8"}
    assert [source for source in story.sources[1:] if not source.endswith("unverified")] == []


def test_what_nobody_published_is_said_to_be_assumed(story: Scenario) -> None:
    assumed = {entry: said for event in story.events for entry, said in event.assumed.items()}
    assert {"E1.2", "E4.1", "E10.2", "E17.2"} <= set(assumed)
    assert "joint investigation" in assumed["E4.1"]


def test_four_children_and_every_adult_with_access_are_there(story: Scenario) -> None:
    people = story.chronology.people.values()
    assert [person.name for person in people if not person.adult] == ["T", "Rosa", "Oskar", "Iris"]
    assert [person.name for person in people if person.adult] == [
        "Mara (mother)",
        "Carl (the mother's partner)",
        "Gerda (grandmother)",
    ]
    assert {person.area for person in people if not person.adult} == {"Haringey"}


@pytest.mark.parametrize(
    ("agency", "day"), [("enfield", "2010-06-19"), ("haringey", "2010-06-21"), ("police", "2010-06-21")]
)
def test_who_knew_of_the_first_injury_and_when(story: Scenario, agency: str, day: str) -> None:
    known = {entry.known_to(agency) for event in ("E1", "E2") for entry in told_by(story, event)}
    assert {local(second).date().isoformat() for second in known if second is not None} == {day}
    assert None not in known


def test_the_fax_reached_the_council_of_another_area_and_nobody_took_it_over(story: Scenario) -> None:
    made, received = (entry for entry in told_by(story, "E3") if "referral" in entry.kind)
    assert (made.source.agency, made.facts["area"]) == ("hospital", "Enfield")
    assert (received.source.agency, received.facts["outside the area"]) == ("enfield", True)
    assert not [entry for entry in story.chronology.entries if entry.kind.startswith("hand-over")]


def test_that_a_carer_used_heroin_stayed_with_the_police(story: Scenario) -> None:
    (known,) = (entry for entry in story.chronology.entries if entry.kind == "substance use known")
    assert (known.source.agency, dict(known.known)) == ("police", {})


def test_what_was_said_is_kept_as_published(story: Scenario) -> None:
    words = {entry.facts["words"] for entry in story.chronology.entries if "words" in entry.facts}
    assert {
        "he runs about and bangs and hits himself on the wall",
        "he bruises very easily",
        "belt and stick",
    } < words
    (counted,) = (entry for entry in told_by(story, "E10") if entry.kind == "injury observed")
    assert counted.facts["count"] == 51


def test_no_meeting_recorded_a_decision(story: Scenario) -> None:
    assert [sorted(entry.facts) for entry in told_by(story, "E5")] == [["attended by"], ["attended by"]]


@pytest.mark.parametrize(("variant", "day"), [("brief", "2011-02-17"), ("june", "2011-06-15")])
def test_each_variant_ends_with_the_four_children_in_care_once(
    story: Scenario, variant: str, day: str
) -> None:
    told = story.told_as(variant)
    ends = [entry for entry in told.chronology.entries if entry.kind == "became looked after"]
    assert [entry.child for entry in ends] == ["T", "Rosa", "Oskar", "Iris"]
    assert {local(entry.happened.earliest).date().isoformat() for entry in ends} == {day}
    assert told.variant(variant) == told.variants[0]


def test_a_variant_that_is_not_there_is_refused_with_those_that_are(story: Scenario) -> None:
    with pytest.raises(KeyError, match="brief or june"):
        story.told_as("may")


def test_every_entry_says_only_what_its_kind_can(story: Scenario) -> None:
    wrong = {
        entry.id: said
        for entry in story.chronology.entries
        if (said := KINDS[entry.kind].objections(entry.facts))
    }
    strays = {
        entry.id for entry in story.chronology.entries if not set(entry.keys) <= set(KINDS[entry.kind].keys)
    }
    assert (wrong, strays) == ({}, set())


def test_nothing_is_known_before_it_happened(story: Scenario) -> None:
    early = [
        entry.id
        for entry in story.chronology.entries
        if entry.first_known < entry.happened.earliest or entry.told < entry.happened.earliest
    ]
    assert early == []


def test_the_first_attendance_is_on_a_friday_evening(story: Scenario) -> None:
    first = min(entry.happened.earliest for entry in told_by(story, "E1"))
    assert datetime.fromtimestamp(first, UTC).isoformat() == "2010-06-18T18:40:00+00:00"
