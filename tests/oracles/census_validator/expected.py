"""On exactly which rows the validator and we must differ, worked out from a return's tables alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.oracles.census_validator.closing import (
    after_assessment,
    closed_after_assessment,
    closed_over,
    episode_closed_after_assessment,
)
from tests.oracles.census_validator.late import from_last_year, unfinished, without_conference
from tests.oracles.census_validator.place import Place, places
from tests.oracles.census_validator.reasons import Differences, Found, Reason, Side
from tests.oracles.census_validator.tables import (
    ASSESSMENTS,
    AUTHORISED,
    ENQUIRIES,
    EPISODES,
    PLANS,
    PROTECTION,
    STARTS,
    Tables,
)


def differences(rule: str, tables: Tables) -> Differences:
    """Every row but the episodes' on which the two must differ by a rule, with the reason.

    It is worked out from the tables alone: neither from the validator's answers nor from our findings.
    """
    found: Differences = {}
    for table, why in WHY.get(rule, {}).items():
        for place in places(table, tables):
            if reason := why(place):
                found[(table, place.record.number), reason[0]] = reason[1]
    return found


def explained(row: int, side: Side, tables: Tables, found: Differences) -> bool:
    """Whether a difference on an episode comes of one on something in it."""
    episode = tables.of(EPISODES)[row].episode
    return any(
        of_side is side and record.episode == episode
        for ((table, number), of_side) in found
        for record in (tables.of(table)[number],)
    )


def breaks_down(tables: Tables) -> bool:
    """Whether the validator must break down on 8565.

    It labels the plans after the closing by the list of enquiries after it, and the two are not of one
    length. It goes through where no plan is.
    """
    plans = sum(_after(place, "CINPlanStartDate", "CINPlanEndDate") for place in places(PLANS, tables))
    enquiries = sum(
        _after(place, "S47ActualStartDate", "DateOfInitialCPC") for place in places(ENQUIRIES, tables)
    )
    return plans not in (0, enquiries)


def _after(place: Place, *columns: str) -> bool:
    closed = place.closed
    days = (place.record.day(column) for column in columns)
    return closed is not None and any(day > closed for day in days if day)


def _before_referral(*columns: str) -> Callable[[Place], Found]:
    def why(place: Place) -> Found:
        days = (place.record.day(column) for column in columns)
        early = not place.without_action and any(day < place.referred for day in days if day)
        return (Side.OURS, Reason.BEFORE_THE_REFERRAL) if early else None

    return why


def _swapped(place: Place) -> Found:
    named = _named_by_8832(place.tables)
    theirs = place.record.number in named[EPISODES]
    early = _before_referral(STARTS[PROTECTION])(place)
    ours = place.without_action or early is not None
    if ours == theirs:
        return None
    if early:
        return early
    return (Side.THEIRS if theirs else Side.OURS), Reason.TABLES_SWAPPED


def _swapped_episode(place: Place) -> Found:
    named, number = _named_by_8832(place.tables), place.record.number
    theirs = place.without_action and number in named[PROTECTION]
    if theirs == (number in named[EPISODES]):
        return None
    return (Side.THEIRS if theirs else Side.OURS), Reason.TABLES_SWAPPED


def _named_by_8832(tables: Tables) -> dict[str, set[int]]:
    """The rows that the rule would name, were its tables not swapped."""
    plans = [place for place in places(PROTECTION, tables) if place.without_action]
    return {
        PROTECTION: {place.record.number for place in plans},
        EPISODES: {place.episode.number for place in plans},
    }


def _ended_after_closing(place: Place) -> Found:
    """A protection plan that ended after its episode was closed."""
    return (Side.OURS, Reason.PLANS_OVERWRITTEN) if _after(place, "CPPendDate") else None


def _assessed_only_later(place: Place) -> Found:
    closed = place.closed
    if closed is None or not after_assessment(place):
        return None
    columns = (STARTS[ASSESSMENTS], AUTHORISED)
    days = [
        day
        for record in place.tables.of(ASSESSMENTS)
        if record.episode == place.record.episode
        for column in columns
        if (day := record.day(column))
    ]
    return (Side.OURS, Reason.ASSESSED_AFTER_CLOSING) if days and min(days) > closed else None


WHY: dict[str, dict[str, Callable[[Place], Found]]] = {
    "8670Q": {ASSESSMENTS: unfinished},
    "8569Q": {EPISODES: from_last_year},
    "2990": {
        **dict.fromkeys((ENQUIRIES, PROTECTION, PLANS), closed_after_assessment),
        EPISODES: episode_closed_after_assessment,
    },
    "8675Q": {ENQUIRIES: without_conference},
    "8867": {ASSESSMENTS: closed_over},
    "8868": {ENQUIRIES: closed_over},
    "8565": {PROTECTION: _ended_after_closing},
    "8831": {
        ASSESSMENTS: _before_referral(STARTS[ASSESSMENTS], AUTHORISED),
        ENQUIRIES: _before_referral(STARTS[ENQUIRIES], "DateOfInitialCPC"),
        EPISODES: _before_referral("DateOfInitialCPC"),
    },
    "8832": {PROTECTION: _swapped, EPISODES: _swapped_episode},
    "4000": {PLANS: _before_referral(STARTS[PLANS])},
    "8825Q": {EPISODES: _assessed_only_later},
}
"""What is worked out for each rule, table by table; a rule or table that is not here must agree."""
