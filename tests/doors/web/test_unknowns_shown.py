"""What is not known, as the page of a child's record shows it: asked in one step, and answered in one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from tests.borough import make_agencies
from tests.casework.looking.staff import make_staff
from tests.doors.web.test_structure import faults
from tests.doors.web.visiting import Answer, ada_now, opened, said, signed_in

CALLS = "call-outs to the home"


@pytest.fixture
def admin(database: str) -> Iterator[str]:
    """The administrator's connection string of a record that holds the borough's agencies and staff."""
    from heeded.bootstrap import looking  # noqa: PLC0415 - after Django is set up

    make_agencies()
    make_staff()
    yield database
    looking.recorder().close()


def part(page: Answer) -> str:
    """What the page says of unknowns, with blanks as they are read."""
    return re.sub(r" (?=[:,.;”)])", "", said(page))


def form(page: Answer, action: str, holding: str) -> dict[str, str | list[str]]:
    """What the first form of the page that goes there, and holds something, would send as it stands."""
    forms = re.findall(
        rf'<form method="post" action="[^"]*/{action}">.*?</form>', page.content.decode(), re.DOTALL
    )
    found = next(each for each in forms if holding in each)
    hidden = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', found)
    sent: dict[str, str | list[str]] = dict(hidden)
    sent["asks"] = re.findall(r'name="asks" value="([^"]*)" checked', found)
    return sent


def post(browser: Client, child: str, action: str, sent: dict[str, str | list[str]]) -> Answer:
    return browser.post(f"/children/{child}/{action}", sent)


def test_what_nobody_asked_is_asked_from_the_page_and_answered_from_the_others(admin: str) -> None:
    child = ada_now(admin)
    worker = signed_in("worker")
    page = opened(worker, child, part="unknown")
    assert faults(page.content.decode()) == []
    assert "Norhaven police would know" in part(page)
    assert "Nobody to ask: no agency of these takes part in this record:" in part(page)
    assert "housing" in part(page)
    assert "Nobody is recorded as having" in part(page)
    sent = form(page, "ask", 'value="police"')
    assert CALLS in sent["asks"]
    assert post(worker, child, "ask", sent).status_code == 302
    assert post(worker, child, "ask", sent).status_code == 302, "sent twice, it is done once"
    after = part(opened(worker, child, part="requests"))
    assert after.count("Silent for") == 1
    assert "An answer is owed by" in after
    assert "Asked, and silent." in part(opened(worker, child, part="unknown"))
    constable = signed_in("constable")
    asked = opened(constable, child, part="requests")
    assert faults(asked.content.decode()) == []
    answer = form(asked, "answer", "textarea")
    del answer["asks"]
    empty = post(constable, child, "answer", {**answer, "do": "give"})
    assert (empty.status_code, "The answer says nothing." in said(empty)) == (403, True)
    assert post(constable, child, "answer", {**answer, "do": "nothing"}).status_code == 302
    assert "Answered: nothing is held." in part(opened(worker, child, part="unknown"))
    assert "Silent for" not in part(opened(worker, child, part="requests"))


def test_a_refusal_without_the_one_reason_is_refused_and_what_is_no_request_is_none(admin: str) -> None:
    child = ada_now(admin)
    worker, constable = signed_in("worker"), signed_in("constable")
    post(worker, child, "ask", form(opened(worker, child, part="unknown"), "ask", 'value="police"'))
    answer = form(opened(constable, child, part="requests"), "answer", "textarea")
    del answer["asks"]
    refused = post(constable, child, "answer", {**answer, "do": "refuse", "words": "data protection"})
    assert refused.status_code == 403
    assert "harm the child more" in said(refused)
    assert post(constable, child, "answer", {"do": "give"}).status_code == 403
    assert (
        post(worker, child, "ask", {"agency": "police", "asks": ["nothing of the list"]}).status_code == 403
    )
