"""Tests of accounts over the API: said side by side, awaited and named, from what the caller may see."""

from __future__ import annotations

from dataclasses import replace

import psycopg
import pytest

from heeded.adapters.exchange.heeded_json import write_report
from heeded.core.chronology.report import Described, Event
from tests.borough import NOW, at, bruised
from tests.doors.api.callers import bearer, post
from tests.doors.api.test_reading import child, read

DAY = 86_400


@pytest.fixture(autouse=True)
def _told(admin: str) -> None:
    """The hospital has told of a bruised toddler, two accounts of one mark, a disclosure, and an old call."""
    assert admin
    report = bruised()
    (ada,) = report.people
    eve = Described(ref="Eve", name="Eve", adult=True)

    def event(ref: str, kind: str, when: int, keys: dict[str, str], **facts: str) -> Event:
        return Event(
            ref=ref, kind=kind, child=ada.ref, happened=at(when), told=when + 60, keys=keys, facts=facts
        )

    mark = {"injury": "hospital:old"}
    more = (
        event("old", "injury observed", NOW - 90 * DAY, mark, what="bruise"),
        event(
            "fell",
            "explanation given",
            NOW - 90 * DAY,
            mark,
            speaker="Eve",
            words="she fell",
            mechanism="fall",
        ),
        event(
            "dog",
            "explanation given",
            NOW - 89 * DAY,
            mark,
            speaker="Eve",
            words="the dog",
            mechanism="animal",
        ),
        event(
            "said", "disclosure", NOW - DAY, {"disclosure": "hospital:d"}, words="it hurts", speaker=ada.ref
        ),
    )
    told = replace(report, people=(ada, eve), events=(*more, *report.events))
    assert post("/api/events", write_report(told), bearer("hospital", "events:write")).status_code == 201


def test_two_accounts_of_one_mark_stand_side_by_side_and_what_differs_is_pointed_out(admin: str) -> None:
    answer = read(f"/api/children/{child()}/accounts", "council", "chronology:read")
    told = answer.json()
    assert answer.status_code == 200, told
    old = next(each for each in told["injuries"] if each["injury"] == "hospital:old")
    assert [each["said"]["facts"]["words"] for each in old["explanations"]] == ["she fell", "the dog"]
    assert [each["words"] for each in old["stands_out"]] == [
        "the same speaker told it again, in other words: whether it means the same is for a person to say",
        "the same speaker named another thing that did it",
    ]
    with psycopg.connect(admin) as connection:
        look = answer["Heeded-Look"]
        found = connection.execute("SELECT agency, answer FROM record.look WHERE id = %s", [look]).fetchall()
    assert found == [("council", "permit")]


def test_a_disclosure_awaits_an_answer_and_an_earlier_episode_its_name() -> None:
    told = read(f"/api/children/{child()}/accounts", "hospital", "chronology:read").json()
    (disclosure,) = told["disclosures"]
    assert disclosure["unanswered"] == ["weight", "weighed with", "action", "child told"]
    assert [each["decided"] for each in disclosure["children"]] == [None]
    (episode,) = told["episodes"]
    assert (episode["title"], episode["named_in"]) == ("injury hospital:old", [])
    assert (len(told["came_again"]["referrals"]), told["came_again"]["closings"]) == (1, [])


def test_a_purpose_is_asked_first() -> None:
    path = f"/api/children/{child()}/accounts"
    assert read(path, "council", "chronology:read", purpose={}).status_code == 428
