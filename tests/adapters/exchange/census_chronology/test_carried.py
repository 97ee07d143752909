"""What a census carries, for what time, and what of a child it does not."""

from dataclasses import replace
from datetime import date

import pytest

from heeded.adapters.exchange.census.chronology.carried import Carried, Span, carried_of
from heeded.adapters.exchange.census.records import (
    Assessment,
    CensusChild,
    Episode,
    ProtectionPlan,
    Review,
    Section47,
)
from heeded.core.chronology.carriage import Carriage
from heeded.core.chronology.when import start_of_day

YEAR = Span.ending(date(2024, 3, 31))
CARRIED = Carried.by(2024, YEAR)
NONE: frozenset[str] = frozenset()
EARLIER, WITHIN, LATER = date(2023, 3, 31), date(2023, 4, 1), date(2024, 4, 1)


def child(*episodes: Episode, **said: object) -> CensusChild:
    """A child with these episodes."""
    return CensusChild(line=1, ordinal=1, la_child_id="C1", episodes=episodes, **said)  # type: ignore[arg-type]


def episode(**said: object) -> Episode:
    """An episode that began within the year."""
    return Episode(line=2, referral_date=date(2023, 5, 2), **said)  # type: ignore[arg-type]


def answers(carriages: tuple[Carriage, ...], kind: str, day: date, fields: frozenset[str] = NONE) -> bool:
    """Whether, had such an event happened on that day, we would have been told."""
    second = start_of_day(day)
    return any(c.carries(kind, fields) and c.answers("C1", second, second) for c in carriages)


PERIODS = [
    (date(2024, 3, 31), date(2023, 4, 1)),
    (date(2025, 3, 31), date(2024, 4, 1)),
    (date(2022, 7, 21), date(2021, 7, 22)),
    (date(2024, 2, 29), date(2023, 3, 1)),
]


@pytest.mark.parametrize(("last", "first"), PERIODS)
def test_a_year_is_the_twelve_months_that_end_with_the_reference_date(last: date, first: date) -> None:
    assert Span.ending(last) == Span(first, last)


@pytest.mark.parametrize("kind", ["assessment authorised", "assessment started", "review conference"])
def test_assessments_and_reviews_are_carried_for_the_year(kind: str) -> None:
    told = [answers(CARRIED.general, kind, day) for day in (EARLIER, WITHIN, LATER)]
    assert told == [False, True, False]


@pytest.mark.parametrize(
    "kind", ["referral received", "section 47 started", "protection plan started", "case closed"]
)
def test_what_an_open_episode_holds_is_carried_however_old_it_is(kind: str) -> None:
    assert [answers(CARRIED.general, kind, day) for day in (EARLIER, WITHIN, LATER)] == [True, True, False]


@pytest.mark.parametrize("kind", ["visit", "strategy discussion", "section 47 ended", "referral decision"])
def test_what_a_census_has_no_place_for_is_not_carried(kind: str) -> None:
    assert not answers(CARRIED.general, kind, WITHIN)


def test_fields_that_a_census_has_no_place_for_are_not_carried() -> None:
    assert answers(CARRIED.general, "referral received", WITHIN, frozenset({"source"}))
    assert not answers(CARRIED.general, "referral received", WITHIN, frozenset({"in writing"}))


@pytest.mark.parametrize(
    ("kind", "year"), [("child in need plan started", 2022), ("pre-proceedings started", 2027)]
)
def test_what_a_layout_does_not_have_yet_is_not_carried(kind: str, year: int) -> None:
    assert answers(Carried.by(year, YEAR).general, kind, WITHIN)
    assert not answers(Carried.by(year - 1, YEAR).general, kind, WITHIN)


SET_ASIDE = [
    (episode(assessments=(Assessment(3, set_aside=frozenset({"authorised"})),)), "assessment authorised"),
    (episode(set_aside=frozenset({"closure_date"})), "case closed"),
    (episode(section47s=(Section47(3, set_aside=frozenset({"conference_date"})),)), "initial conference"),
    (episode(protection_plans=(ProtectionPlan(3, set_aside=frozenset({"reviews"})),)), "review conference"),
    (episode(protection_plans=(ProtectionPlan(3, set_aside=frozenset({"end"})),)), "protection plan ended"),
    (episode(assessments=(Assessment(3, authorised=date(2023, 5, 1)),)), "assessment authorised"),
    (episode(section47s=(Section47(3, conference_date=date(2023, 5, 1)),)), "initial conference"),
]


@pytest.mark.parametrize(("held", "kind"), SET_ASIDE)
def test_a_step_whose_day_cannot_be_used_is_not_missed(held: Episode, kind: str) -> None:
    carried = carried_of(child(held), CARRIED)
    assert answers(CARRIED.general, kind, WITHIN)
    assert not answers(carried, kind, WITHIN)
    others = {"assessment authorised", "case closed", "initial conference", "review conference"} - {kind}
    assert all(answers(carried, other, WITHIN) for other in others)


def test_a_value_that_cannot_be_used_is_a_field_that_is_not_carried() -> None:
    carried = carried_of(child(episode(set_aside=frozenset({"referral_nfa"}))), CARRIED)
    assert answers(carried, "referral received", WITHIN, frozenset({"source"}))
    assert not answers(carried, "referral received", WITHIN, frozenset({"no further action"}))


def test_of_a_child_with_an_episode_set_aside_nothing_is_known_to_be_missing() -> None:
    carried = carried_of(child(episode(), episodes_set_aside=1), CARRIED)
    assert not any(carriage.kinds for carriage in carried)


def test_the_conference_behind_an_older_plan_is_not_in_the_return() -> None:
    older = episode(protection_plans=(ProtectionPlan(3, start=date(2022, 12, 1)),))
    newer = episode(protection_plans=(ProtectionPlan(3, start=WITHIN),))
    before = [
        answers(carried_of(child(each), CARRIED), "initial conference", EARLIER) for each in (older, newer)
    ]
    after = [
        answers(carried_of(child(each), CARRIED), "initial conference", WITHIN) for each in (older, newer)
    ]
    assert (before, after) == ([False, True], [True, True])


def test_where_all_is_as_it_should_be_every_child_shares_one_declaration() -> None:
    """The evaluators lay the families out by it, so that it must not be made anew for each child."""
    sound = episode(protection_plans=(ProtectionPlan(3, start=WITHIN, reviews=(Review(4, WITHIN),)),))
    older = replace(sound, protection_plans=(ProtectionPlan(3, start=EARLIER),))
    assert carried_of(child(sound), CARRIED) is carried_of(child(), CARRIED) is CARRIED.general
    assert carried_of(child(older), CARRIED) is CARRIED.with_older_plan
