"""Tests of decisions with what they take to be so: gates that the record draws, and what opens them again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from heeded.casework.acting import Desk, GateStands, Telling, Unfit
from heeded.casework.acts import Assumed, Decision, Override, decide, gates_before, record
from heeded.casework.ports.notices import Why
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Described, Event
from heeded.core.chronology.when import end_of_day, local
from tests.borough import NOW, at, bruised
from tests.casework.acts.people import (
    LEAD,
    OFFICER,
    WORKER,
    by,
    child_of,
    chronology,
    notices,
    owed,
    pass_time,
    told,
)

LATER = NOW + 3600
WHY = "her aunt sleeps in the room until the hearing"


def with_adults() -> str:
    """A bruised child whose mother and whose mother's partner live with her; the child's id."""
    report = bruised()
    (ada,) = report.people
    people = tuple(Described(ref=name, name=name, adult=True) for name in ("Eve", "Finn"))
    joined = tuple(
        Event(
            ref=f"joined-{who}",
            kind="household joined",
            child=ada.ref,
            happened=at(NOW - 90_000),
            told=NOW - 80_000,
            facts={"person": who, "household": "home"},
        )
        for who in (ada.ref, "Eve", "Finn")
    )
    return child_of(told(replace(report, people=(ada, *people), events=(*joined, *report.events))))


def person(child: str, name: str) -> str:
    """Somebody of the child's family, by id."""
    return next(each.id for each in chronology(child).people.values() if each.name == name)


def staying(child: str, *assumed: Assumed) -> Decision:
    """The child stays at home; nothing in it says that it rests on anybody's absence."""
    facts: dict[str, Fact] = {
        "outcome": "stays at home",
        "reason": "she is safe",
        "owner": "ms-hale",
        "date": date(2030, 1, 1),
    }
    return Decision(kind="decision", child=child, facts=facts, assumptions=assumed)


def pooled(decision: Decision, desk: Desk, now: int = LATER) -> set[tuple[str, str]]:
    """The gates on everyone who had access that stand in its way: rule and whom it is about."""
    shown = gates_before(decision, by(LEAD, "look", now), desk)
    return {(gate.rule, gate.about) for gate in shown.gates if gate.judged.rule.ref == "POOL-01"}


def test_a_decision_that_rests_on_nothing_of_the_sort_meets_no_gate_of_the_pool(desk: Desk) -> None:
    child = with_adults()
    words = Assumed(words="her mother will bring her to the clinic")
    assert pooled(staying(child), desk) == set()
    assert pooled(staying(child, words), desk) == set()


def test_what_is_assumed_brings_everyone_who_had_access_before_the_decider(desk: Desk) -> None:
    child = with_adults()
    finn = person(child, "Finn")
    away = Assumed(words="Finn has moved out", condition="person stays away", person=finn)
    met = pooled(staying(child, away), desk)
    considered = {
        about for rule, about in met if rule == "each-adult-is-considered-before-relying-on-absence"
    }
    assert considered == {person(child, "Eve"), finn}
    assert ("everyone-is-listed-and-signed-for-before-relying-on-absence", "") in met
    with pytest.raises(GateStands, match="Eve had access"):
        decide(
            replace(
                staying(child, away),
                shown=gates_before(staying(child, away), by(LEAD, "g", LATER), desk).mark,
            ),
            by(LEAD, "d", LATER),
            desk,
        )


def test_nobody_needs_to_say_so_where_the_one_who_was_arrested_is_in_custody(desk: Desk) -> None:
    child = with_adults()
    arrest = Telling(kind="arrest", child=child, facts={"person": person(child, "Finn"), "for": "assault"})
    record(arrest, by(OFFICER, "a1", NOW + 900), desk)
    considered = {about for _, about in pooled(staying(child), desk)}
    assert considered == {"", person(child, "Eve"), person(child, "Finn")}


