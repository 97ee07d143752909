"""Tests of `heeded retention`, on a real record: from what is due to what is gone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from heeded.bootstrap.settings_names import ADMIN_URL
from heeded.core.access import Role
from heeded.doors.cli import main
from tests.borough import make_agencies
from tests.casework.keeping.conftest import marked
from tests.casework.looking.telling import child_of, rows, send

PASSWORD = "correct horse battery"  # noqa: S105 - an invented person's

Run = Callable[..., Result]


@pytest.fixture
def run(database: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command on a record that knows two records officers."""
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - after Django is set up

    monkeypatch.setenv(ADMIN_URL, database)
    make_agencies()
    for name in ("rosa", "ruth"):
        Practitioner.objects.create_user(
            f"{name}@hospital.example",
            PASSWORD,
            id=name,
            name=name.title(),
            agency_id="hospital",
            roles=[str(Role.RECORDS_OFFICER)],
        )

    def invoke(*words: str, password: str = PASSWORD) -> Result:
        return CliRunner().invoke(main, ["retention", *words], input=f"{password}\n" * 2, prog_name="heeded")

    return invoke


def test_a_record_past_its_time_goes_by_two_people_and_not_while_it_is_held(run: Run, database: str) -> None:
    report = marked("QZXW", born_years_ago=40)
    child = child_of(send(report), database)
    why = ("--reason", "Its period has run out and nobody needs it")
    assert f"{child}  review" in run("due", "hospital").output
    held = run("hold", child, "--as", "rosa", *why)
    assert "Held: hold 1" in held.output, held.output
    assert "This record is kept" in run("review", child, "--as", "rosa", *why).output
    lifted = run("lift", "1", "--as", "rosa", "--with", "ruth", *why)
    assert "Hold 1 is lifted" in lifted.output, lifted.output
    reviewed = run("review", child, "--as", "rosa", *why)
    found = re.search(r"retention dispose (\S+)", reviewed.output)
    assert found, reviewed.output
    assert "nobody of that id" in run("dispose", found[1], "--as", "ruth", *why, password="wrong").output  # noqa: S106
    assert "Two people" in run("dispose", found[1], "--as", "rosa", *why).output
    assert "4 entries erased" in run("dispose", found[1], "--as", "ruth", *why).output
    assert "1 erasures are not out of the files" in run("due", "hospital").output
    assert rows(database, "TABLE record.entry") == []
