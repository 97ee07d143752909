"""Which events a reader wants: by agency, kind, child, day and what stands out, each alone and together."""

from __future__ import annotations

from datetime import date

import pytest

from heeded.casework.looking.within.chosen import Wanted, chosen
from heeded.casework.looking.within.told import Told
from tests.core.evidence.told import COUNCIL, HOSPITAL, entry

EVENTS = tuple(
    Told(entry=each, root=each.id)
    for each in (
        entry("a", "injury observed", "2025-02-11T23:30", by=HOSPITAL),
        entry("b", "visit", "2025-02-12T00:30", by=COUNCIL),
        entry("c", "visit", "2025-03", by=COUNCIL, child="Ben"),
        entry("d", "visit", "2025-07-01T00:30", by=COUNCIL),
    )
)


def found(wanted: Wanted) -> str:
    return "".join(each.root for each in chosen(EVENTS, wanted, lambda told: told.root in "ac"))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), "abcd"),
        (Wanted(agency=HOSPITAL), "a"),
        (Wanted(kind="visit"), "bcd"),
        (Wanted(child="Ben"), "c"),
        (Wanted(only_flagged=True), "ac"),
        (Wanted(kind="visit", only_flagged=True), "c"),
        (Wanted(since=date(2025, 2, 12)), "bcd"),
        (Wanted(until=date(2025, 2, 11)), "a"),
        (Wanted(since=date(2025, 2, 12), until=date(2025, 2, 12)), "b"),
        (Wanted(agency="nobody"), ""),
    ],
)
def test_what_is_wanted_is_there_and_nothing_else(wanted: Wanted, expected: str) -> None:
    assert found(wanted) == expected


def test_what_happened_some_time_in_a_month_is_there_on_any_of_its_days() -> None:
    assert found(Wanted(since=date(2025, 3, 31), until=date(2025, 3, 31))) == "c"
    assert found(Wanted(since=date(2025, 3, 1), until=date(2025, 3, 1))) == "c"
    assert found(Wanted(since=date(2025, 4, 1), until=date(2025, 4, 1))) == ""


def test_days_are_local_also_in_summer() -> None:
    assert found(Wanted(since=date(2025, 7, 1), until=date(2025, 7, 1))) == "d"


def test_only_what_is_narrowed_is_not_everything() -> None:
    assert Wanted().everything
    assert not Wanted(only_flagged=True).everything
