"""Tests of what the access record says of an act that was not done: what was shown, and who must know."""

from __future__ import annotations

import psycopg
import pytest

from heeded.casework.acting import Desk, GateStands, NothingThere
from heeded.casework.acts import Decision, decide, gates_before
from tests.borough import NOW, bruised
from tests.casework.acts.people import LEAD, WORKER, by, child_of, told
from tests.casework.looking.telling import connect

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
