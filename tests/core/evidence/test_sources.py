"""Everyone who may have been with the child: nobody left out by a coarse date, nor excluded by computing."""

from __future__ import annotations

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.when import When
from heeded.core.evidence.sources import PossibleSource, Sources, sources
from heeded.core.evidence.whereabouts import away
from tests.core.evidence.told import HOSPITAL, POLICE, entry, lives, seen

WELL = entry("well", "seen well", "2025-02-03T10:00", by=HOSPITAL, how="seen undressed")
HURT = entry("hurt", "injury observed", "2025-02-11T11:00", by=HOSPITAL, what="bruise", suspected=True)


def found(*entries: Entry) -> Sources:
    return sources(seen(*entries))[0]


def people(*entries: Entry) -> list[str]:
    return [each.person for each in found(*entries).people]


def one(person: str, *entries: Entry) -> PossibleSource:
    return next(each for each in found(*entries).people if each.person == person)


def second(text: str) -> int:
    return When.parse(text).earliest


def test_adults_of_the_household_come_first_and_children_are_listed_apart() -> None:
    listed = found(WELL, HURT, *lives("Ada", "Ben", "Eve", "Finn")).people
    assert [(each.person, each.adult) for each in listed] == [("Eve", True), ("Finn", True), ("Ben", False)]


def test_who_left_before_the_window_is_not_on_it_and_who_may_have_been_there_is() -> None:
    left = [entry("off", "household left", "2025-01-20", person="Hugh", household="home")]
    assert "Hugh" not in people(WELL, HURT, *lives("Ada", "Eve", "Hugh"), *left)
    coarse = [entry("off", "household left", "2025-02", person="Hugh", household="home")]
    assert "Hugh" in people(WELL, HURT, *lives("Ada", "Eve", "Hugh"), *coarse)
    assert "Hugh" in people(HURT, *lives("Ada", "Eve", "Hugh"), *left)


def test_who_came_after_it_was_seen_is_not_on_the_list() -> None:
    assert people(WELL, HURT, *lives("Ada", "Eve"), *lives("Greta", since="2025-02-12")) == ["Eve"]
    assert "Greta" in people(WELL, HURT, *lives("Ada", "Eve"), *lives("Greta", since="2025-02-11"))


def test_access_and_care_put_people_on_the_list_who_live_elsewhere() -> None:
    ways = (
        entry("visits", "access began", "2024-09-06", person="Greta"),
        entry("minded", "care", "2025-02-08", person="Hugh"),
        entry("minded before", "care", "2025-01-08", person="Finn"),
        entry("of another", "care", "2025-02-08", child="Ben", person="Finn"),
    )
    listed = found(WELL, HURT, *lives("Ada", "Eve"), *ways).people
    assert [(each.person, each.access[0].how) for each in listed] == [
        ("Eve", "lived in the household"),
        ("Greta", "had access"),
        ("Hugh", "looked after the child"),
    ]


def test_custody_for_all_of_the_window_is_told_and_excludes_nobody() -> None:
    arrested = entry("arrest", "arrest", "2025-02-01T12:00", by=POLICE, person="Finn")
    finn = one("Finn", WELL, HURT, *lives("Ada", "Eve", "Finn"), arrested)
    assert not finn.could_have_been_there
    assert not finn.excluded
    assert found(WELL, HURT, *lives("Ada", "Eve", "Finn"), arrested).unconsidered == ("Eve", "Finn")


def test_what_custody_leaves_of_the_window_is_told_to_the_second() -> None:
    arrested = entry("arrest", "arrest", "2025-02-05T12:00", by=POLICE, person="Finn")
    released = entry("out", "release", "2025-02-07T09:00", by=POLICE, person="Finn")
    finn = one("Finn", WELL, HURT, *lives("Ada", "Eve", "Finn"), arrested, released)
    assert finn.gaps == (
        (second("2025-02-03T10:00"), second("2025-02-05T12:00")),
        (second("2025-02-07T09:00"), second("2025-02-11T11:00")),
    )


def test_a_coarse_time_of_custody_is_read_so_that_the_person_may_have_been_there() -> None:
    arrested = entry("arrest", "arrest", "2025-02-03", by=POLICE, person="Finn")
    finn = one("Finn", WELL, HURT, *lives("Ada", "Eve", "Finn"), arrested)
    assert finn.gaps == ((second("2025-02-03T10:00"), When.parse("2025-02-03").latest),)


def test_abroad_must_be_said_twice_and_elsewhere_is_not_away() -> None:
    gone = entry("gone", "whereabouts", "2025-02-01", person="Finn", place="abroad")
    back = entry("still", "whereabouts", "2025-02-13", person="Finn", place="abroad")
    assert one("Finn", WELL, HURT, *lives("Ada", "Finn"), gone).could_have_been_there
    assert not one("Finn", WELL, HURT, *lives("Ada", "Finn"), gone, back).could_have_been_there
    near = [
        entry(str(day), "whereabouts", f"2025-02-{day}", person="Finn", place="elsewhere")
        for day in ("01", "13")
    ]
    assert one("Finn", WELL, HURT, *lives("Ada", "Finn"), *near).could_have_been_there


def test_being_seen_at_home_between_ends_an_absence() -> None:
    view = seen(
        entry("in", "whereabouts", "2025-02-01T10:00", person="Finn", place="custody"),
        entry("home", "whereabouts", "2025-02-05T10:00", person="Finn", place="home"),
        entry("in again", "arrest", "2025-02-09T10:00", person="Finn"),
    )
    assert [(spell.since, spell.until) for spell in away("Finn", view)] == [
        (second("2025-02-01T10:00"), second("2025-02-05T10:00")),
        (second("2025-02-09T10:00"), None),
    ]


def test_to_be_weighed_needs_a_finding_with_evidence_since_the_injury_was_seen() -> None:
    home = lives("Ada", "Eve", "Finn")
    said = "possible source considered"
    before = entry("before", said, "2025-02-10", person="Eve", finding="excluded", evidence="worked")
    bare = entry("bare", said, "2025-02-12", person="Eve", finding="excluded")
    weighed = entry("weighed", said, "2025-02-12", person="Eve", finding="excluded", evidence="worked")
    other = entry(
        "other", said, "2025-02-12", person="Eve", keys={"injury": "X"}, finding="excluded", evidence="worked"
    )
    for useless in (before, bare, other):
        assert found(WELL, HURT, *home, useless).unconsidered == ("Eve", "Finn")
    assert found(WELL, HURT, *home, weighed).unconsidered == ("Finn",)
    assert one("Eve", WELL, HURT, *home, weighed).excluded
