"""The household pack: all on one page, nothing withheld slips in, and the look is recorded."""

from __future__ import annotations

import html
import time

import pytest

from heeded.core.chronology.report import Event, Report
from tests.borough import ada, at, bruised
from tests.casework.looking.telling import one, rows, send
from tests.doors.web.room.test_discussion import sits_down
from tests.doors.web.test_structure import faults
from tests.doors.web.visiting import said, signed_in, tell

WORDS = "he shouts and I hide"


@pytest.fixture
def child(admin: str) -> str:
    """Ada, bruised; the police hold a disclosure, and see nothing to worry about."""
    now = int(time.time())
    found = tell(bruised(now=now), admin)
    events = (
        Event(
            ref="d1",
            kind="disclosure",
            child="ada",
            happened=at(now - 60),
            told=now,
            practitioner="constable",
            facts={"said by": "the child", "words": WORDS},
        ),
        Event(
            ref="v1",
            kind="view recorded",
            child="ada",
            happened=at(now - 30),
            told=now,
            practitioner="constable",
            facts={"conclusion": "no concerns", "grounds": "a calm home at every visit"},
        ),
    )
    send(Report(id="police 1", agency="police", people=(ada(),), events=events), now)
    return found


def test_the_pack_joins_what_all_agencies_told_on_one_page(child: str) -> None:
    page = sits_down("manager", child).get(f"/children/{child}/pack")
    told = html.unescape(said(page))
    for words in (
        "Who is in the household",
        "What the agreed procedures ask now",
        "Open disagreements, in full",
        "a calm home at every visit",
        "Northgate Hospital",
        "Injury observed ×1",
        "No explanation is recorded.",
        "Nobody has said what they make of it.",
        "strategy discussion",
        "Police",
    ):
        assert words.casefold() in told.casefold(), words
    assert faults(page.content.decode()) == []


def test_what_is_withheld_is_counted_and_never_told(child: str) -> None:
    now = int(time.time())
    send(one("substance use known", agency="police", now=now), now)
    worker = signed_in("worker")
    stating = worker.post(f"/children/{child}/discussions/purpose/pack", {"purpose": "safeguarding"})
    assert stating.status_code == 302
    told = html.unescape(said(worker.get(f"/children/{child}/pack")))
    assert "substance use known" not in told.casefold()
    assert "Norhaven police: 1 entry" in told.partition("What you may not see")[2]
    giving_a_reason = said(sits_down("colleague", child).get(f"/children/{child}/pack"))
    assert "substance use known" in giving_a_reason.casefold()


def test_the_pack_is_a_look_with_its_reason(child: str, admin: str) -> None:
    sits_down("manager", child).get(f"/children/{child}/pack")
    looked = "SELECT reason FROM record.look WHERE actor = 'manager' AND answer = 'permit'"
    assert rows(admin, looked) == [("For a strategy discussion about this child",)]
