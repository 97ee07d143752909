"""Tests of unknowns over the API: never asked, asked in one step, silent, and nothing held."""

from __future__ import annotations

from typing import Any

import pytest

from heeded.adapters.exchange.heeded_json import write_report
from tests.borough import bruised
from tests.doors.api.callers import bearer, make_practitioner, post
from tests.doors.api.test_acts import does
from tests.doors.api.test_reading import child, read

CALLS = "call-outs to the home"


@pytest.fixture(autouse=True)
def _told(admin: str) -> None:
    """The hospital has told of a bruised toddler."""
    assert admin
    make_practitioner("lead", "council", "team manager")
    make_practitioner("officer", "police", "team manager")
    assert post("/api/events", write_report(bruised()), bearer("hospital", "events:write")).status_code == 201


def unknowns() -> dict[str, Any]:
    answer = read(f"/api/children/{child()}/unknowns", "council", "chronology:read")
    assert answer.status_code == 200, answer.content
    told: dict[str, Any] = answer.json()
    return told


def standing(told: dict[str, Any], asks: str, sector: str) -> list[tuple[str, str]]:
    return [
        (each["agency"], each["standing"])
        for each in told["questions"]
        if (each["asks"], each["sector"]) == (asks, sector)
    ]


def test_what_nobody_asked_can_be_asked_in_one_step_and_silence_stands_as_silence() -> None:
    before = unknowns()
    assert standing(before, CALLS, "police") == [("police", "not asked")]
    assert standing(before, "who lives in the home", "housing") == [("", "nobody to ask")]
    asked = does("lead", "request-information", child=child(), agency="police", asks=[CALLS])
    assert asked.status_code == 200, asked.content
    after = unknowns()
    assert standing(after, CALLS, "police") == [("police", "asked, and silent")]
    (request,) = after["requests"]
    assert (request["agency"], request["standing"]) == ("police", "asked, and silent")
    assert request["reached"] is not None
    assert request["due"] is not None


def test_nothing_held_is_an_answer() -> None:
    asked = does("lead", "request-information", child=child(), agency="police", asks=[CALLS])
    key = asked.json()["keys"]["request"]
    said = does("officer", "give-information", child=child(), request=key, nothing_held=True)
    assert said.status_code == 200, said.content
    told = unknowns()
    assert standing(told, CALLS, "police") == [("police", "answered: nothing is held")]
    (request,) = told["requests"]
    assert (request["due"], [each["nothing_held"] for each in request["replies"]]) == (None, [True])


def test_an_injury_leaves_points_open() -> None:
    told = unknowns()
    assert [each["what"] for each in told["injuries"][0]["points"]]
    assert told["means"]


def test_a_purpose_is_asked_first() -> None:
    path = f"/api/children/{child()}/unknowns"
    assert read(path, "council", "chronology:read", purpose={}).status_code == 428
