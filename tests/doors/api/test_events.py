"""Tests of posting events over the API, on a real record."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from heeded.adapters.exchange.heeded_json import write_report
from heeded.bootstrap import sealing
from heeded.casework.telling.quote import MORE
from tests.borough import bruised
from tests.doors.api.callers import Answer, bearer, caller, post

ROOT = Path(__file__).parents[3]
REPORT = write_report(bruised())


pytestmark = pytest.mark.usefixtures("admin")


def sent(
    body: bytes | object, *, headers: dict[str, str] | None = None, media: str = "application/json"
) -> Answer:
    whole = {**bearer("hospital", "events:write"), **(headers or {})}
    return post("/api/events", body, whole, media)


def test_every_event_is_kept_and_gets_its_receipt() -> None:
    answer = sent(REPORT)
    told = answer.json()
    assert answer.status_code == 201
    assert [event["state"] for event in told["events"]] == ["kept"] * 4
    assert [event["receipt"]["index"] for event in told["events"]] == [0, 1, 2, 3]
    assert (told["report"], told["kept"], told["held_already"], told["refused"]) == ("m1", 4, 0, 0)


def test_the_sender_hears_how_many_duties_each_agency_was_given_and_no_more() -> None:
    told = sent(REPORT).json()["duties"]
    assert [other["agency"] for other in told["others"]] == ["council", "hospital"]
    assert told["own"] == []
    assert "strong concern" not in json.dumps(told)


def test_a_system_made_for_its_worklist_hears_what_its_own_agency_owes() -> None:
    told = post("/api/events", REPORT, bearer("hospital", "events:write", "worklist:read")).json()["duties"]
    assert [other["agency"] for other in told["others"]] == ["council"]
    assert told["own"]
    assert all(line["because"].startswith("Because ") and line["rule"] for line in told["own"])


def test_the_same_report_again_gets_the_same_receipts() -> None:
    first, again = sent(REPORT), sent(REPORT)
    assert again.status_code == 200
    assert [event["state"] for event in again.json()["events"]] == ["held already"] * 4
    assert [event["receipt"] for event in again.json()["events"]] == [
        event["receipt"] for event in first.json()["events"]
    ]


def test_a_bad_event_is_refused_by_itself_and_the_rest_is_kept() -> None:
    report = json.loads(REPORT)
    report["events"][1]["kind"] = "injry observed"
    answer = sent(report)
    told = answer.json()
    assert answer.status_code == 207
    assert [event["ref"] for event in told["events"]] == ["m1-1", "m1-4", "m1-3"]
    assert told["refused"] == 1
    (refused,) = [each for each in told["set_aside"] if each["grave"]]
    assert (refused["place"], refused["ref"]) == ("/events/1/kind", "m1-2")
    assert "injury observed" in refused["reason"]


def test_a_report_of_which_nothing_can_be_kept_is_no_success() -> None:
    report = json.loads(REPORT)
    for event in report["events"]:
        event["kind"] = "nothing of the kind"
    answer = sent(report)
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert len([each for each in answer.json()["set_aside"] if each["grave"]]) == 4


def test_an_event_with_several_faults_is_one_event_refused() -> None:
    report = json.loads(REPORT)
    report["events"][1]["kind"] = "injry observed"
    report["events"][1]["happened"] = "yesterday"
    report["events"][2]["child"] = "nobody"
    told = sent(report).json()
    assert told["refused"] == 2
    assert len([each for each in told["set_aside"] if each["grave"]]) >= 3


def test_an_event_that_says_something_else_than_the_record_holds_is_refused() -> None:
    sent(REPORT)
    report = json.loads(REPORT)
    report["events"][0]["facts"]["reason"] = "illness"
    answer = sent(report)
    assert answer.status_code == 207
    assert [event["state"] for event in answer.json()["events"]] == ["held already"] * 3
    assert "send a correction" in next(e["reason"] for e in answer.json()["set_aside"] if e["grave"])


NAMES = [
    ("m1", "m1", 201, "m1"),
    ('"m1"', "m1", 200, "m1"),
    ("other", "m1", 422, ""),
    ("from-the-header", "", 200, "from-the-header"),
    ("with blank", "", 422, ""),
    ("x" * 256, "", 422, ""),
    ("", "", 422, ""),
]


def test_the_header_names_a_report_that_has_no_name() -> None:
    for key, named, status, told in NAMES:
        report = json.loads(REPORT)
        report["id"] = named
        answer = sent(report, headers={"Idempotency-Key": key})
        assert (answer.status_code, answer.json().get("report", "")) == (status, told), key


UNREADABLE = [
    (b" ", 400, "ends before the JSON is complete"),
    (b"{", 400, "ends before the JSON is complete"),
    (b'{"events": [NaN]}', 400, "NaN"),
    (b'{"id": "a", "id": "b"}', 400, "twice"),
    (b'{"id": "a\\u0000"}', 400, "NUL"),
    (b'{"id": "a\\ud800"}', 400, "surrogate"),
    (b"\xff", 400, "UTF-8"),
    (b"[" * 200_000, 400, "too deep"),
    (b"[]", 400, "no JSON object"),
    (b'{"events": []}', 400, "no people and no events"),
    (b'{"events": [' + b"1," * 2_000 + b"1]}", 413, "2,001"),
    (b" " * 10_000_001, 413, "10,000,000"),
]


def test_a_body_of_which_nothing_can_be_read_is_a_problem_that_says_what_to_do() -> None:
    for body, status, said in UNREADABLE:
        answer = sent(body)
        assert answer.status_code == status, body[:30]
        assert answer["Content-Type"] == "application/problem+json"
        assert said in answer.json()["detail"]
        assert set(answer.json()) >= {"type", "title", "status", "detail", "instance"}


def test_a_format_that_is_not_read_is_named_with_those_that_are() -> None:
    answer = sent(b"<a/>", media="application/hl7-v2+er7")
    assert answer.status_code == 415
    assert "application/fhir+xml" in answer["Accept-Post"]


def test_fhir_under_the_name_of_our_own_json_is_told_its_own() -> None:
    answer = sent({"resourceType": "Bundle", "type": "document", "entry": []})
    assert answer.status_code == 415
    assert "Content-Type: application/fhir+json" in answer.json()["detail"]
    assert answer["Accept-Post"] == "application/fhir+json"


def test_a_hostile_text_is_refused_by_itself_and_an_odd_one_kept_as_sent() -> None:
    report = json.loads(REPORT)
    report["people"][0]["name"] = "عائشة \u202egnitset\u202c"
    report["events"][0]["facts"]["brought by"] = "x" * 100_001
    answer = sent(report)
    assert answer.status_code == 201
    assert [each["place"] for each in answer.json()["set_aside"]] == ["/events/0/facts/brought by"]


def test_the_receipt_and_the_proof_convince_somebody_who_has_nothing_of_heeded(tmp_path: Path) -> None:
    (*_, event) = sent(REPORT).json()["events"]
    told = caller().get(f"/api/receipts/{event['entry']}", headers=bearer("hospital", "receipts:read")).json()
    assert told["receipt"] == event["receipt"]
    files = {
        "receipt": json.dumps(event["receipt"]),
        "proof": json.dumps(told["proof"]),
        "checkpoint": told["checkpoint"],
    }
    assert "It is in the log of 4 leaves" in checked(tmp_path, "included", files)


def test_a_witness_can_see_that_the_log_was_only_added_to(tmp_path: Path) -> None:
    sent(REPORT)
    old = caller().get("/api/log/checkpoint").content.decode()
    (event, *_) = sent(write_report(bruised("m2"))).json()["events"]
    caller().get(f"/api/receipts/{event['entry']}", headers=bearer("hospital", "receipts:read"))
    told: dict[str, Any] = caller().get("/api/log/extension?size=4").json()
    files = {"old": old, "new": told["checkpoint"], "proof": json.dumps(told["proof"])}
    assert "begins with the one of 4, unchanged" in checked(tmp_path, "extends", files)
    assert caller().get("/api/log/extension?size=9").status_code == 404


def checked(folder: Path, what: str, files: Mapping[str, str]) -> str:
    """What the checker, which has nothing of Heeded, says of some files."""
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    done = subprocess.run(  # noqa: S603 - our own tool
        [sys.executable, ROOT / "tools/check_receipt.py", what, *files, "--key", sealing.verifier_key()],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_nobody_but_the_sender_is_given_the_receipt() -> None:
    (event, *_) = sent(REPORT).json()["events"]
    other = caller().get(f"/api/receipts/{event['entry']}", headers=bearer("school", "receipts:read"))
    nobody = caller().get(
        "/api/receipts/00000000-0000-8000-8000-000000000000", headers=bearer("school", "receipts:read")
    )
    assert other.status_code == nobody.status_code == 404
    assert {**other.json(), "instance": ""} == {**nobody.json(), "instance": ""}


def test_a_sender_is_quoted_nothing_that_others_told() -> None:
    """To post is not to look: no purpose was stated, and no look at what the school told is recorded."""
    seen: dict[str, Any] = {
        "ref": "s-1",
        "kind": "injury observed",
        "child": "t",
        "happened": "2026-06-20T09:00",
    }
    seen |= {"facts": {"what": "burn", "sites": ["buttock"], "suspected": True}}
    people: list[dict[str, Any]] = [
        {"ref": "t", "name": "Ada Invented", "born": "2024-02-15", "area": "Norhaven"}
    ]
    people[0]["identifiers"] = [{"system": "NHS number", "value": "9434765919"}]
    school = {"id": "s", "people": people, "events": [seen]}
    assert post("/api/events", school, bearer("school", "events:write")).status_code == 201
    answer = post("/api/events", REPORT, bearer("hospital", "events:write", "worklist:read")).json()
    because = [line["because"] for line in answer["duties"]["own"]]
    assert any("bruise" in each or "injury" in each for each in because)
    assert "burn" not in json.dumps(answer)
    assert MORE in because


def test_a_delivery_as_of_later_corrects_one_as_of_earlier_and_a_late_one_does_not() -> None:
    def delivered(closed: str, as_of: str) -> dict[str, Any]:
        episode = {"social_care_episode_id": "e-1", "referral_date": "2026-06-01", "closure_date": closed}
        child = {"la_child_id": "c-1", "child_details": {}, "social_care_episodes": [episode]}
        headers = {**bearer("council", "events:write"), "Heeded-As-Of": as_of} if as_of else {}
        whole = headers or bearer("council", "events:write")
        return dict(post("/api/events", child, whole, "application/vnd.dfe.csc+json").json())

    first = delivered("2026-06-20", "2026-06-21T04:00:00Z")
    later = delivered("2026-06-22", "2026-06-23T04:00:00Z")
    assert [event["state"] for event in later["events"]] == ["held already", "kept"]
    assert later["events"][1]["entry"] != first["events"][1]["entry"]
    again = delivered("2026-06-22", "2026-06-24T04:00:00Z")
    assert again["events"][1]["entry"] == later["events"][1]["entry"]
    late = delivered("2026-06-19", "2026-06-22T04:00:00Z")
    assert [(each["ref"], each["grave"]) for each in late["set_aside"]] == [("e-1/closure_date", False)]
    undated = delivered("2026-06-30", "")
    assert [(each["ref"], each["grave"]) for each in undated["set_aside"]] == [("e-1/closure_date", True)]


def test_as_of_no_moment_is_refused() -> None:
    answer = sent(REPORT, headers={"Heeded-As-Of": "yesterday"})
    assert answer.status_code == 422
    assert "Heeded-As-Of" in answer.json()["detail"]
