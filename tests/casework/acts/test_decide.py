"""Tests of deciding: every gate shown, passed or taken on; nothing that came in since overlooked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heeded.casework.acting import Desk, GateStands, NotAllowed, ShownTooLittle, Telling, Unfit
from heeded.casework.acts import Decision, Override, decide, gates_before, record
from heeded.casework.acts.unwitnessed import UNWITNESSED
from heeded.casework.ports.notices import Why
from tests.borough import NOW, bruised
from tests.casework.acts.people import LEAD, TEACHER, WORKER, by, child_of, chronology, notices, told

LATER = NOW + 3600
WHY = "the family left the country and its police know"


def closing(child: str) -> Decision:
    """Social care closes its work with the child."""
    return Decision(kind="case closed", child=child, facts={"reason": "services ceased for another reason"})


def taken_on(decision: Decision, desk: Desk, request: str, now: int = LATER) -> Decision:
    """The decision with each gate that stands taken on by a head of service."""
    shown = gates_before(decision, by(LEAD, request, now), desk)
    overrides = tuple(
        Override(gate=gate.name, reason=WHY, authorised_by=(gate.by_whom or ("head of service",))[-1])
        for gate in shown.gates
    )
    return replace(decision, shown=shown.mark, overrides=overrides)


def test_every_gate_in_the_way_is_shown_with_why_it_stands(desk: Desk) -> None:
    child = child_of(told(bruised()))
    shown = gates_before(closing(child), by(LEAD, "g1", LATER), desk)
    stands = {gate.rule: gate for gate in shown.gates}
    assert {"no-closing-over-a-medical-concern", "nobody-stops-alone", "no-deciding-without-the-history"} <= {
        *stands
    }
    medical = stands["no-closing-over-a-medical-concern"]
    assert "medical opinion" in medical.judged.because
    assert medical.by_whom == ("head of service",)


def test_a_gate_that_nobody_takes_on_stands(desk: Desk) -> None:
    child = child_of(told(bruised()))
    shown = gates_before(closing(child), by(LEAD, "g1", LATER), desk)
    with pytest.raises(GateStands, match="medical opinion") as stopped:
        decide(replace(closing(child), shown=shown.mark), by(LEAD, "d1", LATER), desk)
    assert not isinstance(stopped.value, ShownTooLittle)
    assert {gate.rule for gate in stopped.value.shown.gates} == {gate.rule for gate in shown.gates}
    assert not any(entry.kind == "case closed" for entry in chronology(child).entries)


def test_whoever_takes_a_gate_on_is_written_down_and_those_overruled_are_told(desk: Desk) -> None:
    child = child_of(told(bruised()))
    done = decide(taken_on(closing(child), desk, "g1"), by(LEAD, "d1", LATER), desk)
    written = chronology(child).entries
    departures = [entry for entry in written if entry.kind == "departure with reason"]
    assert {entry.facts["authorised by"] for entry in departures} >= {"head of service"}
    assert all(entry.facts["reason"] == WHY for entry in departures)
    (changed,) = done.changed or ()
    assert changed.broken == ()
    assert {judged.finding.rule for judged in changed.overridden} == {
        str(entry.facts["rule"]) for entry in departures
    }
    assert ("hospital", Why.OVERRIDDEN) in notices()
    again = decide(taken_on(closing(child), desk, "g1"), by(LEAD, "d1", LATER + 9), desk)
    assert (again.again, again.kept) == (True, done.kept)


def test_only_a_post_that_the_agreement_names_takes_a_gate_on_and_says_why(desk: Desk) -> None:
    child = child_of(told(bruised()))
    ready = taken_on(closing(child), desk, "g1")
    junior = tuple(replace(each, authorised_by="social worker") for each in ready.overrides)
    with pytest.raises(Unfit, match="no authority"):
        decide(replace(ready, overrides=junior), by(LEAD, "d1", LATER), desk)
    silent = tuple(replace(each, reason="because so") for each in ready.overrides)
    with pytest.raises(Unfit, match="does not say why"):
        decide(replace(ready, overrides=silent), by(LEAD, "d2", LATER), desk)


def test_a_concern_that_came_in_since_is_shown_before_anything_is_decided(desk: Desk) -> None:
    child = child_of(told(bruised()))
    ready = taken_on(closing(child), desk, "g1")
    concern = Telling(
        kind="concern raised",
        child=child,
        facts={"strength": "suspect", "grounds": "he flinches when he is touched"},
    )
    record(concern, by(TEACHER, "c1", LATER + 10), desk)
    with pytest.raises(ShownTooLittle, match="has not been shown") as stopped:
        decide(ready, by(LEAD, "d1", LATER + 20), desk)
    assert stopped.value.shown.mark != ready.shown
    told_now = " ".join(gate.judged.because for gate in stopped.value.shown.gates)
    assert "Hill Lane School" in told_now
    assert not any(entry.kind == "case closed" for entry in chronology(child).entries)


def test_what_protects_a_child_passes_no_gate(desk: Desk) -> None:
    child = child_of(told(bruised()))
    protecting = Decision(
        kind="emergency protection considered",
        child=child,
        facts={"decision": "police protection", "reason": "he would be hurt again", "decided by": "ms Hale"},
    )
    shown = gates_before(protecting, by(LEAD, "g1", LATER), desk)
    assert shown.gates == ()
    done = decide(replace(protecting, shown=shown.mark), by(LEAD, "d1", LATER), desk)
    assert [changed.broken for changed in done.changed or ()] == [()]


def test_a_decision_says_its_reason_its_owner_and_its_date(desk: Desk) -> None:
    child = child_of(told(bruised()))
    bare = Decision(
        kind="decision", child=child, facts={"outcome": "leaves home", "reason": "he is not safe"}
    )
    with pytest.raises(Unfit, match="owner, date"):
        decide(bare, by(LEAD, "d1", LATER), desk)


def test_whoever_may_not_decide_is_told_so_and_nothing_is_written(desk: Desk) -> None:
    child = child_of(told(bruised()))
    before = chronology(child).entries
    with pytest.raises(NotAllowed):
        gates_before(closing(child), by(WORKER, "g1", LATER), desk)
    with pytest.raises(NotAllowed):
        decide(closing(child), by(WORKER, "d1", LATER), desk)
    assert chronology(child).entries == before


def test_what_takes_protection_away_waits_for_witnesses_or_is_taken_on_by_name(desk: Desk) -> None:
    child = child_of(told(bruised()))
    decision = taken_on(closing(child), desk, "g1")
    lacking = replace(desk, lacking=lambda now: now - 1000)
    assert gates_before(closing(child), by(LEAD, "g2", LATER), desk).unwitnessed is None
    beforehand = gates_before(closing(child), by(LEAD, "g3", LATER), lacking).unwitnessed
    assert beforehand is not None
    assert beforehand.child == child
    assert "too few witnesses" in beforehand.because
    with pytest.raises(GateStands, match="too few witnesses") as stopped:
        decide(decision, by(LEAD, "d1", LATER), lacking)
    assert stopped.value.shown.unwitnessed == beforehand
    assert stopped.value.shown.gates == ()
    assert not any(entry.kind == "case closed" for entry in chronology(child).entries)
    own = Override(gate=UNWITNESSED, reason=WHY, authorised_by="head of service")
    decide(replace(decision, overrides=(*decision.overrides, own)), by(LEAD, "d1", LATER), lacking)
    written = chronology(child).entries
    assert any(entry.kind == "case closed" for entry in written)
    assert any(entry.facts.get("rule") == UNWITNESSED for entry in written)


def test_what_protects_a_child_waits_for_no_witness(desk: Desk) -> None:
    lacking = replace(desk, lacking=lambda now: now - 1000)
    child = child_of(told(bruised()))
    protecting = Decision(
        kind="emergency protection considered",
        child=child,
        facts={"decision": "police protection", "reason": "he would be hurt again", "decided by": "ms Hale"},
    )
    shown = gates_before(protecting, by(LEAD, "g1", LATER), lacking)
    assert shown.unwitnessed is None
    assert decide(replace(protecting, shown=shown.mark), by(LEAD, "d1", LATER), lacking).kept
