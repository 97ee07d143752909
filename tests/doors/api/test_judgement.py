"""Tests of judgement over the API: one document, each part as its own reading answers it, as published."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

import psycopg
import pytest

from heeded.adapters.exchange.heeded_json import write_report
from heeded.core.chronology.report import Described, Event
from tests.adapters.exchange.test_schemas import faults
from tests.borough import NOW, at, bruised
from tests.doors.api.callers import bearer, post
from tests.doors.api.test_reading import child, read

HOUR = 3600
PARTS = {
    "injuries": {"injuries": "injuries"},
    "accounts": {
        "injuries": "explanations",
        "disclosures": "disclosures",
        "episodes": "episodes",
        "came_again": "came_again",
    },
    "disagreements": {"disagreements": "disagreements"},
    "possible-sources": {"injuries": "sources", "assumptions": "assumptions", "means": "means"},
}
"""Each reading, and by what name the document has its lists."""


@pytest.fixture(autouse=True)
def _told(admin: str) -> None:
    """The hospital has told of a bruised toddler, of what was said and thought, and of a decision."""
    assert admin
    report = bruised()
    (ada,) = report.people
    eve = Described(ref="Eve", name="Eve", adult=True)

    def event(ref: str, kind: str, when: int, keys: dict[str, str], **facts: bool | str) -> Event:
        return Event(
            ref=ref,
            kind=kind,
            child=ada.ref,
            happened=at(when),
            told=when + 60,
            practitioner=f"who told {ref}",
            keys=keys,
            facts=facts,
        )

    mark, home = {"injury": "hospital:old"}, {"decision": "hospital:d"}
    more = (
        event("in", "household joined", NOW - 99 * HOUR, {}, person=ada.ref, household="home"),
        event("in-eve", "household joined", NOW - 99 * HOUR, {}, person="Eve", household="home"),
        event("old", "injury observed", NOW - 90 * HOUR, mark, what="bruise", suspected=True),
        event("fell", "explanation given", NOW - 90 * HOUR, mark, speaker="Eve", words="she fell"),
        event("fits", "explanation weighed", NOW - 89 * HOUR, mark, fit="implausible", grounds="both ears"),
        event("worry", "concern raised", NOW - 89 * HOUR, mark, strength="suspect", grounds="both ears"),
        event("ease", "view recorded", NOW - 88 * HOUR, mark, conclusion="no concerns", grounds="she fell"),
        event("weighed", "possible source considered", NOW - 87 * HOUR, mark, person="Eve", evidence="none"),
        event("said", "disclosure", NOW - 80 * HOUR, {"disclosure": "hospital:w"}, words="it hurts"),
        event("home", "decision", NOW - 70 * HOUR, home, outcome="stays at home", reason="she fell"),
        event("rests", "assumption recorded", NOW - 70 * HOUR, home, words="it was a fall"),
    )
    told = replace(report, people=(ada, eve), events=(*more, *report.events))
    answer = post("/api/events", write_report(told), bearer("hospital", "events:write"))
    assert answer.status_code == 201, answer.content


def looked(part: str, agency: str = "council") -> Any:  # noqa: ANN401 - JSON has no one type
    return read(f"/api/children/{child()}/{part}", agency, "chronology:read").json()


def test_the_document_is_as_published_and_the_look_is_in_the_access_record(admin: str) -> None:
    answer = read(f"/api/children/{child()}/judgement", "council", "chronology:read")
    told = answer.json()
    assert answer.status_code == 200, told
    assert faults(told, "judgement", "answer-of-judgement") == []
    assert {each["answer"] for each in told["answers"]} == {"concern", "no concerns"}
    (decision,) = told["decisions"]
    assert decision["rests_on"] == [told["assumptions"][0]["entry"]]
    with psycopg.connect(admin) as connection:
        found = connection.execute(
            "SELECT agency, answer FROM record.look WHERE id = %s", [answer["Heeded-Look"]]
        ).fetchall()
    assert found == [("council", "permit")]


@pytest.mark.parametrize("part", PARTS)
def test_each_reading_is_as_published_and_the_same_in_the_document(part: str) -> None:
    answer, whole = looked(part, "hospital"), looked("judgement", "hospital")
    assert faults(answer, "judgement", f"answer-of-{part}") == []
    for own, name in PARTS[part].items():
        assert answer[own]
        assert answer[own] == whole[name]


def test_what_is_not_known_is_as_published_and_the_same_in_the_document() -> None:
    answer, whole = looked("unknowns", "hospital"), looked("judgement", "hospital")["unknowns"]
    assert faults(answer, "judgement", "answer-of-unknowns") == []
    assert answer["questions"]
    assert {name: answer[name] for name in whole} == whole


def test_a_decision_names_the_disagreement_that_stood_open_when_it_was_made() -> None:
    told = looked("judgement")
    (decision,) = told["decisions"]
    assert decision["dissent"] == [each["disagreement"] for each in told["disagreements"]]
    assert len(decision["dissent"]) == 1


def test_a_reading_in_part_is_as_published_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assert looked("judgement")["cut_short"] is False
    monkeypatch.setattr(sys.modules["heeded.casework.looking.open_record"], "WHOLE", 3)
    told = looked("judgement")
    assert told["cut_short"] is True
    assert faults(told, "judgement", "answer-of-judgement") == []


def test_whoever_may_not_see_it_is_given_none_of_it_and_told_who_holds_it() -> None:
    told = looked("judgement", "school")
    assert faults(told, "judgement", "answer-of-judgement") == []
    assert told["injuries"] == told["answers"] == told["decisions"] == []
    assert told["withheld"]["hospital"] > 0


def test_a_purpose_is_asked_first() -> None:
    path = f"/api/children/{child()}/judgement"
    assert read(path, "council", "chronology:read", purpose={}).status_code == 428
