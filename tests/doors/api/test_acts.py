"""Tests of acts over the API: done once under a name, refused with what to do, never past an unseen gate."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest

from heeded.adapters.exchange.heeded_json import write_report
from heeded.casework.ports.witnessing import Standing
from tests.borough import bruised
from tests.doors.api.callers import Answer, bearer, make_practitioner, post

PURPOSE = {"Heeded-Purpose": "safeguarding", "Heeded-Basis": "CA2004-s11"}
REASON = {"Heeded-Reason": "the child was found with bruises twice"}
NAMES = count()
STAFF = {
    "nurse": ("hospital", "practitioner"),
    "lead": ("council", "team manager"),
    "south": ("southby", "team manager"),
    "officer": ("police", "team manager"),
    "head": ("school", "designated lead"),
}


@pytest.fixture(autouse=True)
def _told(admin: str) -> None:
    """The hospital has told of a bruised toddler; the borough's people work."""
    assert admin
    for name, (agency, role) in STAFF.items():
        make_practitioner(name, agency, role)
    report = write_report(bruised())
    assert post("/api/events", report, bearer("hospital", "events:write")).status_code == 201


def child() -> str:
    sought = {"system": "NHS number", "value": "9434765919"}
    return str(
        post("/api/children/search", sought, bearer("council", "children:find")).json()["children"][0][
            "child"
        ]
    )


def does(who: str, verb: str, named: str = "", **told: Any) -> Answer:  # noqa: ANN401 - JSON
    headers = {
        **bearer(STAFF[who][0], "acts:write", "practitioners:act-for"),
        **PURPOSE,
        **REASON,
        "Heeded-Practitioner": who,
        "Idempotency-Key": named or f"act-{next(NAMES)}",
    }
    return post(f"/api/acts/{verb}", told, headers)


def test_what_is_recorded_gets_its_receipt_and_under_one_name_is_done_once() -> None:
    injury: dict[str, Any] = {
        "child": child(),
        "kind": "injury observed",
        "facts": {"what": "burn", "sites": ["hand"]},
    }
    first, again = does("nurse", "record", "one", **injury), does("nurse", "record", "one", **injury)
    assert first.status_code == again.status_code == 200, first.content
    assert [len(each.json()["receipts"]) for each in (first, again)] == [1, 1]
    assert first.json()["receipts"] == again.json()["receipts"]
    assert (first.json()["again"], again.json()["again"]) == (False, True)
    other = does("nurse", "record", "one", **{**injury, "facts": {"what": "bruise", "sites": ["hand"]}})
    assert (other.status_code, other.json()["type"]) == (409, "urn:heeded:problem:otherwise-held")


def test_a_correction_is_for_the_source_alone() -> None:
    whose = child()
    told: dict[str, Any] = {
        "child": whose,
        "kind": "injury observed",
        "facts": {"what": "burn", "sites": ["hand"]},
    }
    entry = does("nurse", "record", **told).json()["entry"]
    other = does("lead", "correct", entry=entry, **told)
    assert other.status_code == 403
    assert does("nurse", "correct", entry=entry, **told).status_code == 200
    assert does("nurse", "withdraw", entry=entry, child=whose, reason="of another child").status_code == 200


def test_a_hand_over_is_answered_by_whom_it_was_offered_to() -> None:
    whose = child()
    offered = does("lead", "hand-over", child=whose, to="children's social care", area="Southby")
    key = offered.json()["keys"]["hand-over"]
    assert does("officer", "accept-hand-over", child=whose, hand_over=key).status_code == 403
    refused = does(
        "south", "refuse-hand-over", child=whose, hand_over=key, reason="They live in Norhaven still."
    )
    assert refused.status_code == 200, refused.content


def test_what_takes_protection_away_shows_the_records_own_gate_beforehand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("heeded.bootstrap.acting.lately", lambda: Standing(quorum=2, size=9, since=1))
    closing: dict[str, Any] = {
        "kind": "case closed",
        "child": child(),
        "facts": {"reason": "services ceased for another reason"},
    }
    own = [
        gate
        for gate in does("lead", "gates", **closing).json()["gates"]
        if gate["gate"] == "the-record-is-witnessed"
    ]
    assert [(gate["child"], gate["by_whom"]) for gate in own] == [(closing["child"], [])]
    assert own[0]["because"].startswith("What the record took in since 1970-01-01")


def test_a_decision_shows_its_gates_and_passes_them_only_in_somebodys_name() -> None:
    closing: dict[str, Any] = {
        "child": child(),
        "kind": "case closed",
        "facts": {"reason": "services ceased for another reason"},
    }
    shown = does("lead", "gates", **closing).json()
    assert {gate["gate"] for gate in shown["gates"]} >= {"no-closing-over-a-medical-concern"}
    stopped = does("lead", "decide", shown=shown["shown"], **closing)
    assert (stopped.status_code, len(stopped.json()["gates"])) == (409, len(shown["gates"]))
    overrides = [
        {
            "gate": gate["gate"],
            "reason": "the family left the country and its police know",
            "authorised_by": (gate["by_whom"] or ["head of service"])[-1],
        }
        for gate in shown["gates"]
    ]
    does(
        "nurse",
        "record",
        child=closing["child"],
        kind="injury observed",
        facts={"what": "burn", "sites": ["hand"]},
    )
    unseen = does("lead", "decide", shown=shown["shown"], overrides=overrides, **closing)
    assert (unseen.status_code, unseen.json()["shown"] != shown["shown"]) == (409, True)


