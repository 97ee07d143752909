"""Tests of looking again, on a real record, with the clock handed in."""

from __future__ import annotations

import psycopg
import pytest

from heeded import bootstrap
from heeded.adapters.record.waiting import PostgresWaiting
from heeded.bootstrap import live
from heeded.bootstrap.running.ready import tokens
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from heeded.casework.unasked.look_again import look_again, look_again_until
from heeded.core.evaluation.finding import Verdict
from tests.borough import NOW, bruised, make_agencies

HOSPITAL = Author("hospital", "hospital-system")
WEEK = 7 * 86400


def rows(database: str, statement: str) -> list[tuple[object, ...]]:
    """What the database's administrator sees."""
    with psycopg.connect(database) as connection:
        return connection.execute(statement).fetchall()


@pytest.fixture
def reported(database: str) -> str:
    """A record that holds one report of a bruised toddler."""
    make_agencies()
    receive(bruised(), HOSPITAL, NOW, live.open_record(), bootstrap.open_handbook())
    return database


def test_when_a_deadline_passes_without_an_event_it_turns_overdue_and_they_are_told(reported: str) -> None:
    before = rows(reported, "SELECT verdict FROM record.duty WHERE rule = 'strategy-discussion-is-held'")
    assert before == [("due",)]
    changes = [
        change
        for changed in look_again_until(
            NOW + WEEK, live.open_record(), PostgresWaiting(tokens()), bootstrap.open_handbook()
        )
        for change in changed
    ]
    turned = {
        line.finding.rule for change in changes for line in change.fresh if overdue(line.finding.verdict)
    }
    assert "strategy-discussion-is-held" in turned
    after = rows(reported, "SELECT verdict FROM record.duty WHERE rule = 'strategy-discussion-is-held'")
    assert after == [("overdue",)]
    told = rows(reported, "SELECT DISTINCT agency FROM record.notice WHERE why = 'something is overdue'")
    assert ("council",) in told


def test_each_wake_is_judged_as_at_its_own_moment(reported: str) -> None:
    wakes = {at for (at,) in rows(reported, "SELECT at FROM record.wake")}
    [*look_again_until(NOW + WEEK, live.open_record(), PostgresWaiting(tokens()), bootstrap.open_handbook())]
    told = rows(reported, "SELECT DISTINCT since FROM record.duty WHERE verdict = 'overdue'")
    assert wakes <= {since for (since,) in told}
    overdue_since = rows(
        reported, "SELECT bool_and(since = due + 1) FROM record.duty WHERE verdict = 'overdue'"
    )
    assert overdue_since == [(True,)]


def test_a_wake_dealt_with_twice_is_dealt_with_once(reported: str) -> None:
    ((wake, at),) = rows(reported, "SELECT id, at FROM record.wake")
    assert isinstance(wake, int)
    assert isinstance(at, int)
    assert look_again(wake, at, live.open_record(), bootstrap.open_handbook())
    assert look_again(wake, at, live.open_record(), bootstrap.open_handbook()) == ()


def test_no_job_names_a_child(reported: str) -> None:
    held = rows(reported, "SELECT id::text FROM record.person UNION SELECT id::text FROM record.entry")
    jobs = rows(reported, "SELECT task_name, args::text, coalesce(lock, '') FROM public.procrastinate_jobs")
    assert {name for name, *_ in jobs} == {"heeded.look_again"}
    assert [job for job in jobs for (each,) in held if str(each) in str(job) or "Ada" in str(job)] == []


def overdue(verdict: Verdict) -> bool:
    """Whether something is past its time and still open."""
    return verdict is Verdict.OVERDUE
