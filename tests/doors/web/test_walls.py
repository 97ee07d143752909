"""Tests of what pages hide: a child whom one may not know of is answered like one who is not there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.test import Client

from tests.casework.looking.staff import REASON
from tests.casework.looking.telling import connect, rows
from tests.doors.web.visiting import Answer, ada_now, opened, said, signed_in

GLASS = {"purpose": "urgent-protection", "reason": REASON}


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The statements that this thread sends to the database meanwhile."""
    sent: list[str] = []
    here, run = threading.get_ident(), psycopg.Cursor.execute

    def counting(cursor: Any, query: Any, *args: Any, **named: Any) -> Any:  # noqa: ANN401 - psycopg's own
        if threading.get_ident() == here:
            sent.append(str(query)[:60])
        return run(cursor, query, *args, **named)

    with monkeypatch.context() as patched:
        patched.setattr(psycopg.Cursor, "execute", counting)
        yield sent


def told(answer: Answer) -> tuple[int, bytes, list[tuple[str, str]]]:
    """All that an answer tells a browser."""
    return answer.status_code, answer.content, sorted(answer.headers.items())


def every_way(here: Client, child: str) -> Iterator[Answer]:
    """Each page that a child can be asked after by."""
    for then in ("record", "looks"):
        here.post(f"/children/{child}/purpose/{then}", {"purpose": "safeguarding"})
    yield here.get(f"/children/{child}")
    yield here.get(f"/children/{child}/looks")
    yield here.get(f"/children/{child}/letter")
    yield here.get(f"/children/{child}/family-accounts")
    yield here.post(f"/children/{child}/break-glass", GLASS)


