"""Systems that keep a record tell its events again, changed, late and repeatedly: tests on a real record."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from heeded import bootstrap
from heeded.adapters.exchange.dfe_api import read_children
from heeded.bootstrap import live
from heeded.casework.ports import Author
from heeded.casework.receive import Received, receive
from heeded.casework.taking.again import OF_ANOTHER, OTHERWISE, SUPERSEDED
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.report import Described, Event, Report, as_of_all
from heeded.core.chronology.versions import ONE_MOMENT, OTHER_KIND
from tests.borough import NOW, ada, at, make_agencies

HOUR, DAY = 3600, 24 * 3600
COUNCIL = Author("council", "case-system")


def referral(what: str, as_of: int | None, *, child: Described | None = None, **changed: Any) -> Report:  # noqa: ANN401
    """The council's own record of a referral, as it stands as of a moment."""
    child = child or ada("c-1")
    event = Event(
        ref="r-1",
        kind="referral received",
        child=child.ref,
        happened=at(NOW - 5 * DAY),
        told=NOW - 5 * DAY,
        keys={"referral": "r-1"},
        facts={"source": what},
        as_of=as_of,
    )
    return Report(
        id=f"{what}-{as_of}", agency="council", people=(child,), events=(replace(event, **changed),)
    )


def send(report: Report, now: int = NOW) -> Received:
    """Have the record take a report in, as its agency's system tells it."""
    return receive(report, COUNCIL, now, live.open_record(), bootstrap.open_handbook())


def held(child: str) -> Chronology:
    """The chronology of a child's family."""
    with live.open_record().writing([child], COUNCIL, NOW) as work:
        return work.families[0].chronology


def child_of(database: str) -> str:
    """The only person in the record."""
    import psycopg  # noqa: PLC0415 - for this alone

    with psycopg.connect(database) as link:
        ((person,),) = link.execute("SELECT id FROM record.person").fetchall()
    return str(person)


def sources(database: str, when: int | None = None) -> list[object]:
    """Where the referral came from, as known by a moment."""
    return [each.entry.facts["source"] for each in held(child_of(database)).as_known(when)]


def test_what_changed_is_a_correction_and_sent_five_times_one(database: str) -> None:
    make_agencies()
    first = send(referral("school", NOW - 3 * DAY))
    again = [send(referral("police", NOW - DAY)) for _ in range(5)]
    assert [len(each.kept) for each in again] == [1, 0, 0, 0, 0]
    assert {each.entries["r-1"] for each in again} == {again[0].kept[0].entry}
    (known,) = held(child_of(database)).as_known()
    assert known.root == first.entries["r-1"]
    assert known.entry.corrects == known.root
    assert (known.entry.told, known.known) == (NOW - DAY, NOW - 5 * DAY)
    assert sources(database) == ["police"]
    assert sources(database, NOW - 2 * DAY) == ["school"]


def test_what_is_told_again_unchanged_makes_no_entry(database: str) -> None:
    make_agencies()
    first = send(referral("school", NOW - 3 * DAY))
    for day in (2, 1):
        again = send(referral("school", NOW - day * DAY))
        assert again.kept == ()
        assert again.held_already == first.kept
    assert len(held(child_of(database)).entries) == 1


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_an_older_version_that_comes_late_overrides_nothing_newer(
    database: str, order: tuple[int, ...]
) -> None:
    make_agencies()
    versions = [referral(what, NOW - (3 - n) * DAY) for n, what in enumerate(("school", "police", "school"))]
    received = [send(versions[number]) for number in order]
    assert not any(refusal.grave for each in received for refusal in each.refusals)
    assert sources(database) == ["school"]
    assert sources(database, NOW - DAY - HOUR) == ["police"]