def test_before_deciding_one_is_shown_which_earlier_episodes_the_decision_has_to_name() -> None:
    closing: dict[str, Any] = {"child": child(), "kind": "case closed"}
    assert (does("lead", "gates", **closing).json()["to_name"], child() != "") == ([], True)
    mark = {"what": "burn", "sites": ["hand"]}
    does("nurse", "record", child=child(), kind="injury observed", facts=mark)
    (told,) = does("lead", "gates", **closing).json()["to_name"]
    assert told["agencies"] == ["hospital"]
    assert "injury observed" in told["kinds"]
    facts = {"episodes": [told["title"]], "effect": "the second within days: she does not go home"}
    done = does("lead", "record", child=child(), kind="history considered", facts=facts)
    assert done.status_code == 200, done.content
    assert does("lead", "gates", **closing).json()["to_name"] == []


def test_a_disagreement_is_settled_by_neither_side_and_by_no_system() -> None:
    whose = child()
    opened = does("nurse", "disagree", child=whose, question="Did she fall?", sides=["police"])
    key = opened.json()["keys"]["disagreement"]
    assert (
        does("officer", "answer-disagreement", child=whose, disagreement=key, words="She did.").status_code
        == 200
    )
    assert does("nurse", "take-up-disagreement", child=whose, disagreement=key, level=2).status_code == 200
    told = {
        "child": whose,
        "disagreement": key,
        "reasons": "the photographs show the mark of a hand",
        "to_raised": "the mark that they saw is on the photographs",
        "to_denied": "no fall that they named leaves such a mark",
    }
    for side in ("nurse", "officer"):
        assert does(side, "resolve-disagreement", **told).status_code == 403
    system = {**bearer("council", "acts:write"), **PURPOSE, "Idempotency-Key": "x"}
    assert post("/api/acts/resolve-disagreement", told, system).status_code == 403


def test_information_is_asked_for_given_and_refused_for_one_reason() -> None:
    whose = child()
    asked = does(
        "lead", "request-information", child=whose, to=["hospital"], question="What of earlier injuries?"
    )
    assert asked.status_code == 200, asked.content
    key = asked.json()["keys"]["request"]
    assert does("head", "give-information", child=whose, request=key).status_code == 403
    assert does("nurse", "refuse-information", child=whose, request=key, reason="no").status_code == 422
    assert does("nurse", "give-information", child=whose, request=key).status_code == 200


def test_a_meeting_is_written_down_and_a_duty_departed_from() -> None:
    whose = child()
    held = does(
        "lead",
        "hold-meeting",
        child=whose,
        kind="strategy discussion",
        attended_by=["social care", "police", "health"],
        decision="section 47 enquiry",
        reason="the bruises are not explained",
        owner="team manager",
        date="2026-12-01",
    )
    assert held.status_code == 200, held.content
    assert (
        does("lead", "send-minutes", child=whose, meeting=held.json()["keys"]["meeting"]).status_code == 200
    )
    nothing = does(
        "lead", "depart", child=whose, rule="no-such-rule", reason="a b c d e f", authorised_by="x"
    )
    assert nothing.status_code == 422


def test_what_cannot_be_written_is_named_and_never_a_fault() -> None:
    whose = child()
    for told in (
        {"child": whose, "kind": "injry observed"},
        {"child": whose, "kind": "injury observed", "facts": {"what": "a\u0000"}},
        {"child": whose, "kind": "injury observed", "facts": {"nonsense": 1}},
        {"child": whose, "kind": "injury observed", "happened": "yesterday"},
        {"child": whose, "kind": "injury observed", "keys": {"injury": ""}},
        {"child": whose, "kind": "relationship recorded", "facts": {"person": "nobody"}},
        {"child": "nobody", "kind": "injury observed"},
        {"child": whose, "kind": "injury observed", "more": 1},
        {"child": whose, "kind": 7},
        {},
    ):
        answer = does("nurse", "record", **told)
        assert answer.status_code in {400, 422}, told
        assert answer["Content-Type"] == "application/problem+json"
    stranger = does("nurse", "record", child="00000000-0000-8000-8000-000000000000", kind="injury observed")
    assert stranger.status_code == 404
    unnamed = post("/api/acts/record", {"child": whose, "kind": "visit"}, bearer("hospital", "acts:write"))
    assert (unnamed.status_code, "Idempotency-Key" in unnamed.json()["detail"]) == (422, True)
