"""Tests of a record longer than a page: what follows from it follows from all of it."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from heeded.casework.looking import Ask, Desk, Opened, open_record
from heeded.core.chronology.report import Event
from heeded.core.evidence.picture import picture
from tests.borough import NOW, ada, at, bruised
from tests.casework.looking.staff import who, why
from tests.casework.looking.telling import child_of, rows, send

LONG = 510
"""More entries than a page holds."""


@pytest.fixture
def child(desk: Desk, database: str) -> str:
    """A child who was often in hospital, and whose first injury was told last."""
    assert desk is not None
    told = tuple(
        Event(
            ref=f"in-{number}",
            kind="hospital admission",
            child=ada().ref,
            happened=at(NOW - 9_000_000 + number * 3600),
            told=NOW - 9_000_000 + number * 3600,
        )
        for number in range(LONG)
    )
    send(replace(bruised("long"), events=told))
    return child_of(send(bruised(), NOW + 1), database)


def opened(desk: Desk, child: str, after: int = -1, now: int = NOW + 60, *, whole: bool = True) -> Opened:
    """The record as a social worker opens it."""
    found = open_record(
        desk, Ask(actor=who("worker"), child=child, now=now, stated=why()), after, whole=whole
    )
    assert isinstance(found, Opened)
    return found


def test_what_is_told_last_is_weighed_with_the_first_page(desk: Desk, child: str) -> None:
    first = opened(desk, child)
    assert len(first.chronology.entries) == 500
    assert len(first.whole.entries) == LONG + 4
    assert not first.cut_short
    assert first.next_after is not None
    assert not picture(first.chronology, NOW + 60).injuries
    assert [each.injury.child for each in picture(first.whole, NOW + 60).injuries] == [child]


def test_a_later_page_holds_the_rest_and_weighs_all_of_it(desk: Desk, child: str) -> None:
    first = opened(desk, child)
    assert first.next_after is not None
    last = opened(desk, child, first.next_after)
    ids = {entry.id for entry in first.chronology.entries} | {entry.id for entry in last.chronology.entries}
    assert len(last.chronology.entries) == LONG + 4 - 500
    assert ids == {entry.id for entry in last.whole.entries}
    assert last.next_after is None


def test_a_page_alone_is_read_alone(desk: Desk, child: str) -> None:
    page = opened(desk, child, whole=False)
    assert page.whole.entries == page.chronology.entries
    assert (len(page.whole.entries), page.cut_short) == (500, False)


@pytest.mark.parametrize("whole", [True, False])
def test_all_that_was_weighed_counts_as_seen(desk: Desk, database: str, child: str, whole: bool) -> None:  # noqa: FBT001 - a way to read
    opened(desk, child, whole=whole)
    ((upto,),) = rows(database, "SELECT max(upto) FROM record.seen WHERE agency = 'council'")
    ((last,),) = rows(database, "SELECT max(index) FROM record.entry")
    assert (upto == last) is whole


def test_a_record_too_long_to_be_read_at_once_says_so(
    desk: Desk, child: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["heeded.casework.looking.open_record"], "WHOLE", 505)
    found = opened(desk, child)
    assert (len(found.whole.entries), found.cut_short) == (505, True)
    assert found.next_after is not None
    rest = opened(desk, child, found.next_after)
    assert len(rest.chronology.entries) == LONG + 4 - 500
    assert (rest.next_after, rest.cut_short) == (None, True)
