"""Tests of telling, on a real record: from the outbox to a mailbox and a webhook, the clock handed in."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from email import message_from_string
from itertools import pairwise
from pathlib import Path

import psycopg
import pytest
from django.core.mail import EmailMessage
from django.test import override_settings

from heeded import bootstrap
from heeded.adapters.record.waiting import PostgresOutbox
from heeded.bootstrap import live
from heeded.bootstrap.running.ready import tokens
from heeded.bootstrap.running.telling import tell_now
from heeded.bootstrap.settings_names import ADMINISTRATOR, SITE, WEBHOOK_NETWORKS
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from heeded.casework.unasked.tell import TRIES, Told, next_try
from tests.adapters.notices.listening import Heard, listening
from tests.borough import NOW, ada, bruised, make_agencies

HOSPITAL = Author("hospital", "hospital-system")


@pytest.fixture
def mailbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where e-mail ends up."""
    monkeypatch.setenv(SITE, "https://record.example/")
    monkeypatch.setenv(ADMINISTRATOR, "administrator@record.example")
    backend = "django.core.mail.backends.filebased.EmailBackend"
    with override_settings(EMAIL_BACKEND=backend, EMAIL_FILE_PATH=str(tmp_path / "mail")):
        yield tmp_path / "mail"


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    """A webhook of the council's."""
    monkeypatch.setenv(WEBHOOK_NETWORKS, "127.0.0.0/8")
    with listening() as heard:
        yield heard


@pytest.fixture
def reported(database: str, hook: Heard) -> str:
    """A record with one report in it, and a council that is told in two ways that something is owed."""
    make_agencies()
    from heeded.adapters.record.models import Agency  # noqa: PLC0415 - after Django is set up

    Agency.objects.filter(id="council").update(
        email="duty@council.example",
        webhook=hook.address,
        webhook_secret="known to both",  # noqa: S106 - of a test's own
    )
    receive(bruised(), HOSPITAL, NOW, live.open_record(), bootstrap.open_handbook())
    with psycopg.connect(database) as connection:
        connection.execute(
            "DELETE FROM record.delivery WHERE notice <> "
            "(SELECT id FROM record.notice WHERE agency = 'council' AND why = 'something is owed')"
        )
    return database


def rows(database: str, statement: str) -> list[tuple[object, ...]]:
    """What the database's administrator sees."""
    with psycopg.connect(database) as connection:
        return connection.execute(statement).fetchall()


def waiting() -> list[int]:
    """All that waits to be delivered."""
    return PostgresOutbox(tokens()).overdue(NOW + 10**9, 100)


def letters(mailbox: Path) -> list[str]:
    """The e-mails in a mailbox; two of one second may lie in one file, with a line of dashes after each."""
    files = [path.read_text("utf-8") for path in sorted(mailbox.glob("*"))]
    return [letter for file in files for letter in file.split(f"{'-' * 79}\n") if letter.strip()]


def test_a_notice_goes_by_every_channel_once(reported: str, mailbox: Path, hook: Heard) -> None:
    assert len(waiting()) == 2
    assert {tell_now(each, NOW + 5) for each in waiting()} == {Told.DELIVERED}
    assert (len(letters(mailbox)), len(hook.got)) == (1, 1)
    told = rows(reported, "SELECT delivered_at, read_at, acted_at FROM record.notice WHERE delivered_at > 0")
    assert told == [(NOW + 5, None, None)]
    every = rows(reported, "SELECT id FROM record.delivery")
    assert {tell_now(int(str(each))) for (each,) in every} == {Told.BEFORE}
    assert (len(letters(mailbox)), len(hook.got)) == (1, 1)


def test_what_leaves_the_record_names_nobody(reported: str, mailbox: Path, hook: Heard) -> None:
    for each in waiting():
        tell_now(each, NOW + 5)
    child = ada()
    numbers = {identifier.value for identifier in child.identifiers}
    ids = rows(reported, "SELECT id::text FROM record.person UNION SELECT id::text FROM record.entry")
    private = {*child.name.split(), "Norhaven", "okoro", "bruise", *numbers, *(str(each) for (each,) in ids)}
    left = "\n".join([*letters(mailbox), *(str(each) for each in hook.got)])
    assert "something is owed" in left
    assert [word for word in private if word.lower() in left.lower()] == []


def test_sent_again_it_bears_the_same_name(reported: str, mailbox: Path) -> None:
    every = rows(reported, "SELECT id FROM record.delivery WHERE channel = 'e-mail'")
    ((number,),) = every
    tell_now(int(str(number)), NOW)
    with psycopg.connect(reported) as connection:
        connection.execute("UPDATE record.delivery SET delivered_at = NULL")
    tell_now(int(str(number)), NOW)
    names = {message_from_string(letter)["Message-ID"] for letter in letters(mailbox)}
    assert len(letters(mailbox)) == 2
    assert len(names) == 1


def test_one_that_fails_is_tried_later_each_time_and_given_up_after_days(
    reported: str, mailbox: Path, hook: Heard
) -> None:
    hook.status = 503
    ((number,),) = rows(reported, "SELECT id FROM record.delivery WHERE channel = 'webhook'")
    moments = [NOW]
    came: list[Told] = []
    while not came or came[-1] is Told.LATER:
        came.append(tell_now(int(str(number)), moments[-1]))
        ((again, said),) = rows(reported, f"SELECT next_try, said FROM record.delivery WHERE id = {number}")  # noqa: S608 - a number of our own
        assert said == "the webhook answered 503"
        moments.append(int(str(again)))
    assert came == [Told.LATER] * (TRIES - 1) + [Told.GIVEN_UP]
    waits = [later - before for before, later in pairwise(moments[:-1])]
    assert waits == sorted(waits)
    assert 3 * 86400 <= moments[-1] - NOW <= 4 * 86400
    (letter,) = letters(mailbox)
    assert message_from_string(letter)["To"] == "administrator@record.example"
    assert "council by webhook" in letter
    assert tell_now(int(str(number)), NOW + 10**8) is Told.BEFORE


def test_a_mail_server_that_repeats_addresses_does_not_get_them_into_the_record(
    reported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_message: object) -> None:
        raise smtplib.SMTPRecipientsRefused({"duty@council.example": (550, b"unknown")})

    monkeypatch.setattr(EmailMessage, "send", refuse)
    ((number,),) = rows(reported, "SELECT id FROM record.delivery WHERE channel = 'e-mail'")
    assert tell_now(int(str(number)), NOW) is Told.LATER
    ((said,),) = rows(reported, "SELECT said FROM record.delivery WHERE channel = 'e-mail'")
    assert said == "the mail server: SMTPRecipientsRefused"


def test_what_is_tried_last_is_not_tried_again() -> None:
    assert next_try(TRIES - 1, NOW) is None
    assert next_try(0, NOW) == NOW + 60
