"""Tests of injuries over the API: the marks and prompts of what the caller may see, and a look for each."""

from __future__ import annotations

import sys

import psycopg
import pytest

from tests.doors.api.test_reading import _told, child, read

__all__ = ["_told"]


def test_an_injury_is_given_with_its_marks_age_and_prompts(admin: str) -> None:
    answer = read(f"/api/children/{child()}/injuries", "council", "chronology:read")
    told = answer.json()
    assert answer.status_code == 200, told
    (injury,) = told["injuries"]
    assert injury["marks"][0]["facts"]["sites"] == ["chest", "ear"]
    ten_4 = next(prompt for prompt in injury["prompts"] if prompt["rule"]["id"] == "TEN-4-FACESp")
    assert ten_4["reading"] == "raised"
    assert {entry for found in ten_4["found"] for entry in found["entries"]} == {injury["marks"][0]["entry"]}
    assert any("64% of those whom it finds" in words for words in ten_4["meaning"])
    assert ten_4["rule"]["unverified"]
    with psycopg.connect(admin) as connection:
        look = answer["Heeded-Look"]
        found = connection.execute("SELECT agency, answer FROM record.look WHERE id = %s", [look]).fetchall()
    assert found == [("council", "permit")]


def test_whoever_may_not_see_the_injury_is_given_none_and_told_who_holds_it() -> None:
    answer = read(f"/api/children/{child()}/injuries", "school", "chronology:read")
    assert answer.json()["injuries"] == []
    assert answer.json()["withheld"]["hospital"] > 0
    assert "chest" not in answer.content.decode()


def test_a_purpose_is_asked_first() -> None:
    path = f"/api/children/{child()}/injuries"
    assert read(path, "council", "chronology:read", purpose={}).status_code == 428


def test_a_record_too_long_to_be_read_at_once_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    path = f"/api/children/{child()}/injuries"
    assert read(path, "council", "chronology:read").json()["cut_short"] is False
    monkeypatch.setattr(sys.modules["heeded.casework.looking.open_record"], "WHOLE", 1)
    told = read(path, "council", "chronology:read").json()
    assert (told["injuries"], told["cut_short"]) == ([], True)
