"""Tests of `heeded link review` and `undo` on a real record: what awaits, a word on it, and it taken back."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from heeded.bootstrap.settings_names import ADMIN_URL
from heeded.doors.cli import main
from tests.borough import bruised, make_agencies
from tests.casework.identity.test_possible import HOSPITALS, POLICES
from tests.casework.looking.staff import make_staff
from tests.casework.looking.telling import rows, send

PASSWORD = "correct horse battery"  # noqa: S105 - an invented person's
WHO = ("--as", "hana-hub", "--reason", "The morning's identity checks of the hub")

Run = Callable[..., Result]


@pytest.fixture
def run(database: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `heeded link` on a record with a coordinator of the hub, who gives a password and then answers."""
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - after Django is set up

    monkeypatch.setenv(ADMIN_URL, database)
    make_agencies()
    make_staff()
    hana = Practitioner(
        id="hana-hub",
        email="hana@council.example",
        name="Hana Hub",
        agency_id="council",
        roles=["hub coordinator"],
    )
    hana.set_password(PASSWORD)
    hana.save()

    def invoke(*words: str, answers: str = "") -> Result:
        return CliRunner().invoke(main, ("link", *words), input=f"{PASSWORD}\n{answers}", prog_name="heeded")

    return invoke


def told() -> None:
    """A child seen at the hospital, and met by the police under another spelling."""
    now = int(time.time())
    send(bruised("h1", child=HOSPITALS, now=now), now)
    send(bruised("p1", agency="police", child=POLICES, now=now), now)


def test_where_nothing_waits_it_says_what_that_means(run: Run) -> None:
    done = run("review", *WHO)
    assert done.exit_code == 0, done.output
    assert "Nothing waits." in done.output
    assert "does not say that no two records are of one" in done.output


def test_the_two_stand_side_by_side_and_a_word_is_noted_and_undone(run: Run, database: str) -> None:
    told()
    listed = run("review", "--list", *WHO)
    assert "It presses: 1" in listed.output, listed.output
    done = run("review", *WHO, answers="different\nThe school knows both boys\n")
    assert done.exit_code == 0, done.output
    for words in ("Tiago Ferreira da Silva", "DASILVA Thiago", "day and month the other way round"):
        assert words in done.output
    undo = re.search(r"heeded link undo (\S+)", done.output)
    assert undo, done.output
    assert "Nothing waits." in run("review", "--list", *WHO).output
    assert "Taken back" in run("undo", undo[1], *WHO).output
    assert "It presses: 1" in run("review", "--list", *WHO).output
    assert rows(database, "SELECT count(DISTINCT person) FROM record.subject") == [(2,)]


def test_one_child_is_joined_with_the_way_back(run: Run, database: str) -> None:
    told()
    done = run("review", *WHO, answers="same\nBoth wards describe the same scar\n")
    assert re.search(r"heeded link part \S+ \S+", done.output), done.output
    assert rows(database, "SELECT count(DISTINCT person) FROM record.subject") == [(1,)]


def test_stopping_says_nothing_of_anybody(run: Run, database: str) -> None:
    told()
    assert run("review", *WHO, answers="stop\n").exit_code == 0
    assert rows(database, "SELECT count(*) FROM record.assertion WHERE by <> 'the record'") == [(0,)]
