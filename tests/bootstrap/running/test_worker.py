"""Tests of the worker, as a program on a real database: what waits, what was left, what failed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import date

import psycopg
import pytest

from heeded import bootstrap
from heeded.bootstrap import live
from heeded.bootstrap.running.ready import tokens
from heeded.bootstrap.running.working import failed, try_again
from heeded.bootstrap.settings_names import ADMIN_URL
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from heeded.casework.unasked.remind import remind
from heeded.core.chronology.report import Described
from tests.borough import NOW, bruised, make_agencies

HOSPITAL = Author("hospital", "hospital-system")
STANDS = "SELECT DISTINCT verdict FROM record.duty WHERE rule = 'strategy-discussion-is-held'"
DAY = 86400
BROKEN = f"""
    INSERT INTO record.glass (id, actor, agency, person, since, until, reason, review_by)
    SELECT gen_random_uuid(), 'somebody', 'police', id, {NOW}, {NOW + 10}, 'why', {NOW + DAY}
    FROM record.person LIMIT 1
"""  # noqa: S608 - numbers of our own


def rows(database: str, statement: str) -> list[tuple[object, ...]]:
    """What the database's administrator sees."""
    with psycopg.connect(database, autocommit=True) as connection:
        found = connection.execute(statement)
        return found.fetchall() if found.description else []


def work(database: str) -> None:
    """Let a worker do all that there is to do now."""
    ended = subprocess.run(
        [sys.executable, "-c", "from heeded.doors.cli import main; main()", "worker", "--until-done"],
        env={**os.environ, ADMIN_URL: database},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr


@pytest.fixture
def late(database: str) -> str:
    """A record whose deadlines all passed long ago, and that no worker has looked at since."""
    make_agencies()
    receive(bruised(), HOSPITAL, NOW, live.open_record(), bootstrap.open_handbook())
    assert time.time() - NOW > 30 * DAY
    return database


def test_a_worker_does_what_waits_and_leaves_nothing(late: str) -> None:
    assert rows(late, STANDS) == [("due",)]
    work(late)
    assert rows(late, STANDS) == [("overdue",)]
    left = rows(late, "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'heeded.look_again'")
    assert left == [(0,)]
    assert rows(late, "SELECT count(*) FROM record.wake") == [(0,)]
    assert [*failed()] == []


def test_a_wake_whose_job_was_lost_is_dealt_with_all_the_same(late: str) -> None:
    rows(late, "DELETE FROM procrastinate_jobs")
    from heeded.bootstrap.running import jobs  # noqa: PLC0415 - after Django is set up

    jobs.catch_up(int(time.time()))
    assert rows(late, STANDS) == [("overdue",)]


def test_a_family_that_cannot_be_judged_keeps_no_other_waiting(
    late: str, caplog: pytest.LogCaptureFixture
) -> None:
    """One entry is as no entry may be, so that its family cannot be read; another family comes after it."""
    other = Described(ref="bo", name="Bo Invented", born=date(2020, 1, 1), area="Norhaven")
    receive(bruised("m2", child=other), HOSPITAL, NOW + 60, live.open_record(), bootstrap.open_handbook())
    rows(late, "DELETE FROM procrastinate_jobs")
    rows(late, "ALTER TABLE record.entry DISABLE TRIGGER append_only")
    rows(late, "UPDATE record.entry SET precision = 'none' WHERE index = 0")
    from heeded.bootstrap.running import jobs  # noqa: PLC0415 - after Django is set up

    jobs.catch_up(int(time.time()))
    stands = "SELECT verdict FROM record.duty WHERE rule = 'strategy-discussion-is-held' ORDER BY verdict"
    assert rows(late, stands) == [("due",), ("overdue",)]
    assert "could not be dealt with" in caplog.text


def test_a_job_whose_worker_was_killed_is_taken_up_again(late: str) -> None:
    rows(
        late,
        "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour');"
        "UPDATE procrastinate_jobs SET status = 'doing', attempts = 1,"
        " worker_id = (SELECT max(id) FROM procrastinate_workers)",
    )
    from procrastinate.contrib.django import app  # noqa: PLC0415 - after Django is set up

    app.configure_task("heeded.take_up").defer(timestamp=0)
    work(late)
    work(late)
    assert rows(late, STANDS) == [("overdue",)]


def test_what_failed_for_good_is_shown_and_can_be_put_back(late: str) -> None:
    rows(late, 'UPDATE procrastinate_jobs SET attempts = 99, args = \'{"wake": "no number"}\'')
    work(late)
    (found,) = failed()
    assert (found.name, found.about) == ("heeded.look_again", "wake no number")
    assert try_again() == 1
    assert rows(
        late, "SELECT status::text FROM procrastinate_jobs WHERE task_name = 'heeded.look_again'"
    ) == [("todo",)]


def test_a_review_that_is_overdue_is_told_once_a_day_until_it_is_done(late: str) -> None:
    rows(late, BROKEN)
    from heeded.adapters.record.reviewing.reviews import PostgresReviews  # noqa: PLC0415 - after Django is set up

    reviews = PostgresReviews(tokens())
    moments = (NOW, NOW + DAY, NOW + DAY + 1, NOW + DAY + 3600, NOW + 2 * DAY + 2)
    assert [remind(reviews, moment) for moment in moments] == [0, 0, 1, 0, 1]
    assert rows(late, "SELECT DISTINCT agency FROM record.notice WHERE why LIKE 'a look taken%'") == [
        ("police",)
    ]


def test_sessions_that_have_run_out_are_taken_away(database: str) -> None:
    assert database
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415 - after Django is set up
    from django.contrib.sessions.models import Session  # noqa: PLC0415 - as above

    from heeded.bootstrap.running import jobs  # noqa: PLC0415 - as above

    keys = []
    for seconds in (-1, 3600):
        session = SessionStore()
        session.set_expiry(seconds)
        session.save()
        keys.append(session.session_key)
    jobs.clear_sessions(int(time.time()))
    assert [session.session_key for session in Session.objects.all()] == keys[1:]
