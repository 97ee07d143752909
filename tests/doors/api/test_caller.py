"""Tests of who may call: credentials, scopes, practitioners by session, and how much may be read."""

from __future__ import annotations

import time
from base64 import b64encode

import pytest
from django.test import Client

from heeded.adapters.exchange.heeded_json import write_report
from tests.borough import bruised
from tests.doors.api.callers import Answer, bearer, caller, make_practitioner, post
from tests.doors.web.visiting import give_second_factor

pytestmark = pytest.mark.usefixtures("admin")
REPORT = write_report(bruised())
RECEIPT = "/api/receipts/00000000-0000-8000-8000-000000000000"


def tried(authorization: str) -> int:
    return caller().get(RECEIPT, headers={"Authorization": authorization}).status_code


def test_only_the_right_secret_of_a_credential_in_force_lets_in() -> None:
    from heeded.adapters.record.door.credentials import withdraw_credential  # noqa: PLC0415 - Django is set up

    right = bearer("hospital", "receipts:read")["Authorization"]
    identity, _, secret = right.removeprefix("Bearer ").partition(".")
    basic = b64encode(f"{identity}:{secret}".encode()).decode()
    assert tried(right) == tried(f"Basic {basic}") == tried(f"bearer  {identity}.{secret}") == 404
    wrong = [
        *("", "Bearer", "Bearer x", "Bearer .", f"Bearer {identity}.", f"Bearer {identity}.{secret}x"),
        *(
            f"Bearer {identity}x.{secret}",
            f"Token {identity}.{secret}",
            "Basic ???",
            "Basic é",
            f"Bearer {identity}.é",
        ),
        *("Bearer a\x00b.c", f"Bearer {'x' * 9000}.y"),
    ]
    assert {tried(each) for each in wrong} == {401}
    past = bearer("hospital", "receipts:read", expires=int(time.time()) - 1)["Authorization"]
    assert tried(past) == 401
    withdraw_credential(identity)
    assert tried(right) == 401


def test_every_refusal_to_come_in_is_the_same() -> None:
    right = bearer("hospital", "receipts:read")["Authorization"]
    wrong_secret = caller().get(RECEIPT, headers={"Authorization": right + "x"})
    nobody = caller().get(RECEIPT, headers={"Authorization": "Bearer nobody.x"})
    assert wrong_secret.content == nobody.content
    assert wrong_secret["WWW-Authenticate"].startswith("Bearer")


def test_a_credential_does_what_it_was_made_for_and_nothing_else() -> None:
    answer = post("/api/events", REPORT, bearer("hospital", "receipts:read"))
    assert (answer.status_code, "events:write" in answer.json()["detail"]) == (403, True)


def test_no_secret_is_kept() -> None:
    from heeded.adapters.record.models import Credential  # noqa: PLC0415 - after Django is set up

    identity, _, secret = bearer("hospital")["Authorization"].removeprefix("Bearer ").partition(".")
    kept = Credential.objects.filter(id=identity).values().get()
    assert secret not in repr(kept)


def test_a_system_acts_for_a_practitioner_of_its_own_agency_and_no_other() -> None:
    make_practitioner("dr-okoro", "council", "practitioner")
    make_practitioner("pat", "school", "practitioner")
    may = bearer("council", "events:write", "practitioners:act-for")
    for name, status in [
        ("dr-okoro", 201),
        ("pat", 403),
        ("nobody", 403),
        ("", 403),
        ("a\x00", 403),
        ("x" * 99, 403),
    ]:
        answer = post("/api/events", REPORT, {**may, "Heeded-Practitioner": name})
        assert answer.status_code == status, name
    without = post(
        "/api/events", REPORT, {**bearer("council", "events:write"), "Heeded-Practitioner": "dr-okoro"}
    )
    assert without.status_code == 403


def test_a_practitioner_who_signed_in_records_with_the_token_against_forged_requests_and_not_without() -> (
    None
):
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - after Django is set up

    make_practitioner("dr-okoro", "hospital", "practitioner")
    browser = caller(csrf=True)
    okoro = Practitioner.objects.get(id="dr-okoro")
    browser.force_login(okoro, "django.contrib.auth.backends.ModelBackend")
    token = "a" * 32
    browser.cookies["csrftoken"] = token
    assert _posted(browser, token).status_code == 401, "without a second factor"
    give_second_factor("dr-okoro")
    assert _posted(browser).status_code == 403
    answer = _posted(browser, token)
    assert answer.status_code == 201
    assert answer.json()["duties"] is None
    Practitioner.objects.filter(id="dr-okoro").update(is_active=False)
    assert _posted(browser, token).status_code == 401


def _posted(browser: Client, token: str = "") -> Answer:
    headers = {"X-CSRFToken": token} if token else {}
    return browser.post("/api/events", REPORT, content_type="application/json", headers=headers)


def test_reads_are_limited_for_each_account_and_events_never(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heeded.doors.api.caller.READS", 5)
    system, other = bearer("hospital", "receipts:read", "events:write"), bearer("hospital", "receipts:read")
    answers = [caller().get(RECEIPT, headers=system) for _ in range(7)]
    assert [each.status_code for each in answers] == [404] * 5 + [429] * 2
    assert 1 <= int(answers[-1]["Retry-After"]) <= 12
    assert answers[-1]["Content-Type"] == "application/problem+json"
    assert caller().get(RECEIPT, headers=other).status_code == 404
    assert {post("/api/events", REPORT, system).status_code for _ in range(8)} == {200, 201}


def test_every_answer_carries_the_same_headers_and_says_nothing_of_the_inside() -> None:
    paths = [
        "/api/health",
        "/api/kinds",
        "/api/log/checkpoint",
        "/api/openapi.json",
        "/api/nowhere",
        "/api/events",
        "/api/",
    ]
    for path in paths:
        answer = caller().get(path)
        assert answer["Cache-Control"] == "no-store"
        assert answer["X-Content-Type-Options"] == "nosniff"
        if answer.status_code >= 400:
            assert answer["Content-Type"] == "application/problem+json"
            assert answer.json()["instance"] == path
    assert caller().get("/api/events")["Allow"] == "POST"
    for path in ("/api/nowhere", "/api/worklist/none/acknowledgement"):
        assert caller(csrf=True).post(path).status_code == 404
    stranger = caller().get("/api/health", headers={"Host": "elsewhere.example"})
    assert (stranger.status_code, stranger["Content-Type"]) == (400, "application/problem+json")


def test_a_fault_of_ours_tells_nothing_of_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("the secret of the house")

    monkeypatch.setattr("heeded.doors.api.about.Health", broken)
    answer = caller().get("/api/health")
    assert answer.status_code == 500
    assert "secret" not in answer.content.decode()
