"""Tests of whose name an event is told in: one's own, and a colleague's where the policy lets one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.casework.looking.telling import rows
from tests.doors.api.callers import Answer, bearer, make_practitioner, post
from tests.doors.web.visiting import signed_in

STAFF = {
    "nurse": "practitioner",
    "dr-okoro": "practitioner",
    "matron": "team manager",
    "clerk": "administrator",
    "auditor": "auditor",
}


@pytest.fixture(autouse=True)
def _staff(admin: str) -> None:
    assert admin
    for name, role in STAFF.items():
        make_practitioner(name, "hospital", role)


def report(*events: dict[str, Any]) -> bytes:
    made = [
        {"ref": f"e{place}", "kind": "hospital attendance", "child": "a", "happened": "2026-07-01", **each}
        for place, each in enumerate(events)
    ]
    people = [{"ref": "a", "name": "Ada Invented", "born": "2024-02-15", "area": "Norhaven"}]
    return json.dumps({"id": "r", "people": people, "events": made}).encode()


def tells(who: str, *events: dict[str, Any]) -> Answer:
    return signed_in(who).post("/api/events", report(*events), content_type="application/json")


def kept(admin: str) -> list[tuple[str, str]]:
    return rows(admin, "SELECT practitioner, writer FROM record.entry ORDER BY index")


def test_what_is_told_in_a_colleagues_name_is_set_aside_and_the_rest_is_kept(admin: str) -> None:
    told = tells(
        "nurse", {}, {"practitioner": "dr-okoro"}, {"practitioner": "nurse"}, {"practitioner": "Nurse"}
    )
    assert told.status_code == 207, told.content
    (aside,) = told.json()["set_aside"]
    assert (aside["ref"], aside["grave"]) == ("e1", True)
    assert aside["reason"].startswith("you are signed in as nurse, and it is told in the name of dr-okoro: ")
    assert kept(admin) == [("nurse", "practitioner:nurse")] * 3


@pytest.mark.parametrize("who", ["matron", "clerk"])
def test_a_manager_or_administrator_writes_for_a_colleague_and_it_is_kept_who_wrote(
    admin: str, who: str
) -> None:
    told = tells(who, {"practitioner": "dr-okoro"}, {})
    assert told.status_code == 201, told.content
    assert kept(admin) == [("dr-okoro", f"practitioner:{who}"), (who, f"practitioner:{who}")]


@pytest.mark.parametrize("who", ["nurse", "clerk", "auditor"])
def test_whose_work_a_child_is_a_manager_alone_says(who: str) -> None:
    told = tells(who, {"kind": "worker allocated", "practitioner": "dr-okoro"})
    assert told.status_code == 422, told.content
    assert "a manager says" in told.json()["set_aside"][0]["reason"]


def test_a_system_names_whoever_did_it(admin: str) -> None:
    header = bearer("hospital", "events:write")
    assert post("/api/events", report({"practitioner": "dr-okoro"}, {}), header).status_code == 201
    credential = header["Authorization"].removeprefix("Bearer ").partition(".")[0]
    assert kept(admin) == [("dr-okoro", f"system:{credential}"), ("", f"system:{credential}")]


def test_what_a_system_tells_for_a_practitioner_is_that_ones_word(admin: str) -> None:
    header = bearer("hospital", "events:write", "practitioners:act-for")
    told = post(
        "/api/events", report({}, {"practitioner": "dr-okoro"}), {**header, "Heeded-Practitioner": "nurse"}
    )
    assert told.status_code == 207, told.content
    credential = header["Authorization"].removeprefix("Bearer ").partition(".")[0]
    assert kept(admin) == [("nurse", f"practitioner:nurse|through:{credential}")]