def test_taken_on_it_is_kept_with_what_it_rests_on_and_a_release_opens_it_again(desk: Desk) -> None:
    child = with_adults()
    finn = person(child, "Finn")
    remanded = Assumed(words="Finn is on remand", condition="person in custody", person=finn)
    decision = staying(child, remanded)
    shown = gates_before(decision, by(LEAD, "g", LATER), desk)
    overrides = tuple(
        Override(gate=gate.name, reason=WHY, authorised_by=(gate.by_whom or ("head of service",))[-1])
        for gate in shown.gates
    )
    done = decide(
        replace(decision, shown=shown.mark, overrides=overrides), by(LEAD, "d", LATER, "team manager"), desk
    )
    (changed,) = done.changed or ()
    assert changed.broken == ()
    assert {judged.rule.ref for judged in changed.overridden} >= {"POOL-01"}
    held = {entry.kind: entry for entry in chronology(child).entries}
    assert held["assumption recorded"].facts["person"] == finn
    assert held["assumption recorded"].keys["decision"] == held["decision"].keys["decision"]
    assert held["decision"].facts["assumptions"] == frozenset({"Finn is on remand"})
    assert not any(kind in held for kind in ("possible source", "decision resting on absence"))
    release = Telling(kind="release", child=child, facts={"person": finn})
    assert ("council", Why.CONTRADICTED) not in notices()
    record(release, by(OFFICER, "r1", LATER + 600), desk)
    assert ("council", Why.CONTRADICTED) in notices()
    assert ("police", Why.CONTRADICTED) not in notices()


def test_what_speaks_against_it_opens_it_again_for_whoever_knows_within_the_day(desk: Desk) -> None:
    child = with_adults()
    finn = person(child, "Finn")
    custody = Telling(
        kind="assumption recorded",
        child=child,
        facts={"words": "Finn is on remand", "condition": "person in custody", "person": finn},
    )
    stated = record(custody, by(LEAD, "s1", LATER), desk)
    bruise = Telling(kind="injury observed", child=child, facts={"what": "bruise", "new": True})
    seen = record(bruise, by(WORKER, "b1", LATER + 900), desk)
    owed = {line.finding.rule: line for each in seen.changed or () for line in each.owed}
    reopened = owed["evidence-against-an-assumption-reopens-the-decision"]
    assert set(reopened.cites) >= {stated.entry, seen.entry}
    assert "since" in reopened.because
    assert "new-injury-reopens-the-list" in owed
    assert ("council", Why.REOPENED) in notices()


def test_a_day_that_ends_without_the_medical_is_told_to_every_party_and_opens_the_decision_again(
    desk: Desk,
) -> None:
    child = with_adults()
    met = Telling(kind="strategy discussion", child=child, keys={"meeting": "M1"}, facts={"decision": "wait"})
    record(met, by(OFFICER, "m1", LATER), desk)
    day = local(LATER).date() + timedelta(days=2)
    examined = Assumed(words="she is examined by then", condition="medical takes place", last_day=day)
    decision = replace(staying(child, examined), keys={"meeting": "police:M1"})
    shown = gates_before(decision, by(LEAD, "g", LATER + 60), desk)
    overrides = tuple(
        Override(gate=gate.name, reason=WHY, authorised_by=(gate.by_whom or ("head of service",))[-1])
        for gate in shown.gates
    )
    decided = replace(decision, shown=shown.mark, overrides=overrides)
    decide(decided, by(LEAD, "d", LATER + 60, "team manager"), desk)
    assert ("council", "medical-counted-on-takes-place") in owed(child)
    pass_time(end_of_day(day))
    assert not {("council", Why.CONTRADICTED), ("police", Why.CONTRADICTED)} & set(notices())
    assert ("council", "medical-that-did-not-come-reopens-the-decision") not in owed(child)
    pass_time(end_of_day(day) + 1)
    assert {("council", Why.CONTRADICTED), ("police", Why.CONTRADICTED)} <= set(notices())
    assert ("school", Why.CONTRADICTED) not in notices()
    assert ("council", "medical-that-did-not-come-reopens-the-decision") in owed(child)
    pass_time(end_of_day(day) + 5 * 86_400)
    assert notices().count(("police", Why.CONTRADICTED)) == 1


def test_an_assumption_of_a_day_that_has_passed_is_sent_back(desk: Desk) -> None:
    yesterday = local(LATER).date() - timedelta(days=1)
    late = Assumed(words="she was examined", condition="medical takes place", last_day=yesterday)
    with pytest.raises(Unfit, match="had passed when it was decided"):
        gates_before(staying(with_adults(), late), by(LEAD, "g", LATER), desk)


@pytest.mark.parametrize("condition", ["person stays away", "person in custody", "medical takes place"])
def test_an_assumption_that_nothing_could_be_held_against_is_sent_back(condition: str) -> None:
    with pytest.raises(Unfit, match="does not say"):
        Assumed(words="it will be so", condition=condition)


def test_what_the_record_draws_is_recorded_by_nobody(desk: Desk) -> None:
    child = with_adults()
    drawn = Telling(kind="possible source", child=child, facts={"person": person(child, "Eve")})
    with pytest.raises(Unfit, match="the record draws it itself"):
        record(drawn, by(WORKER, "p1", LATER), desk)
