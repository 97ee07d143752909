"""Tests of what the access record says of an act that was not done: what was shown, and who must know."""

from __future__ import annotations

from dataclasses import replace

import psycopg
import pytest

from heeded.bootstrap import live
from heeded.casework.acting import Desk, GateStands, NothingThere, Under
from heeded.casework.acts import Decision, decide, gates_before
from heeded.casework.acts.shown import as_told
from heeded.casework.judging.judge import AsKnown, judge
from tests.borough import NOW, bruised
from tests.casework.acts.people import LEAD, WORKER, by, child_of, told
from tests.casework.looking.telling import connect
from tests.casework.looking.test_two_households import person, two_households

LATER = NOW + 3600
CLOSED = {"reason": "services ceased for another reason"}


def looks(database: str) -> list[tuple[str, str, str]]:
    """Who was answered what in the course of an act, and by which row of the policy."""
    with psycopg.connect(database) as admin:
        return admin.execute("SELECT actor, answer, rule FROM record.look ORDER BY at, id").fetchall()


def test_gates_that_stopped_a_decision_were_shown_and_the_row_says_so(desk: Desk, database: str) -> None:
    child = child_of(told(bruised()))
    closing = Decision(kind="case closed", child=child, facts=CLOSED)
    with pytest.raises(GateStands):
        decide(closing, by(LEAD, "d1", LATER), desk)
    ((actor, answer, rule),) = looks(database)
    assert (actor, answer) == (LEAD.id, "permit")
    assert rule not in {"", "nobody"}


@pytest.mark.parametrize("thinking", [True, False])
def test_whoever_acts_on_a_child_of_their_own_household_is_hidden_from_and_someone_is_told(
    desk: Desk, database: str, *, thinking: bool
) -> None:
    child = child_of(told(bruised()))
    connect(database, WORKER.id, child)
    closing = Decision(kind="case closed", child=child, facts=CLOSED)
    with pytest.raises(NothingThere):
        (gates_before if thinking else decide)(closing, by(WORKER, "d1", LATER), desk)
    desk.recorder.close()  # type: ignore[attr-defined]
    ((actor, answer, _),) = looks(database)
    assert (actor, answer) == (WORKER.id, "hide")
    with psycopg.connect(database) as admin:
        outside = admin.execute(
            "SELECT agency FROM record.notice WHERE why LIKE '%%connected%%' OR why LIKE '%%household%%'"
        ).fetchall()
    assert outside
    assert all(agency != WORKER.agency for (agency,) in outside)


def test_a_gate_that_rests_on_another_households_entry_says_whom_to_ask_and_no_more(
    desk: Desk, database: str
) -> None:
    two_households()
    ada, bea = person(database, "Ada Invented"), person(database, "Bea Otherwise")
    closing = by(LEAD, "d1", LATER)
    with live.open_record().writing([ada], closing.author, LATER) as work:
        (held,) = work.families
        under = Under(work, held, ada, closing, desk.handbook)
        concerns = {each.child: each for each in held.chronology.entries if each.kind == "concern raised"}
        (arrest,) = [each.id for each in held.chronology.entries if each.kind == "arrest"]
        judged = next(
            each
            for each in judge(held.chronology, desk.handbook, AsKnown(LATER))
            if concerns[ada].id in each.entries and concerns[bea].id not in each.entries
        )
        assert as_told(judged, under) == judged
        with_the_fathers = replace(judged, entries=(*judged.entries, arrest))
        assert as_told(with_the_fathers, under) == with_the_fathers
        with_hers = replace(judged, ground="of what Bea said", entries=(concerns[bea].id, concerns[ada].id))
        told_of = as_told(with_hers, under)
    assert "of an entry of another household (ask Northgate Hospital)" in told_of.because
    assert "Bea" not in told_of.because
    assert told_of.entries == (concerns[ada].id,)
