"""Tests of letting people and systems in: from an empty record to a first sign-in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result
from django.core import mail
from django.test import Client, override_settings

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


@pytest.mark.parametrize("named", ["", "amina-khan_2", "a-set-password", "AminaKhan", "a-b-c1-0"])
def test_somebody_added_sets_a_password_on_a_page_that_is_good_once(run: Run, named: str) -> None:
    run(*HOSPITAL)
    added = run(*AMINA, "--role", "practitioner", "--role", "named officer", "--id", named)
    assert added.exit_code == 0, added.output
    assert f"as {named or 'amina-khan-invented'}." in added.output
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


def test_whoever_has_lost_a_password_is_sent_a_page_that_opens(run: Run) -> None:
    run(*HOSPITAL)
    run(*AMINA)
    here = Client(HTTP_HOST="localhost")
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        here.post("/account/password/reset/", {"email": "a.khan@example.org"})
        letter = mail.outbox.pop()
    page = re.search(r"http://localhost(/\S+)", str(letter.body))
    assert page is not None
    assert "password1" in here.get(page[1], follow=True).content.decode()


def test_nobody_is_given_an_id_that_is_somebody_s(run: Run) -> None:
    run(*HOSPITAL)
    words = ("Amina Khan-Invented", "--agency", "northgate")
    added = [run("practitioner", "add", f"{each}@example.org", *words) for each in "abc"]
    found = [re.search(r" as (\S+)\.", each.output) for each in added]
    ids = [each[1] for each in found if each]
    assert ids == ["amina-khan-invented", "amina-khan-invented-2", "amina-khan-invented-3"]
    again = run("practitioner", "add", "d@example.org", *words, "--id", ids[1])
    assert again.exit_code == 1
    assert "somebody has the id" in again.output
    strange = run("practitioner", "add", "d@example.org", *words, "--id", "a b")
    assert "letters, digits, hyphens and underlines" in strange.output


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
