"""Earlier episodes: joined across agencies, of every child of the household, and named or left out."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.when import When
from heeded.core.evidence.drawn import with_drawn
from heeded.core.evidence.episodes import earlier, episodes, recurring
from tests.core.evidence.told import COUNCIL, HOSPITAL, LATER, POLICE, entry, family, lives, saying, seen


def hurt(id_: str, when: str, child: str = "Ada", keys: Mapping[str, str] | None = None) -> Entry:
    return entry(
        id_, "injury observed", when, by=HOSPITAL, child=child, keys=keys or {"injury": id_}, what="bruise"
    )


def read(*named: str, when: str = "2025-02-13T09:00", effect: str = "the second", id_: str = "read") -> Entry:
    return entry(id_, "history considered", when, episodes=frozenset(named), effect=effect)


JUNE = hurt("I1", "2024-06-18T20:00")
FAX = entry("fax", "referral made", "2024-06-19", by=HOSPITAL, keys={"referral": "R", "injury": "I1"})
ENDED = entry("end", "case closed", "2024-07-08", by=POLICE, keys={"referral": "R"})
CALL = entry("call", "domestic abuse incident", "2025-02-10T21:00", by=POLICE, keys={"incident": "P"})
BRUISES = hurt("I2", "2025-02-11T11:30", keys={"injury": "I2", "incident": "P"})


def at(when: str) -> int:
    return When.parse(when).earliest


def left_out(*entries: Entry) -> list[frozenset[str]]:
    drawn = with_drawn(family(*entries), LATER, kinds={"earlier episode left out"}).entries
    found = [each.facts["episodes"] for each in drawn if each.kind == "earlier episode left out"]
    return [each for each in found if isinstance(each, frozenset)]


def test_what_several_agencies_tell_of_one_episode_is_one() -> None:
    found = episodes(seen(JUNE, FAX, ENDED, CALL, BRUISES), "Ada")
    assert [[event.root for event in each.events] for each in found] == [["I1", "fax", "end"], ["call", "I2"]]
    assert found[0].agencies == (HOSPITAL, POLICE)


def test_a_brothers_episode_counts_where_they_lived_together_and_nowhere_else() -> None:
    ben = hurt("I1", "2024-06-18T20:00", child="Ben")
    assert episodes(seen(ben), "Ada") == ()
    assert [each.children for each in episodes(seen(ben, *lives("Ada", "Ben")), "Ada")] == [("Ben",)]


def test_two_children_with_an_injury_of_one_name_have_two_episodes() -> None:
    ben = hurt("b", "2024-06-18T20:00", child="Ben", keys={"injury": "I1"})
    assert len(episodes(seen(JUNE, ben, *lives("Ada", "Ben")), "Ada")) == 2


def test_an_attendance_for_something_else_is_none() -> None:
    ill = entry("ill", "hospital attendance", "2024-06-18", by=HOSPITAL, reason="illness")
    assert episodes(seen(ill), "Ada") == ()


@pytest.mark.parametrize(
    "name",
    ["I1", "injury I1", "Injury i1", "fax", "referral R", "18 June 2024", "2024-06-18", "June 2024", "june"],
)
def test_each_way_of_naming_it_is_understood(name: str) -> None:
    ((found, *_)) = earlier(seen(JUNE, FAX, ENDED, CALL, BRUISES, read(name)), "Ada")
    assert [reading.root for reading in found.named] == ["read"]
    assert left_out(JUNE, FAX, ENDED, CALL, BRUISES, read(name)) == []


@pytest.mark.parametrize("name", ["I2", "incident P", "May 2024", "the earlier one", "referral"])
def test_what_names_something_else_leaves_it_out(name: str) -> None:
    assert left_out(JUNE, FAX, ENDED, CALL, BRUISES, read(name)) == [frozenset({"injury I1"})]


def test_without_its_effect_an_episode_is_not_acknowledged() -> None:
    assert left_out(JUNE, BRUISES, read("June 2024", effect="")) == [frozenset({"injury I1"})]


def test_a_later_reading_need_not_say_it_again() -> None:
    again = read("I2", id_="again", when="2025-02-14T09:00")
    assert left_out(JUNE, CALL, BRUISES, read("I1"), again) == []


def test_what_nobody_had_told_by_then_was_not_left_out() -> None:
    late = entry("I1", "injury observed", "2024-06-18T20:00", by=HOSPITAL, told="2025-03-01", what="bruise")
    assert left_out(late, BRUISES, read("I2")) == []


def test_an_episode_of_longer_ago_than_a_year_is_shown_and_need_not_be_named() -> None:
    long_ago = hurt("I0", "2023-01-18T20:00")
    shown = [each.episode.id for each in earlier(seen(long_ago, BRUISES, read("I2")), "Ada")]
    assert (shown, left_out(long_ago, BRUISES, read("I2"))) == (["I0"], [])


def test_two_accounts_that_name_different_things_are_drawn_once_however_often_they_are_told() -> None:
    told = [
        entry(
            id_,
            "explanation given",
            f"2024-06-18T2{n}:00",
            by=COUNCIL,
            keys={"injury": "I1"},
            mechanism=what,
            speaker=who,
        )
        for n, (id_, what, who) in enumerate(
            (("a", "fall", "Eve"), ("b", "animal", "Eve"), ("c", "fall", "Finn"))
        )
    ]
    drawn = with_drawn(family(JUNE, *told), LATER, kinds={"explanations differ"}).entries
    (found,) = [each for each in drawn if each.kind == "explanations differ"]
    assert found.facts["mechanisms"] == {"fall", "animal"}
    assert found.facts["rests on"] == {"a", "b", "c"}
    assert found.facts["same speaker"] is True


HEROIN = entry(
    "heroin", "substance use known", "2024-11-02T09:00", by=POLICE, person="Finn", substance="heroin"
)
HOME = lives("Ada", "Finn")


def test_what_is_known_of_an_adult_of_the_household_is_an_episode_of_its_own() -> None:
    found = episodes(seen(JUNE, HEROIN, BRUISES, *HOME), "Ada")
    assert [(each.title, each.adults) for each in found] == [
        ("injury I1", ()),
        ("substance use known of 2 November 2024", ("Finn",)),
        ("injury I2", ()),
    ]
    assert [each.title for each in episodes(seen(JUNE, HEROIN, BRUISES), "Ada")] == [
        "injury I1",
        "substance use known of 2 November 2024",
        "injury I2",
    ], "it stands in her own record"


def test_an_adult_counts_whose_record_it_stands_in_where_they_lived_or_visited_and_not_else() -> None:
    elsewhere = entry("crisis", "adult fact known", "2024-11-02", by=POLICE, child="Ben", person="Greta")
    visits = entry("visits", "access began", "2024-01-01", person="Greta")
    assert episodes(seen(elsewhere), "Ada") == ()
    assert [each.adults for each in episodes(seen(elsewhere, visits), "Ada")] == [("Greta",)]


def test_one_arrest_told_in_each_childs_record_is_one_and_one_after_a_call_belongs_to_it() -> None:
    told = [
        entry(f"arrest {child}", "arrest", "2024-09-01T22:00", by=POLICE, child=child, person="Finn")
        for child in ("Ada", "Ben")
    ]
    assert len(episodes(seen(*told, *lives("Ada", "Ben", "Finn")), "Ada")) == 1
    after = entry("taken", "arrest", "2025-02-10T22:00", by=POLICE, person="Finn", keys={"incident": "P"})
    (only,) = episodes(seen(CALL, after, *HOME), "Ada")
    assert (only.kinds, only.of_adults_alone) == (("domestic abuse incident", "arrest"), False)


@pytest.mark.parametrize("when", ["2024-11-02T09:00", "2025-02-12T09:00"])
def test_an_adults_fact_must_be_named_whether_it_came_before_the_injury_at_hand_or_after(when: str) -> None:
    known = entry("known", "substance use known", when, by=POLICE, person="Finn")
    (found,) = left_out(known, BRUISES, *HOME, read("something else"))
    assert [each.partition(" of ")[0] for each in found] == ["substance use known"]
    day = "2 November 2024" if when.startswith("2024") else "12 February 2025"
    assert left_out(known, BRUISES, *HOME, read(f"substance use known of {day}")) == []


def test_referral_after_referral_and_closing_after_closing_are_counted_each_once() -> None:
    def event(id_: str, kind: str, when: str, referral: str, by: str = COUNCIL, **facts: Fact) -> Entry:
        return saying(entry(id_, kind, when, by=by, keys={"referral": referral}), **facts)

    told = (
        event("r1", "referral made", "2024-09-01", "R1", HOSPITAL),
        event("r1 came", "referral received", "2024-09-02", "R1"),
        event("r1 done", "referral decision", "2024-09-03", "R1", outcome="no further action"),
        event("r2", "referral received", "2024-11-02", "R2"),
        event("r2 assessed", "referral decision", "2024-11-03", "R2", outcome="assessment"),
        event("r2 closed", "case closed", "2024-12-20", "R2"),
        event("old", "referral received", "2022-11-02", "R0"),
    )
    decided = at("2025-02-14T11:00")
    found = recurring(seen(*told), "Ada", decided)
    assert [[each.root for each in one] for one in found.referrals] == [["r1", "r1 came"], ["r2"]]
    after = [(one.told[0].root, one.after.root if one.after else None) for one in found.closings]
    assert after == [("r1 done", "r2"), ("r2 closed", None)]
    assert found.again
    assert not recurring(seen(*told), "Ada", at("2024-09-02T12:00")).again


def test_the_closing_that_is_decided_is_not_among_those_before_it() -> None:
    closed = entry("now", "case closed", "2025-02-14T11:00")
    assert recurring(seen(closed), "Ada", at("2025-02-14T11:00")).closings == ()
