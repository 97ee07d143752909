"""Disagreements over the API: both answers in full, wherever either is shown, to whoever may see them."""

from __future__ import annotations

import pytest

from heeded.adapters.exchange.heeded_json import write_report
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Event, Report
from tests.borough import NOW, ada, at, bruised
from tests.doors.api.callers import bearer, post
from tests.doors.api.test_reading import child, read


def says(agency: str, ref: str, kind: str, practitioner: str = "", **facts: Fact) -> None:
    """An agency tells the record what it, or one of its practitioners, thinks of Ada."""
    event = Event(
        ref=ref,
        kind=kind,
        child="ada",
        happened=at(NOW),
        told=NOW,
        practitioner=practitioner,
        keys={},
        facts=facts,
    )
    report = Report(id=f"{agency} {ref}", agency=agency, people=(ada(),), events=(event,))
    assert post("/api/events", write_report(report), bearer(agency, "events:write")).status_code == 201


@pytest.fixture(autouse=True)
def _told(admin: str) -> None:
    """A paediatrician suspects harm; the police see nothing; the record finds that these are opposite."""
    assert admin
    told = write_report(bruised())
    assert post("/api/events", told, bearer("hospital", "events:write")).status_code == 201
    says("hospital", "o1", "medical opinion", strength="suspect", grounds="the shape of a hand")
    says("police", "v1", "view recorded", conclusion="no concerns", grounds="a calm home")


def test_both_answers_stand_in_one_list_with_what_is_asked_for_next() -> None:
    answer = read(f"/api/children/{child()}/disagreements", "council", "chronology:read")
    assert answer.status_code == 200, answer.content
    (held,) = answer.json()["disagreements"]
    assert held["question"] == "may the child be coming to harm"
    assert (held["by_itself"], held["reached"], held["settled"]) == (True, 1, None)
    assert "the shape of a hand" in {each["grounds"] for each in held["raised"]}
    assert [each["grounds"] for each in held["denied"]] == ["a calm home"]
    assert {(each["rule"], each["agency"]) for each in held["next"]} >= {
        ("disagreement-step-1", "hospital"),
        ("disagreement-step-1", "police"),
    }


def test_no_answer_stands_in_the_chronology_without_the_opposite_one() -> None:
    told = read(f"/api/children/{child()}/chronology", "council", "chronology:read").json()
    by_grounds = {each["facts"].get("grounds"): each for each in told["entries"]}
    (against,) = by_grounds["the shape of a hand"]["opposed"]
    assert against["facts"]["grounds"] == "a calm home"
    assert against["entry"] == by_grounds["a calm home"]["id"]
    assert "the shape of a hand" in {
        each["facts"].get("grounds") for each in by_grounds["a calm home"]["opposed"]
    }
    assert all(not each["opposed"] for each in told["entries"] if each["kind"] == "injury observed")


def test_no_sentence_quotes_an_answer_without_the_opposite_one_though_that_came_later() -> None:
    told = read(f"/api/children/{child()}/findings", "council", "chronology:read").json()
    quoting = [each for each in told["findings"] if "“medical opinion” for" in each["because"]]
    assert quoting
    for each in quoting:
        assert "against which Norhaven police recorded “view recorded”" in each["because"]
        assert "a calm home" in each["because"]


def test_a_line_that_is_told_anew_is_the_same_line() -> None:
    whose = f"/api/children/{child()}/findings"
    before = {each["id"] for each in read(whose, "council", "chronology:read").json()["findings"]}
    says("school", "v2", "view recorded", conclusion="no concerns", grounds="he is lively")
    after = read(whose, "council", "chronology:read").json()["findings"]
    quoting = [each for each in after if "“medical opinion” for" in each["because"]]
    assert quoting
    assert all("he is lively" in each["because"] for each in quoting)
    assert {each["id"] for each in quoting} & before
