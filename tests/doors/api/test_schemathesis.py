"""Every operation, as every role, by chance and by malice: no fault, and no answer that is not described."""

from __future__ import annotations

import json

import pytest

from heeded.adapters.exchange.heeded_json import write_report
from tests.borough import bruised
from tests.doors.api.callers import bearer, post
from tools.reference.api import openapi

ROLES = (
    *("nobody", "a withdrawn secret", "a system with every scope", "a system with no scope"),
    *("a team manager", "a named officer", "a board member"),
)


@pytest.fixture(autouse=True)
def _told(admin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hospital has told of a bruised toddler; nobody reads too much here."""
    assert admin
    monkeypatch.setattr("heeded.doors.api.caller.READS", 1_000_000)
    report = write_report(bruised())
    assert post("/api/events", report, bearer("hospital", "events:write")).status_code == 201


def child() -> str:
    sought = {"system": "NHS number", "value": "9434765919"}
    (held,) = post("/api/children/search", sought, bearer("council", "children:find")).json()["children"]
    return str(held["child"])


def test_no_role_gets_a_fault_or_what_is_not_described() -> None:
    from tests.doors.api import fuzz  # noqa: PLC0415 - after Django is set up

    document, roles = json.loads(openapi()), fuzz.roles()
    assert set(roles) == set(ROLES)
    for name, role in roles.items():
        seen = fuzz.by_chance(document, role, examples=2, child=child())
        assert len(seen.statuses) == sum(len(methods) for methods in document["paths"].values()), name


def test_no_hostile_value_in_any_place_is_a_fault() -> None:
    from tests.doors.api import fuzz  # noqa: PLC0415 - after Django is set up

    document, roles = json.loads(openapi()), fuzz.roles()
    seen = fuzz.by_malice(document, roles["a team manager"], child(), every=7)
    assert {422, 400} <= {status for _, status in seen.answers}
    assert seen.statuses["record"] & {404, 422}