def test_a_late_older_version_is_kept_and_its_sender_told_that_it_is_older(database: str) -> None:
    make_agencies()
    send(referral("police", NOW - DAY))
    late = send(referral("school", NOW - 3 * DAY))
    assert [(refusal.reason, refusal.grave) for refusal in late.refusals] == [(SUPERSEDED, False)]
    assert late.entries["r-1"] in {kept.entry for kept in late.kept}
    assert sources(database) == ["police"]
    before = len(held(child_of(database)).entries)
    assert send(referral("school", NOW - 3 * DAY)).kept == ()
    assert len(held(child_of(database)).entries) == before


def test_first_words_that_come_after_their_amendment_are_what_was_said_before(database: str) -> None:
    make_agencies()
    send(referral("police", NOW - DAY))
    late = send(referral("school", None, told=NOW - 6 * DAY))
    assert [refusal.reason for refusal in late.refusals] == [SUPERSEDED]
    assert sources(database) == ["police"]


def test_whoever_keeps_no_record_of_it_is_told_to_send_a_correction(database: str) -> None:
    make_agencies()
    send(referral("school", None))
    assert [each.reason for each in send(referral("police", None)).refusals] == [OTHERWISE]
    assert sources(database) == ["school"]


@pytest.mark.usefixtures("database")
def test_what_is_no_version_of_it_is_set_aside_and_said() -> None:
    make_agencies()
    send(referral("school", NOW - 2 * DAY))
    wrong = {
        ONE_MOMENT: referral("police", NOW - 2 * DAY),
        OTHER_KIND: referral("police", NOW - DAY, kind="contact received"),
        OF_ANOTHER: referral("police", NOW - DAY, child=ada("c-2", nhs="", born=None)),
    }
    for why, report in wrong.items():
        assert [(each.reason, each.grave) for each in send(report).refusals] == [(why, True)]
    moved = send(referral("police", NOW - DAY, keys={"referral": "r-2"}))
    assert "belongs to another referral" in moved.refusals[0].reason


def test_a_clock_that_runs_ahead_is_pointed_out_and_orders_its_words_all_the_same(database: str) -> None:
    make_agencies()
    for what, ahead in (("school", 3), ("police", 5), ("health", 4)):
        received = send(referral(what, NOW + ahead * DAY), NOW)
        assert received.kept
    assert sources(database) == ["police"]
    assert all(entry.told <= NOW for entry in held(child_of(database)).entries)


def test_what_a_council_takes_back_and_tells_anew_stands_again(database: str) -> None:
    make_agencies()
    closed, purged = _delivered(closed="2026-06-20"), _delivered(closed="2026-06-20", purge=True)
    moved = _delivered(closed="2026-06-22")
    send(as_of_all(closed, NOW - 3 * DAY))
    assert _kinds(database) == {"referral received", "case closed"}
    for days in (2, 1):
        send(as_of_all(purged, NOW - days * DAY))
    assert _kinds(database) == set()
    assert len([each for each in held(child_of(database)).entries if each.withdraws]) == 2
    send(as_of_all(moved, NOW - HOUR))
    assert _kinds(database) == {"referral received", "case closed"}


def test_what_a_delivery_no_longer_names_still_stands(database: str) -> None:
    make_agencies()
    send(as_of_all(_delivered(closed="2026-06-20"), NOW - 2 * DAY))
    send(as_of_all(_delivered(), NOW - DAY))
    assert _kinds(database) == {"referral received", "case closed"}


def _kinds(database: str) -> set[str]:
    return {each.entry.kind for each in held(child_of(database)).as_known()}


def _delivered(*, closed: str = "", purge: bool = False) -> Report:
    """A council's delivery to the DfE of one invented child with one episode."""
    episode = {"social_care_episode_id": "e-1", "referral_date": "2026-06-01", "purge": purge}
    if closed:
        episode |= {"closure_date": closed, "closure_reason": "RC1"}
    child = {
        "la_child_id": "c-1",
        "child_details": {"first_name": "Ada", "surname": "Invented"},
        "social_care_episodes": [episode],
    }
    return read_children(json.dumps(child).encode(), "council", NOW)
