"""What an opened record tells, now or as somebody knew it then: the latest first, with what came before."""

from __future__ import annotations

from heeded.casework.looking.within.told import moments, told
from heeded.core.chronology.when import When
from tests.casework.looking.within.records import opened
from tests.core.evidence.told import HOSPITAL, POLICE, entry

HURT = entry(
    "hurt", "injury observed", "2025-02-11T11:00", by=HOSPITAL, what="bruise", told="2025-02-11T12:00"
)
AGAIN = entry(
    "again",
    "injury observed",
    "2025-02-11T11:00",
    by=HOSPITAL,
    what="burn",
    told="2025-02-13T09:00",
    corrects="hurt",
)
HEARD = entry(
    "heard",
    "visit",
    "2025-02-12T10:00",
    by=HOSPITAL,
    told="2025-02-12T11:00",
    known={POLICE: "2025-02-14T08:00"},
)


def by(moment: str) -> int:
    return When.parse(moment).latest


def test_the_latest_to_happen_comes_first() -> None:
    assert [each.root for each in told(opened(HURT, HEARD))] == ["heard", "hurt"]


def test_a_correction_stands_with_what_it_corrects_and_not_before_it_was_told() -> None:
    (now,) = told(opened(HURT, AGAIN))
    assert (now.entry.id, now.root, [each.id for each in now.earlier]) == ("again", "hurt", ["hurt"])
    assert now.versions == ("again", "hurt")
    (then,) = told(opened(HURT, AGAIN), by("2025-02-12T00:00"))
    assert (then.entry.id, then.earlier) == ("hurt", ())


def test_what_was_taken_back_says_so_and_before_that_it_stood() -> None:
    back = entry("back", "withdrawal", "2025-02-13", by=HOSPITAL, told="2025-02-13T09:00", withdraws="hurt")
    (now,) = told(opened(HURT, back))
    assert now.entry.id == "hurt"
    assert now.taken_back is not None
    assert now.taken_back.id == "back"
    (then,) = told(opened(HURT, back), by("2025-02-12T00:00"))
    assert then.taken_back is None


def test_every_version_of_what_was_taken_back_says_so() -> None:
    back = entry("back", "withdrawal", "2025-02-14", by=HOSPITAL, told="2025-02-14T09:00", withdraws="hurt")
    found = {each.entry.id: each.taken_back for each in told(opened(HURT, AGAIN, back))}
    assert {id_: why.id if why else None for id_, why in found.items()} == {"hurt": "back", "again": "back"}


def test_an_agency_knew_nothing_of_what_it_came_to_know_later() -> None:
    record = opened(HURT, HEARD)
    assert [each.root for each in told(record, None, POLICE)] == ["heard"]
    assert told(record, by("2025-02-14T07:59"), POLICE) == ()
    assert [each.root for each in told(record, by("2025-02-14T08:00"), POLICE)] == ["heard"]
    assert [each.root for each in told(record, by("2025-02-14T07:59"), HOSPITAL)] == ["heard", "hurt"]


def test_moments_are_those_at_which_something_came_to_be_known_to_anybody_or_to_one() -> None:
    entries = (HURT, HEARD, AGAIN)
    anybody = [(each.second, [entry.id for entry in each.entries]) for each in moments(entries)]
    assert anybody == [
        (by("2025-02-11T12:00"), ["hurt"]),
        (by("2025-02-12T11:00"), ["heard"]),
        (by("2025-02-13T09:00"), ["again"]),
    ]
    assert [each.second for each in moments(entries, POLICE)] == [by("2025-02-14T08:00")]
    assert moments(()) == ()
