"""Tests of a strategy discussion closed: past its gates, once, with its dissent; and two who call it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from heeded.casework.acting import Desk, Done, GateStands, NotNow, NotYours, Refused, Unfit
from heeded.casework.acts import Assumed, Disagreement, Override, disagree
from heeded.casework.meeting import (
    call_discussion,
    close_discussion,
    stands_before,
)
from tests.borough import NOW, bruised
from tests.casework.acts.people import DOCTOR, LEAD, by, child_of, owed, told
from tests.casework.meeting.discussed import WHY, call, called, closing, the_one


def test_two_who_call_at_the_same_moment_call_one(desk: Desk) -> None:
    child = child_of(told(bruised()))
    ready = Barrier(2)

    def one(request: str) -> Done | Refused:
        from django.db import connection  # noqa: PLC0415 - after Django is set up

        ready.wait()
        try:
            return call_discussion(call(child), by(LEAD, request), desk)
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as two:
        ends = [*two.map(one, ("c1", "c2"))]
    assert sorted(isinstance(end, Done) for end in ends) == [False, True]
    assert len(the_one(child).called) == 1


def test_it_is_closed_once_and_the_duty_to_hold_it_is_met(desk: Desk) -> None:
    child = child_of(told(bruised()))
    key = called(child, desk)
    whole = closing(child, key)
    before = stands_before(whole, by(LEAD, "e1", NOW + 120), desk)
    assert (before.lacks, before.gates) == ((), None)
    close_discussion(whole, by(LEAD, "e1", NOW + 120), desk)
    (again,) = close_discussion(whole, by(LEAD, "e2", NOW + 130), desk)
    assert again.again
    with pytest.raises(NotNow, match="said something else"):
        close_discussion(replace(whole, owner="somebody else"), by(LEAD, "e3", NOW + 140), desk)
    held = the_one(child)
    assert not held.open
    assert len(held.held) == 1
    assert ("council", "strategy-discussion-is-held") not in owed(child, NOW + 600)


def test_only_whoever_called_it_closes_it(desk: Desk) -> None:
    child = child_of(told(bruised()))
    with pytest.raises(NotYours, match="whoever called it closes it"):
        close_discussion(closing(child, called(child, desk)), by(DOCTOR, "e1", NOW + 120), desk)


def test_it_is_not_closed_as_held_with_nobody_there_or_on_assumptions_of_no_decision(desk: Desk) -> None:
    child = child_of(told(bruised()))
    key = called(child, desk)
    with pytest.raises(Unfit, match="attended by"):
        close_discussion(replace(closing(child, key), attended=frozenset()), by(LEAD, "e1", NOW + 120), desk)
    loose = replace(closing(child, key), assumptions=(Assumed(words="he stays away"),))
    with pytest.raises(Unfit, match="does not say for which decision"):
        close_discussion(loose, by(LEAD, "e1", NOW + 120), desk)


def test_one_without_a_decision_is_closed_and_is_a_finding(desk: Desk) -> None:
    child = child_of(told(bruised()))
    key = called(child, desk)
    empty = replace(closing(child, key), decision="", reason="", owner="", date=None, outcome="undecided")
    lacks = stands_before(empty, by(LEAD, "e1", NOW + 120), desk).lacks
    assert [each.rule.name for each in lacks] == ["meeting-decides"]
    (done,) = close_discussion(empty, by(LEAD, "e1", NOW + 120), desk)
    assert [each.finding.rule for changed in done.changed or () for each in changed.broken] == [
        "meeting-decides"
    ]


def test_gates_before_the_decision_are_shown_and_nothing_is_written_until_they_are_taken_on(
    desk: Desk,
) -> None:
    child = child_of(told(bruised()))
    key = called(child, desk)
    home = replace(
        closing(child, key),
        lives="returns home",
        assumptions=(Assumed(words="the mother's friend stays away"),),
    )
    acting = by(LEAD, "e1", NOW + 120)
    gates = stands_before(home, acting, desk).gates
    assert gates is not None
    assert gates.gates
    with pytest.raises(GateStands):
        close_discussion(replace(home, shown=gates.mark), acting, desk)
    assert the_one(child).open
    taken = tuple(
        Override(gate=each.name, reason=WHY, authorised_by=(each.by_whom or ("service manager",))[-1])
        for each in gates.gates
    )
    close_discussion(replace(home, shown=gates.mark, overrides=taken), acting, desk)
    held = the_one(child)
    assert [each.entry.facts["outcome"] for each in held.decided] == ["returns home"]
    assert [each.assumption.words for each in held.resting] == ["the mother's friend stays away"]


def test_whoever_disagrees_with_what_was_decided_stands_beside_it(desk: Desk) -> None:
    child = child_of(told(bruised()))
    key = called(child, desk)
    done = close_discussion(closing(child, key), by(LEAD, "e1", NOW + 120), desk)[-1]
    over = Disagreement(
        child=child, entry=done.entry, question="is she safe", grounds="he has keys to her home"
    )
    disagree(over, by(DOCTOR, "x1", NOW + 180), desk)
    (dissent,) = the_one(child).dissent
    assert [each.source.agency for each in dissent.raised] == ["hospital"]
