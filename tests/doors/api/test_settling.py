"""A disagreement that opened by itself, settled on a real record: from above both sides, in no other way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from heeded import bootstrap
from heeded.adapters.exchange.heeded_json import write_report
from heeded.bootstrap import loading
from heeded.casework.load import load
from heeded.casework.ports import Author
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Event, Report
from tests.borough import NOW, ada, at
from tests.doors.api.callers import Answer, bearer, make_practitioner, post
from tests.doors.api.test_acts import STAFF, child, does
from tests.doors.api.test_acts import _told as _told  # noqa: PLC0414 - the same record
from tests.doors.api.test_disagreements import says
from tests.doors.api.test_reading import read

MORE = {
    "doctor": ("hospital", "practitioner"),
    "matron": ("hospital", "team manager"),
    "constable": ("police", "practitioner"),
}
SIDES = (*MORE, "nurse", "officer")
NEVER = "never resolved by one of its sides"


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> str:
    """The hospital's doctor and the police's constable answer in opposite ways: the disagreement's key."""
    for name, (agency, role) in MORE.items():
        make_practitioner(name, agency, role)
        monkeypatch.setitem(STAFF, name, (agency, role))
    says("hospital", "o1", "medical opinion", "doctor", strength="suspect", grounds="the shape of a hand")
    says("police", "v1", "view recorded", "constable", conclusion="no concerns", grounds="a calm home")
    return str(held()["disagreement"])


def held() -> dict[str, Any]:
    """The one disagreement about the child, as social care reads it."""
    answer = read(f"/api/children/{child()}/disagreements", "council", "chronology:read")
    (found,) = answer.json()["disagreements"]
    return dict(found)


def settles(who: str, key: str, **otherwise: object) -> Answer:
    """Somebody settles it."""
    told: dict[str, Any] = {
        "child": child(),
        "disagreement": key,
        "reasons": "the photographs show the mark of a hand",
        "to_raised": "the mark that they saw is on the photographs",
        "to_denied": "the home was calm, and that says nothing of it",
        **otherwise,
    }
    return does(who, "resolve-disagreement", **told)


def told_settled(key: str, practitioner: str) -> Event:
    """The same as a system of an agency tells it, with the answers that it settles."""
    facts: dict[str, Fact] = {
        "by": "a senior",
        "above both sides": True,
        "reasons": "the photographs show the mark of a hand",
        "answer to who raised it": "the mark that they saw is on the photographs",
        "answer to who denied it": "the home was calm, and that says nothing of it",
        "settles": frozenset(each["entry"] for side in ("raised", "denied") for each in held()[side]),
    }
    told = Event(
        ref="settled",
        kind="disagreement resolved",
        child="ada",
        happened=at(NOW),
        told=NOW + 60,
        keys={"disagreement": key},
        facts=facts,
    )
    return replace(told, practitioner=practitioner)


def sent(agency: str, event: Event) -> dict[str, Any]:
    """What the record answers a report of one event."""
    report = Report(id=f"{agency} settles", agency=agency, people=(ada(),), events=(event,))
    return dict(post("/api/events", write_report(report), bearer(agency, "events:write")).json())


@pytest.mark.parametrize("side", SIDES)
def test_nobody_of_either_side_settles_it_by_an_act(side: str, key: str) -> None:
    """Neither who answered, nor a colleague of theirs, nor the manager of one."""
    answer = settles(side, key)
    assert answer.status_code == 403
    senior = STAFF[side][1] == "team manager"
    assert (NEVER if senior else "is of neither side resolves it") in answer.json()["detail"]
    assert held()["settled"] is None


@pytest.mark.parametrize("agency", ["hospital", "police"])
def test_neither_side_settles_it_by_telling_that_it_is_settled(agency: str, key: str) -> None:
    told = sent(agency, told_settled(key, "matron" if agency == "hospital" else "officer"))
    assert NEVER in str(told)
    assert held()["settled"] is None


@pytest.mark.parametrize("agency", ["hospital", "police"])
def test_neither_side_settles_it_by_a_bulk_load(agency: str, key: str, admin: str) -> None:
    event = told_settled(key, "somebody else")
    report = Report(id="bulk", agency=agency, people=(ada(),), events=(event,))
    record = loading.open_bulk(admin)
    author = Author(agency, f"{agency}-load")
    loaded = load([report], author, NOW + 90, bytes(32), record, bootstrap.open_handbook())
    record.close()
    assert NEVER in str(loaded)
    assert held()["settled"] is None


def test_somebody_above_both_settles_it_once_and_what_was_owed_ends(key: str) -> None:
    assert held()["next"]
    assert settles("lead", key, shown=[held()["raised"][0]["entry"]]).status_code == 409
    done = settles(
        "lead", key, shown=[each["entry"] for side in ("raised", "denied") for each in held()[side]]
    )
    assert done.status_code == 200, done.content
    whole = held()
    assert whole["settled"]["practitioner"] == "lead"
    assert whole["settled"]["facts"]["answer to who denied it"].startswith("the home was calm")
    assert whole["next"] == []
    assert {each["grounds"] for each in whole["denied"]} == {"a calm home"}
    assert settles("lead", key).status_code == 409


def test_what_either_side_says_after_that_is_a_new_one(key: str) -> None:
    assert settles("lead", key).status_code == 200
    says("police", "v2", "view recorded", "constable", conclusion="no concerns", grounds="we asked again")
    answer = read(f"/api/children/{child()}/disagreements", "council", "chronology:read")
    first, second = sorted(answer.json()["disagreements"], key=lambda each: each["disagreement"] != key)
    assert first["disagreement"] == key
    assert first["settled"]
    assert not second["settled"]
    assert [each["grounds"] for each in second["denied"]] == ["we asked again"]
