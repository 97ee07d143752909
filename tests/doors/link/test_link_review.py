"""Tests of `heeded link review` and `undo` on a real record: what awaits, a word on it, and it taken back."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from click.testing import CliRunner, Result

from heeded.adapters.policy import shipped_sample
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


def test_words_are_read_again_and_how_far_readers_agree_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - after Django is set up
    from heeded.bootstrap.keeping import identity  # noqa: PLC0415 - as above

    every = replace(shipped_sample(), share=1.0)
    monkeypatch.setattr(identity, "shipped_sample", lambda: every)
    ivo = Practitioner(id="ivo-hub", email="ivo@council.example", name="Ivo", agency_id="council")
    ivo.roles = ["hub coordinator"]
    ivo.set_password(PASSWORD)
    ivo.save()
    told()
    run("review", *WHO, answers="different\nThe school knows both boys\n")
    assert "second reading, of 100%: 0." in run("second", *WHO).output
    done = run("second", "--as", "ivo-hub", *WHO[2:], answers="different\nI saw two red books myself\n")
    assert done.exit_code == 0, done.output
    before, _, after = done.output.partition("One child?")
    assert "The school knows both boys" not in before
    assert "You agree. The first word: different, by hana-hub: The school knows both boys" in after
    agreed = run("agreement", *WHO).output
    assert "Two readers agree on 1 of 1 (100%; 95 % interval 21% to 100%)." in agreed
    assert "unverified" in agreed
