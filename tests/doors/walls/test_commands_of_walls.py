"""Tests of `heeded wall` and `heeded adoption` on a real record: each person gives their own password."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from heeded.bootstrap.settings_names import ADMIN_URL
from heeded.doors.cli import main
from tests.borough import ada, make_agencies
from tests.casework.looking.staff import make_staff
from tests.casework.looking.telling import child_of, one, rows, send

PASSWORD = "correct horse battery"  # noqa: S105 - an invented person's
WHY = ("--reason", "He has said that he will find them")

Run = Callable[..., Result]


@pytest.fixture
def run(database: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on a record whose staff have passwords."""
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - after Django is set up

    monkeypatch.setenv(ADMIN_URL, database)
    make_agencies()
    make_staff()
    staff = ("worker", "manager", "council-lead", "records", "council-officer", "southby-officer")
    for each in Practitioner.objects.filter(id__in=staff):
        each.set_password(PASSWORD)
        each.save()

    def invoke(*words: str, password: str = PASSWORD) -> Result:
        return CliRunner().invoke(main, words, input=f"{password}\n" * 2, prog_name="heeded")

    return invoke


@pytest.fixture
def child(run: Run, database: str) -> str:
    """Ada, whom the council's worker visits."""
    assert callable(run)
    now = int(time.time())
    return child_of(send(one("visit", now=now), now), database)


def test_a_shield_is_put_up_by_one_and_taken_away_by_two(run: Run, child: str, database: str) -> None:
    placed = run("wall", "shield", child, child, "--as", "worker", *WHY)
    found = re.search(r"heeded wall unshield (\d+)", placed.output)
    assert found, placed.output
    away = ("wall", "unshield", found[1], child, "--as", "manager", "--with")
    assert "Two people" in run(*away, "manager", *WHY).output
    assert "nobody of that id" in run(*away, "council-lead", *WHY, password="wrong").output  # noqa: S106
    assert rows(database, "SELECT until FROM record.shield") == [(None,)]
    done = run(*away, "council-lead", *WHY)
    assert "is taken away" in done.output, done.output
    assert rows(database, "SELECT until IS NULL FROM record.shield") == [(False,)]


def test_who_belongs_to_a_household_is_kept_from_it_until_their_officer_says_otherwise(
    run: Run, child: str, database: str
) -> None:
    noted = run("wall", "connect", "worker", child, "her uncle", "--as", "worker")
    found = re.search(r"connection (\d+)", noted.output)
    assert found, noted.output
    shut = run("wall", "shield", child, child, "--as", "worker", *WHY)
    assert (shut.exit_code, "Nothing was found" in shut.output) == (1, True)
    for name, said in (("worker", "Only an administrator"), ("southby-officer", "of your agency")):
        refused = run("wall", "disconnect", found[1], "--as", name)
        assert (refused.exit_code, said in refused.output) == (1, True), refused.output
    assert run("wall", "disconnect", found[1], "--as", "council-officer").exit_code == 0
    assert rows(database, "SELECT until IS NULL FROM record.connection") == [(False,)]


def test_two_people_seal_an_adoption_and_open_it_and_no_one_alone(
    run: Run, child: str, database: str
) -> None:
    now = int(time.time())
    new = child_of(send(one("visit", child=ada("new", nhs="9434765870"), name="n1", now=now), now), database)
    two = ("--as", "council-lead", "--with", "records", *WHY)
    alone = run("adoption", "seal", child, new, "--as", "records", "--with", "records", *WHY)
    assert (alone.exit_code, "Two people" in alone.output) == (1, True), alone.output
    unfit = run("adoption", "seal", child, new, "--as", "worker", "--with", "records", *WHY)
    assert (unfit.exit_code, "Nothing was found" in unfit.output) == (1, True), unfit.output
    sealed = run("adoption", "seal", child, new, *two)
    assert sealed.exit_code == 0, sealed.output
    opened = run("adoption", "open", new, *two)
    assert child in opened.output, opened.output
    assert rows(database, "SELECT count(*) FROM record.seal") == [(1,)]


def test_help_teaches_each_of_them() -> None:
    for words in (["wall"], ["wall", "shield"], ["wall", "connect"], ["adoption"], ["adoption", "seal"]):
        told = CliRunner().invoke(main, [*words, "--help"], prog_name="heeded")
        assert told.exit_code == 0
        assert len(told.output.splitlines()) > 8
