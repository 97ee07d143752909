"""Tests of possible sources over the API: worked out from what the caller may see, and a look for each."""

from __future__ import annotations

from dataclasses import replace

import psycopg
import pytest

from heeded.adapters.exchange.heeded_json import write_report
from heeded.core.chronology.report import Described, Event
from tests.borough import NOW, at, bruised
from tests.doors.api.callers import bearer, post
from tests.doors.api.test_reading import child, read


@pytest.fixture(autouse=True)
def _told(admin: str) -> None:
    """The hospital has told of a bruised toddler, who lives with two adults, and of an arrest."""
    assert admin
    report = bruised()
    (ada,) = report.people
    adults = tuple(Described(ref=name, name=name, adult=True) for name in ("Eve", "Finn"))

    def event(ref: str, kind: str, when: int, **facts: str) -> Event:
        return Event(ref=ref, kind=kind, child=ada.ref, happened=at(when), told=when + 60, facts=facts)

    more = (
        *(
            event(f"in-{who}", "household joined", NOW - 90_000, person=who, household="home")
            for who in (ada.ref, "Eve", "Finn")
        ),
        event("well", "seen well", NOW - 50_000, how="examined undressed"),
        event("arrest", "arrest", NOW - 60_000, person="Finn"),
        event(
            "taken",
            "assumption recorded",
            NOW - 40_000,
            words="Finn is on remand",
            condition="person in custody",
            person="Finn",
        ),
    )
    told = replace(report, people=(ada, *adults), events=(*more, *report.events))
    assert post("/api/events", write_report(told), bearer("hospital", "events:write")).status_code == 201


def test_everyone_who_may_have_been_there_is_given_with_what_bears_on_it(admin: str) -> None:
    answer = read(f"/api/children/{child()}/possible-sources", "council", "chronology:read")
    told = answer.json()
    assert answer.status_code == 200, told
    (injury,) = told["injuries"]
    assert injury["suspected"]
    assert injury["since"]
    people = {each["person"]: each for each in injury["people"]}
    assert len(people) == 2
    away = [each for each in people.values() if each["away"]]
    assert [(each["away"][0]["place"], each["unaccounted"]) for each in away] == [("custody", [])]
    assert sorted(injury["unconsidered"]) == sorted(each["person"] for each in people.values())
    assert all(each["considered"] is None for each in people.values())
    with psycopg.connect(admin) as connection:
        look = answer["Heeded-Look"]
        found = connection.execute("SELECT agency, answer FROM record.look WHERE id = %s", [look]).fetchall()
    assert found == [("council", "permit")]


def test_what_a_decision_rests_on_is_given_with_what_speaks_against_it() -> None:
    path = f"/api/children/{child()}/possible-sources"
    (assumed,) = read(path, "council", "chronology:read").json()["assumptions"]
    assert (assumed["condition"], assumed["words"]) == ("person in custody", "Finn is on remand")
    (injury,) = read(path, "council", "chronology:read").json()["injuries"]
    assert assumed["against"] == [injury["seen"]]


def test_a_purpose_is_asked_first() -> None:
    path = f"/api/children/{child()}/possible-sources"
    assert read(path, "council", "chronology:read", purpose={}).status_code == 428


def test_what_the_record_draws_is_taken_from_nobody() -> None:
    report = bruised("m2")
    (ada,) = report.people
    event = replace(report.events[1], ref="drawn", kind="visit", facts={})
    told = write_report(replace(report, people=(ada,), events=(event,)))
    sent = told.replace(b'"visit"', b'"possible source"')
    assert sent != told
    answer = post("/api/events", sent, bearer("hospital", "events:write"))
    assert "drawn from the record and told by nobody" in answer.content.decode()
