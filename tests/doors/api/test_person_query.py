"""Tests of the draft exchange standard's query: PERMIT, DENY or REVIEW, whom to ring, and no content."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import psycopg
import pytest

from heeded.adapters.exchange.heeded_json import write_report
from tests.borough import bruised
from tests.casework.identity.test_possible import HOSPITALS
from tests.doors.api.callers import Answer, bearer, caller, post

PATH = "/api/Patient/$person-info-query"
SECTION_47 = "https://www.legislation.gov.uk/ukpga/1989/41/section/47"
FHIR = "application/fhir+json"
NHS = "https://fhir.nhs.uk/Id/nhs-number"
NUMBER = "9434765919"
CHILD = replace(bruised().people[0], name="Ada Invented")


@pytest.fixture(autouse=True)
def _told(admin: str) -> None:
    """The hospital has told of a bruised toddler."""
    assert admin
    told = write_report(bruised(child=CHILD))
    assert post("/api/events", told, bearer("hospital", "events:write")).status_code == 201


def patient(number: str = "", **told: object) -> dict[str, Any]:
    """A Patient."""
    numbers = [{"system": NHS, "value": number}] if number else []
    return {"resourceType": "Patient", "identifier": numbers, **told}


def whole(number: str = "") -> dict[str, Any]:
    """The toddler as a Patient, under a number."""
    born = CHILD.born.isoformat() if CHILD.born else ""
    return patient(number, name=[{"family": "Invented", "given": ["Ada"]}], birthDate=born)


def ask(
    who: dict[str, Any],
    reason: str = SECTION_47,
    agency: str = "council",
    media: str = FHIR,
) -> Answer:
    """What is answered."""
    parts = [{"name": "resource", "resource": who}, {"name": "reason", "valueUri": reason}]
    body = json.dumps({"resourceType": "Parameters", "parameter": parts})
    return caller().post(PATH, body, content_type=media, headers=bearer(agency, "children:find"))


def told(answer: Answer) -> dict[str, Any]:
    """The parts of an answer by name; contacts as the ids of agencies."""
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = {"contact": []}
    for part in answer.json()["parameter"]:
        (value,) = [value for name, value in part.items() if name != "name"]
        if part["name"] == "contact":
            found["contact"].append(value["id"])
        else:
            found[part["name"]] = value
    return found


def test_a_number_and_a_description_that_agree_are_permitted_with_whom_to_ring(admin: str) -> None:
    answer = ask(whole(NUMBER))
    found = told(answer)
    assert (found["decision"], found["match"], found["status"], found["grade"]) == (
        "PERMIT",
        True,
        "Match",
        0.99,
    )
    assert "hospital" in found["contact"]
    assert set(found) == {"decision", "why", "match", "status", "grade", "contact"}
    with psycopg.connect(admin) as connection:
        looked = "SELECT purpose, basis FROM record.look WHERE id = %s"
        (look,) = connection.execute(looked, [answer["Heeded-Look"]]).fetchall()
    assert look[1] == "CA1989-s47"


@pytest.mark.parametrize(
    "who",
    [
        patient(NUMBER),
        whole(),
        patient(NUMBER, name=[{"family": "Otherwise", "given": ["Benjamin"]}], birthDate="2009-11-30"),
    ],
    ids=["a number alone", "a description alone", "a number with somebody else's description"],
)
def test_whatever_else_may_be_meant_is_for_a_person_to_look_at(who: dict[str, Any]) -> None:
    found = told(ask(who))
    assert found["decision"] == "REVIEW"
    assert "match" not in found
    assert "hospital" in found["contact"]
    assert found["status"] in {"PotentialMatch", "LowConfidenceMatch"}


def test_two_who_match_as_well_are_many(admin: str) -> None:
    assert admin
    twin = replace(HOSPITALS, ref="h7", name="Ada Invented", born=CHILD.born, postcode="", identifiers=())
    told_too = write_report(bruised("h7", child=twin, agency="school"))
    assert post("/api/events", told_too, bearer("school", "events:write")).status_code == 201
    found = told(ask(whole()))
    assert (found["decision"], found["status"]) == ("REVIEW", "ManyMatch")


def test_nobody_is_answered_without_a_contact() -> None:
    found = told(ask(patient("9876543210", name=[{"family": "Nobody", "given": ["Xavier"]}])))
    assert (found["decision"], found["match"], found["status"]) == ("PERMIT", False, "NoMatch")
    assert found["contact"] == []


def test_a_reason_that_is_no_law_of_the_askers_is_denied_alike_whoever_is_meant(admin: str) -> None:
    elsewhere = "https://www.legislation.gov.uk/ukpga/1998/29"
    known, unknown = (ask(who, elsewhere) for who in (whole(NUMBER), patient("9876543210")))
    assert known.json() == unknown.json()
    assert told(known)["decision"] == "DENY"
    with psycopg.connect(admin) as connection:
        looks = connection.execute(
            "SELECT answer, people FROM record.look WHERE rule = 'no such reason'"
        ).fetchall()
    assert looks == [("deny", []), ("deny", [])]


@pytest.mark.parametrize(
    ("who", "reason", "says"),
    [
        (patient("9434765918"), SECTION_47, "check digit"),
        (patient(NUMBER), "", "valueUri"),
        (patient(), SECTION_47, "who is meant"),
        (patient(NUMBER, birthDate="2020-02-30"), SECTION_47, "no day"),
        (patient(NUMBER, birthDate="soon"), SECTION_47, "birthDate"),
    ],
)
def test_what_cannot_be_asked_is_said(who: dict[str, Any], reason: str, says: str) -> None:
    answer = ask(who, reason)
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_fhirs_name_for_json_and_plain_json_are_taken_and_nothing_else() -> None:
    assert told(ask(whole(NUMBER), media="application/json"))["match"] is True
    assert ask(whole(NUMBER), media="text/plain").status_code in {400, 415}
    headers = bearer("council", "children:find")
    other = caller().post("/api/children/search", "{}", content_type="application/fhir+json", headers=headers)
    assert other.status_code in {400, 415}