def test_of_somebody_hidden_everything_is_answered_as_of_nobody(
    admin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    child, nobody = ada_now(admin), str(uuid4())
    connect(admin, "worker", child)
    here = signed_in("worker")
    list(every_way(here, str(uuid4())))  # what is asked for the first time only, is asked here
    with counted(monkeypatch) as of_hidden:
        hidden = [told(each) for each in every_way(here, child)]
    with counted(monkeypatch) as of_nobody:
        absent = [told(each) for each in every_way(here, nobody)]
    assert hidden == absent
    assert {status for status, _, _ in hidden} == {404}
    assert len(of_hidden) == len(of_nobody), (of_hidden, of_nobody)
    elsewhere = here.get("/no/such/page")
    assert (elsewhere.status_code, elsewhere.content) == hidden[0][:2]


def test_the_page_that_asks_for_the_purpose_tells_nothing_either(admin: str) -> None:
    child, nobody = ada_now(admin), str(uuid4())
    connect(admin, "worker", child)
    here = signed_in("worker")
    pages = [said(here.get(f"/children/{each}")) for each in (child, nobody)]
    assert pages[0] == pages[1]


def test_a_hidden_child_stands_on_no_list_and_in_no_notice_and_is_not_found(admin: str) -> None:
    child = ada_now(admin)
    connect(admin, "worker", child)
    here = signed_in("worker")
    for page in (here.get("/?whose=agency"), here.get("/notices")):
        assert page.status_code == 200
        assert child not in page.content.decode()
        assert "Ada" not in said(page)
    found = said(here.post("/find", {"system": "NHS number", "value": "943 476 5919"}))
    absent = said(here.post("/find", {"system": "NHS number", "value": "987 654 3210"}))
    assert found == absent


def test_the_glass_breaks_for_a_reason_and_is_reviewed_by_another(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("southby-worker")
    silent = here.post(f"/children/{child}/break-glass", {"purpose": "urgent-protection"})
    assert silent.status_code == 400
    page = here.post(f"/children/{child}/break-glass", GLASS, follow=True)
    assert "The glass is broken" in said(page)
    assert "Injury observed" in said(page)
    officer = signed_in("southby-officer")
    asked = officer.get("/glasses")
    assert asked["Location"].startswith("/account/reauthenticate/")
    _show_again(officer)
    assert REASON in said(officer.get("/glasses"))
    ((glass,),) = rows(admin, "SELECT id FROM record.glass")
    review = {
        f"{glass}-outcome": "rightly opened",
        f"{glass}-words": "She was in danger, and nobody answered.",
    }
    answer = officer.post(f"/glasses/{glass}/review", review, follow=True)
    assert "Your review stands in the record." in said(answer)
    assert rows(admin, "SELECT by, outcome FROM record.glass_review") == [
        ("southby-officer", "rightly opened")
    ]


def test_nobody_reviews_their_own_look(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("southby-both")
    here.post(f"/children/{child}/break-glass", GLASS)
    ((glass,),) = rows(admin, "SELECT id FROM record.glass")
    _show_again(here)
    review = {f"{glass}-outcome": "rightly opened", f"{glass}-words": "It was right."}
    assert here.post(f"/glasses/{glass}/review", review).status_code == 403
    assert rows(admin, "SELECT by FROM record.glass_review") == []


def test_who_looked_is_shown_to_a_named_officer_and_not_to_others(admin: str) -> None:
    child = ada_now(admin)
    opened(signed_in("worker"), child)
    officer = signed_in("council-officer")
    officer.post(f"/children/{child}/purpose/looks", {"purpose": "oversight"})
    page = said(officer.get(f"/children/{child}/looks"))
    assert "Wanda Worker" in page
    assert "safeguarding this child" in page
    other = signed_in("other-officer")  # who reads records too: each purpose is kept for its own page
    other.post(f"/children/{child}/purpose/record", {"purpose": "safeguarding"})
    assert 'value="safeguarding"' not in other.get(f"/children/{child}/looks").content.decode()
    other.post(f"/children/{child}/purpose/looks", {"purpose": "oversight"})
    assert "Wanda Worker" in said(other.get(f"/children/{child}/looks"))
    _show_again(other)
    assert other.get("/glasses").status_code == 200
    here = signed_in("colleague")
    here.post(f"/children/{child}/purpose/looks", {"purpose": "safeguarding"})
    assert here.get(f"/children/{child}/looks").status_code == 403


def test_nothing_is_shown_where_the_look_cannot_be_recorded(
    admin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from heeded.adapters.record.looking import recorder  # noqa: PLC0415 - after Django is set up
    from heeded.bootstrap import looking  # noqa: PLC0415 - as above
    from tests.casework.looking.telling import run  # noqa: PLC0415 - as above

    child = ada_now(admin)
    here = signed_in("worker")
    here.post(f"/children/{child}/purpose/record", {"purpose": "safeguarding"})
    looking.recorder().close()
    run(admin, "REVOKE INSERT ON record.look FROM heeded_app")
    assert recorder.PATIENCE > 0
    monkeypatch.setattr(looking.recorder(), "_patience", 1.0)
    answer = here.get(f"/children/{child}")
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert "Ada" not in said(answer)


def _show_again(here: Client) -> None:
    """Have it that the visitor has shown their second factor again just now."""
    from tests.doors.web.visiting import code_for  # noqa: PLC0415 - beside the others

    answer = here.post("/account/2fa/reauthenticate/", {"code": code_for()})
    assert answer.status_code == 302, said(answer)


def test_a_practitioner_shields_an_address_on_a_page(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("worker")
    assert "Say why you look" in said(here.get(f"/children/{child}/shield"))
    opened(here, child)
    told = {"person": child, "what": "address", "reason": "He has said that he will find them"}
    assert here.post(f"/children/{child}/shield", {**told, "person": "nobody"}).status_code == 400
    done = here.post(f"/children/{child}/shield", told, follow=True)
    assert "It is shielded from now on" in said(done)
    held = rows(admin, "SELECT what, by, reason FROM record.shield")
    assert held == [("address", "worker", told["reason"])]


def test_whoever_says_that_they_know_a_household_is_answered_the_same_of_nobody(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("worker")
    opened(here, child)
    said_of = []
    for each in ("00000000-0000-8000-8000-000000000000", child):
        asked = said(here.get(f"/children/{each}/connected"))
        done = here.post(f"/children/{each}/connected", {"how": "her uncle"}, follow=True)
        said_of.append((asked, "It is noted" in said(done)))
    assert said_of[0] == said_of[1]
    assert opened(here, child).status_code == 404
    assert rows(admin, "SELECT practitioner, how FROM record.connection") == [("worker", "her uncle")]
