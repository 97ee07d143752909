"""Tests of reading over the API, on a real record: nothing without a purpose, nothing without its look."""

from __future__ import annotations

import psycopg
import pytest

from heeded.adapters.exchange.heeded_json import write_report
from tests.borough import bruised
from tests.doors.api.callers import Answer, bearer, caller, make_practitioner, post

PURPOSE = {"Heeded-Purpose": "safeguarding", "Heeded-Basis": "CA2004-s11"}
NOBODY = "00000000-0000-8000-8000-000000000000"
REPORT = write_report(bruised())


@pytest.fixture(autouse=True)
def _told(admin: str) -> None:
    """The hospital has told of a bruised toddler."""
    assert admin
    assert post("/api/events", REPORT, bearer("hospital", "events:write")).status_code == 201


def read(path: str, agency: str, *scopes: str, purpose: dict[str, str] | None = None) -> Answer:
    headers = {**bearer(agency, *scopes), **(PURPOSE if purpose is None else purpose)}
    return caller().get(path, headers=headers)


def search(agency: str, value: str = "943 476 5919", system: str = "NHS number") -> Answer:
    return post("/api/children/search", {"system": system, "value": value}, bearer(agency, "children:find"))


def child() -> str:
    (found,) = search("council").json()["children"]
    return str(found["child"])


def looks(admin: str, look: str) -> list[tuple[str, ...]]:
    with psycopg.connect(admin) as connection:
        found = connection.execute("SELECT agency, purpose, answer FROM record.look WHERE id = %s", [look])
        return found.fetchall()


def test_a_search_says_whom_to_ring_and_no_content(admin: str) -> None:
    answer = search("school")
    (held,) = answer.json()["children"]
    assert {each["agency"] for each in held["contacts"]} >= {"hospital"}
    assert set(held) == {"child", "contacts", "why"}
    assert looks(admin, answer["Heeded-Look"])


def test_a_search_for_nobody_finds_nobody_and_a_wrong_number_is_pointed_out() -> None:
    assert search("school", "987 654 3210").json() == {"children": []}
    assert "check digit" in search("school", "943 476 5918").json()["detail"]
    assert search("school", "9434765919", "passport").status_code == 422


def test_a_chronology_is_shown_with_the_look_in_the_access_record(admin: str) -> None:
    answer = read(f"/api/children/{child()}/chronology", "council", "chronology:read")
    told = answer.json()
    assert answer.status_code == 200, told
    assert [entry["kind"] for entry in told["entries"]][:2] == ["hospital attendance", "injury observed"]
    assert told["entries"][1]["facts"]["sites"] == ["chest", "ear"]
    assert looks(admin, answer["Heeded-Look"]) == [("council", "safeguarding", "permit")]


def test_pages_follow_one_another_without_gap_or_overlap() -> None:
    path = f"/api/children/{child()}/chronology"
    whole = read(path, "council", "chronology:read").json()["entries"]
    pages: list[dict[str, str]] = []
    after: int | None = -1
    while after is not None:
        page = read(f"{path}?after={after}&limit=1", "council", "chronology:read").json()
        pages += page["entries"]
        after = page["next_after"]
    assert [each["id"] for each in pages] == [each["id"] for each in whole]


def test_a_look_without_a_purpose_is_told_which_there_are() -> None:
    path = f"/api/children/{child()}/chronology"
    answer = read(path, "council", "chronology:read", purpose={})
    assert (answer.status_code, "safeguarding" in answer.json()["detail"]) == (428, True)
    wrong = read(path, "council", "chronology:read", purpose={**PURPOSE, "Heeded-Basis": "the stars"})
    assert wrong.status_code == 422


