"""When an injury may have arisen: in doubt the wide window, and only who is not of the family narrows it."""

from __future__ import annotations

from datetime import date

import pytest

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.when import When, start_of_day
from heeded.core.evidence.injury import Window, injuries, window
from tests.core.evidence.told import FAMILY, HOSPITAL, POLICE, entry, saying, seen

BORN = start_of_day(date(2021, 3, 2))


def hurt(when: str = "2025-02-11T11:00", **facts: Fact) -> Entry:
    return saying(entry("hurt", "injury observed", when, by=HOSPITAL, what="bruise"), **facts)


def arose(*entries: Entry) -> Window:
    view = seen(*entries)
    return window(injuries(view)[0], view)


def second(text: str) -> int:
    return When.parse(text).earliest


def test_where_nobody_saw_the_child_well_it_may_have_arisen_since_birth() -> None:
    found = arose(hurt())
    assert (found.start, found.end, found.since) == (BORN, second("2025-02-11T11:00"), None)


def test_it_may_have_arisen_since_the_last_time_the_skin_was_seen_whole() -> None:
    found = arose(
        entry("well 1", "seen well", "2025-01-03T10:00", by=HOSPITAL, how="examined undressed"),
        entry("well 2", "seen well", "2025-02-03T10:00", by=HOSPITAL, how="seen undressed"),
        hurt(),
    )
    assert found.start == second("2025-02-03T10:00")
    assert found.since is not None
    assert found.since.root == "well 2"


@pytest.mark.parametrize(
    ("how", "by"),
    [
        ("seen dressed", HOSPITAL),
        ("on a carer's word", HOSPITAL),
        ("seen undressed", FAMILY),
    ],
)
def test_who_cannot_have_seen_it_or_may_have_caused_it_narrows_nothing(how: str, by: str) -> None:
    found = arose(entry("well", "seen well", "2025-02-03T10:00", by=by, how=how), hurt())
    assert found.start == BORN


def test_a_coarse_time_gives_the_wide_window() -> None:
    found = arose(
        entry("well", "seen well", "2025-01", by=HOSPITAL, how="seen undressed"), hurt("2025-02-11")
    )
    assert found.start == second("2025-01-01")
    assert found.end == When.parse("2025-02-11").latest


def test_being_seen_well_perhaps_after_it_was_found_narrows_nothing() -> None:
    found = arose(
        entry("well", "seen well", "2025-02-11", by=HOSPITAL, how="seen undressed"), hurt("2025-02-11T11:00")
    )
    assert found.start == BORN


def test_one_that_is_new_arose_since_the_last_examination() -> None:
    examined = entry(
        "review", "senior paediatric review", "2025-02-01T09:00", by=HOSPITAL, outcome="consider"
    )
    assert arose(examined, hurt(new=True)).start == second("2025-02-01T09:00")
    assert arose(examined, hurt()).start == BORN
    assert arose(examined, hurt(new=False)).start == BORN


def test_what_is_seen_again_of_one_injury_is_one_injury_by_when_it_was_first_seen() -> None:
    view = seen(
        entry(
            "at home", "injury observed", "2025-02-10T21:00", by=POLICE, keys={"injury": "I"}, what="bruise"
        ),
        entry("in hospital", "injury observed", "2025-02-11", by=HOSPITAL, keys={"injury": "I"}, new=True),
        entry("another", "injury observed", "2025-02-12", by=HOSPITAL, what="burn"),
    )
    first, other = injuries(view)
    assert [event.root for event in first.seen] == ["at home", "in hospital"]
    assert window(first, view).end == second("2025-02-10T21:00")
    assert first.new
    assert other.id == "another"


def test_a_correction_moves_the_window() -> None:
    found = arose(
        entry("well", "seen well", "2025-02-03T10:00", by=HOSPITAL, how="seen undressed"),
        hurt(),
        entry(
            "no",
            "seen well",
            "2025-02-03T10:00",
            by=HOSPITAL,
            told="2025-03-01",
            corrects="well",
            how="seen dressed",
        ),
    )
    assert found.start == BORN
