"""Tests of letting people and systems in: from an empty record to a first sign-in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result
from django.test import Client

from heeded.bootstrap.settings_names import ADMIN_URL
from heeded.doors.cli import main

Run = Callable[..., Result]
HOSPITAL = ("agency", "add", "northgate", "Northgate Hospital", "--sector", "hospital")
AMINA = ("practitioner", "add", "a.khan@example.org", "Amina Khan-Invented", "--agency", "northgate")


@pytest.fixture
def run(database: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on an empty record."""
    monkeypatch.setenv(ADMIN_URL, database)
    return lambda *words: CliRunner().invoke(main, words, prog_name="heeded")


def test_an_agencys_system_gets_a_credential_that_opens_the_api_until_it_is_withdrawn(run: Run) -> None:
    assert run(*HOSPITAL).exit_code == 0
    assert "northgate: Northgate Hospital (hospital)" in run("agency", "list").output
    made = run("credential", "make", "northgate", "emergency department")
    assert made.exit_code == 0, made.output
    token = made.output.splitlines()[0]
    assert _posted(token) == 400, "it came in, and its broken body was refused"
    assert run("credential", "withdraw", token.partition(".")[0]).exit_code == 0
    assert _posted(token) == 401


def test_somebody_added_sets_a_password_on_a_page_that_is_good_once(run: Run) -> None:
    run(*HOSPITAL)
    added = run(*AMINA, "--role", "practitioner", "--role", "named officer")
    assert added.exit_code == 0, added.output
    page = re.search(r"http://127.0.0.1:8000(/\S+)", added.output)
    assert page is not None
    here = Client(HTTP_HOST="localhost")
    form = here.get(page[1], follow=True)
    words = {"password1": "quiet lamps over Norhaven", "password2": "quiet lamps over Norhaven"}
    assert here.post(form.redirect_chain[-1][0], words).status_code == 302
    signed_in = here.post("/account/login/", {"login": "a.khan@example.org", "password": words["password1"]})
    assert signed_in.status_code == 302
    again = Client(HTTP_HOST="localhost").get(page[1], follow=True)
    assert "password1" not in again.content.decode()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("agency", "add", "Not Good", "x", "--sector", "hospital"), "small letters, digits and hyphens"),
        (("agency", "add", "good", "x", "--sector", "circus"), "the sectors are"),
        (AMINA, "add it first"),
        (("credential", "make", "nobody", "x"), "add it first"),
        (("credential", "withdraw", "nobody"), "no credential nobody"),
        (("practitioner", "stop", "nobody"), "nobody by the id nobody"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(run: Run, words: tuple[str, ...], said: str) -> None:
    answer = run(*words)
    assert answer.exit_code == 1
    assert said in answer.output


def _posted(token: str) -> int:
    """The status of a broken post to the API under a credential."""
    answer = Client(HTTP_HOST="localhost").post(
        "/api/events", b"{", content_type="application/json", HTTP_AUTHORIZATION=f"Bearer {token}"
    )
    return answer.status_code
