"""Tests that a wrong link, worked with and undone, leaves what never linking would have (C6)."""

from __future__ import annotations

from heeded.casework.identity import Desk
from tests.casework.identity.histories import lived
from tests.faults.messages.digest import different

HISTORIES = 100


def test_what_was_linked_by_mistake_and_undone_is_as_if_it_had_never_been(desk: Desk, database: str) -> None:
    """A hundred histories by chance; `tests.casework.identity.campaign` lives five thousand."""
    found = [(seed, lived(seed, desk, database)) for seed in range(HISTORIES)]
    confused = [(seed, each) for seed, each in found if each]
    assert len(confused) > HISTORIES / 2
    wrong = [f"{seed} {line}" for seed, each in confused for line in different(each.undone, each.never)]
    assert wrong == []