def test_the_same_is_said_of_a_child_who_is_hidden_and_of_one_who_does_not_exist(admin: str) -> None:
    make_practitioner("kim", "council", "practitioner")
    known = child()
    with psycopg.connect(admin) as connection:
        connection.execute(
            "INSERT INTO record.connection (practitioner, person, how, since, by) "
            "VALUES ('kim', %s, 'aunt', 0, 'test')",
            [known],
        )
    headers = {
        **bearer("council", "chronology:read", "practitioners:act-for"),
        "Heeded-Practitioner": "kim",
        **PURPOSE,
    }
    for path in ("chronology", "findings", "findings/11111111-1111-8111-8111-111111111111"):
        hidden = caller().get(f"/api/children/{known}/{path}", headers=headers)
        nobody = caller().get(f"/api/children/{NOBODY}/{path}", headers=headers)
        assert hidden.status_code == nobody.status_code == 404
        assert hidden.content.replace(known.encode(), b"") == nobody.content.replace(NOBODY.encode(), b"")
        assert set(hidden.headers) == set(nobody.headers)


def test_who_acts_through_a_system_is_named_so_in_the_access_record(admin: str) -> None:
    make_practitioner("lee", "council", "practitioner")
    headers = {
        **bearer("council", "chronology:read", "practitioners:act-for"),
        "Heeded-Practitioner": "lee",
        **PURPOSE,
    }
    answer = caller().get(f"/api/children/{child()}/chronology", headers=headers)
    with psycopg.connect(admin) as connection:
        found = connection.execute(
            "SELECT actor, name FROM record.look WHERE id = %s", [answer["Heeded-Look"]]
        ).fetchall()
    assert found[0][0] == "lee"
    assert found[0][1].startswith("Lee, through council-test-system-")


def test_somebody_without_a_part_in_it_is_told_whom_to_ring() -> None:
    make_practitioner("pat", "school", "practitioner")
    headers = {**bearer("school", "chronology:read", "practitioners:act-for"), **PURPOSE}
    answer = caller().get(
        f"/api/children/{child()}/chronology", headers={**headers, "Heeded-Practitioner": "pat"}
    )
    assert answer.status_code == 403
    assert {each["agency"] for each in answer.json()["contacts"]} >= {"hospital"}
    assert "bruise" not in answer.content.decode()


def test_what_is_owed_is_listed_and_explained_with_its_clause() -> None:
    whose = child()
    listed = read(f"/api/children/{whose}/findings", "council", "chronology:read").json()["findings"]
    strategy = next(each for each in listed if each["rule"] == "strategy-discussion-is-held")
    assert "strong concern" in strategy["because"]
    explained = read(f"/api/children/{whose}/findings/{strategy['id']}", "council", "chronology:read").json()
    assert explained["finding"]["cites"]
    assert explained["clause"]["rule"] == "strategy-discussion-is-held"
    assert explained["clause"]["agreed"]


def test_the_worklist_stands_in_order_and_a_line_can_be_acknowledged() -> None:
    lines: list[dict[str, str]] = []
    after: str | None = ""
    while after is not None:
        page = read(f"/api/worklist?limit=2&after={after}", "council", "worklist:read").json()
        lines += page["lines"]
        after = page["next_after"]
    dues = [line["by"] or "9" for line in lines]
    assert lines
    assert dues == sorted(dues)
    path = f"/api/worklist/{lines[0]['id']}/acknowledgement"
    noted = post(path, b"", {**bearer("council", "worklist:write"), **PURPOSE})
    assert noted.status_code == 200, noted.content
    again = read("/api/worklist", "council", "worklist:read").json()["lines"][0]
    assert again["acknowledged"] == [noted.json()]
    other = post(path, b"", {**bearer("hospital", "worklist:write"), **PURPOSE})
    assert other.status_code == 404


def test_parameters_that_are_none_are_refused() -> None:
    path = f"/api/children/{child()}/chronology"
    for query in (
        "nonsense=1",
        "limit=0",
        "limit=x",
        "after=99999999999999999999",
        "limit=1&limit=2",
        "%00=1",
    ):
        assert read(f"{path}?{query}", "council", "chronology:read").status_code == 422, query
    for after in ("x", "9" * 30, "9999999999999999999." + NOBODY, "%00"):
        assert read(f"/api/worklist?after={after}", "council", "worklist:read").status_code == 422, after
    assert read("/api/children/not-an-id/chronology", "council", "chronology:read").status_code == 404
