"""Nobody clears a child over a concern that came in at the same moment."""

from __future__ import annotations

import pytest

from heeded.adapters.record.store import statements
from heeded.casework.acting import Desk
from tests.casework.acts.race.pairs import race

PAIRS = 200


def test_of_raced_pairs_none_clears_a_child_over_a_new_concern(desk: Desk) -> None:
    raced = race(PAIRS, desk)
    assert (raced.pairs, raced.cleared_over, raced.lost) == (PAIRS, 0, 0)
    assert raced.stopped + raced.decided_first == PAIRS


def test_without_the_lock_rows_the_race_is_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same race with the lock taken away: the count above would show it."""
    locking = statements.statement

    def unlocked(file: str, name: str) -> str:
        held = locking(file, name)
        return held.replace("FOR UPDATE", "") if name == "lock_families_of" else held

    monkeypatch.setattr("heeded.adapters.record.store.transaction.statement", unlocked)
    assert race(20, desk).cleared_over > 0
