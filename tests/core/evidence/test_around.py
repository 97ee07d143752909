"""Who is around a child: ties and what speaks against them, homes on a day, and reach over time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Person
from heeded.core.chronology.when import When, end_of_day, start_of_day
from heeded.core.evidence.around import Way, died, living, moves, reach, sexes, ties
from tests.core.evidence.told import HOSPITAL, POLICE, entry, lives, saying, seen


def kin(id_: str, person: str, relation: str, to: str = "Ada", by: str = HOSPITAL) -> Entry:
    return entry(id_, "relationship recorded", "2025-01-10", by=by, person=person, to=to, relation=relation)


def doubts(*entries: Entry) -> dict[tuple[str, str], list[str]]:
    return {
        (tie.person, tie.relation): [event.entry.id for event in tie.against] for tie in ties(seen(*entries))
    }


def day(text: str) -> tuple[int, int]:
    told = date.fromisoformat(text)
    return start_of_day(told), end_of_day(told)


def test_what_two_agencies_say_alike_is_one_tie_with_both_behind_it() -> None:
    (tie,) = ties(seen(kin("a", "Eve", "mother"), kin("b", "Eve", "mother", by=POLICE)))
    assert (tie.agencies, tie.doubtful) == ((HOSPITAL, POLICE), False)


def test_it_is_alleged_until_somebody_says_it_without_that_word() -> None:
    assert ties(seen(saying(kin("a", "Finn", "father"), alleged=True)))[0].doubtful
    both = ties(seen(saying(kin("a", "Finn", "father"), alleged=True), kin("b", "Finn", "father", by=POLICE)))
    assert [tie.doubtful for tie in both] == [False]


def test_what_cannot_both_be_so_speaks_against_each_other() -> None:
    assert doubts(kin("a", "Finn", "father"), kin("b", "Finn", "lodger", by=POLICE)) == {
        ("Finn", "father"): ["b"],
        ("Finn", "lodger"): ["a"],
    }
    turned = doubts(kin("a", "Eve", "mother"), kin("b", "Ada", "parent", to="Eve", by=POLICE))
    assert turned == {("Eve", "mother"): ["b"], ("Ada", "parent"): ["a"]}


def test_a_wider_word_speaks_against_nothing() -> None:
    wide = doubts(
        kin("a", "Eve", "mother"),
        kin("b", "Eve", "parent", by=POLICE),
        kin("c", "Greta", "grandparent"),
        kin("d", "Greta", "foster carer", by=POLICE),
        kin("e", "Finn", "other"),
        kin("f", "Finn", "lodger", by=POLICE),
    )
    assert set(map(tuple, wide.values())) == {()}


def test_two_fathers_are_in_doubt_unless_one_agency_names_both() -> None:
    apart = doubts(kin("a", "Finn", "father"), kin("b", "Hugh", "father", by=POLICE))
    assert apart == {("Finn", "father"): ["b"], ("Hugh", "father"): ["a"]}
    assert set(map(tuple, doubts(kin("a", "Finn", "father"), kin("b", "Hugh", "father")).values())) == {()}


def test_what_was_corrected_or_taken_back_says_nothing_more() -> None:
    right = replace(kin("b", "Finn", "lodger"), corrects="a")
    (tie,) = ties(seen(kin("a", "Finn", "father"), right))
    assert (tie.relation, tie.doubtful) == ("lodger", False)
    assert ties(seen(kin("a", "Finn", "father"), entry("w", "withdrawal", "2025-02-01", withdraws="a"))) == ()


def test_nobody_is_tied_to_themselves() -> None:
    assert ties(seen(kin("a", "Ada", "sibling"))) == ()


def test_sex_is_as_recorded_or_by_the_words_for_a_relation_and_otherwise_not_known() -> None:
    told = seen(
        kin("a", "Eve", "mother"),
        kin("b", "Finn", "father"),
        kin("c", "Finn", "aunt", to="Ben"),
        kin("d", "Greta", "grandparent"),
        kin("e", "Hugh", "uncle"),
    )
    people = {**told.people, "Hugh": Person("Hugh", sex="F"), "Ada": Person("Ada", sex="Female")}
    written = replace(told, people={**people, "Ben": Person("Ben", sex="not stated")})
    assert sexes(written, ties(told)) == {"Eve": "female", "Hugh": "female", "Ada": "female"}


def test_who_lived_where_on_a_day_and_whether_that_is_sure() -> None:
    told = seen(
        *lives("Ada", "Eve"),
        entry("off", "household left", "2025-03", person="Eve", household="home"),
        entry("on", "household joined", "2025-04-02", person="Hugh", household="home"),
    )
    assert {(each.person, each.sure) for each in living(told, *day("2025-03-10"))} == {
        ("Ada", True),
        ("Eve", False),
    }
    assert {(each.person, each.sure) for each in living(told, *day("2025-04-02"))} == {
        ("Ada", True),
        ("Hugh", False),
    }
    assert [each.person for each in living(told, *day("2022-12-31"))] == []
    assert [(move.person, move.came) for move in moves(told)] == [
        ("Ada", True),
        ("Eve", True),
        ("Eve", False),
        ("Hugh", True),
    ]


def test_a_death_is_told_of_whom_it_is_told() -> None:
    assert set(died(seen(entry("d", "death", "2025-05-01", child="Ben")))) == {"Ben"}


def at(text: str) -> int:
    return When.parse(text).earliest


def test_living_together_begins_with_the_later_and_ends_with_the_earlier_of_two_stays() -> None:
    found = reach(
        seen(
            *lives("Ada"),
            *lives("Eve", since="2024-05-01"),
            entry("off", "household left", "2025-03", child="Ada", person="Ada", household="home"),
            *lives("Hugh", since="2025-06-01"),
        ),
        "Ada",
    )
    assert [each.person for each in found] == ["Eve"]
    (stretch,) = found[0].stretches
    assert (stretch.begin, stretch.sure_begin) == (at("2024-05-01"), When.parse("2024-05-01").latest)
    assert (stretch.sure_end, stretch.end) == (at("2025-03-01"), When.parse("2025-03").latest)


def test_access_and_care_and_being_away_each_have_their_stretch() -> None:
    found = reach(
        seen(
            entry("visits", "access began", "2024-09-06", person="Greta"),
            entry("ends", "access ended", "2024-12-01", person="Greta"),
            entry("minded", "care", "2025-02-08T10:00", person="Greta"),
            entry("held", "arrest", "2025-02-11T14:00", by=POLICE, person="Greta"),
            entry("of another", "care", "2025-02-08", child="Ben", person="Finn"),
        ),
        "Ada",
    )
    assert [each.person for each in found] == ["Greta"]
    assert [(each.way, each.begin, each.end) for each in found[0].stretches] == [
        (Way.ACCESS, at("2024-09-06"), When.parse("2024-12-01").latest),
        (Way.CARED, at("2025-02-08T10:00"), at("2025-02-08T10:00")),
        (Way.AWAY, at("2025-02-11T14:00"), None),
    ]
    assert [each.way for each in found[0].near] == [Way.ACCESS, Way.CARED]


def test_adults_come_before_children_and_the_first_to_come_before_the_later() -> None:
    found = reach(
        seen(*lives("Ada", "Ben"), *lives("Greta", since="2024-01-01"), *lives("Eve", since="2023-06-01")),
        "Ada",
    )
    assert [each.person for each in found] == ["Eve", "Greta", "Ben"]


def test_who_was_only_away_is_not_on_the_list() -> None:
    assert reach(seen(entry("held", "arrest", "2025-02-11", by=POLICE, person="Hugh")), "Ada") == ()
