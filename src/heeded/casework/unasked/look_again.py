"""Look again at a family when a deadline has passed and nobody has reported anything."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.casework.heed import Changed, heed
from heeded.casework.ports import Record
from heeded.casework.ports.waiting import Waiting
from heeded.core.procedures.handbook import Handbook

AT_ONCE = 500
"""How many wakes are read at a time."""


def look_again(wake: int, now: int, record: Record, handbook: Handbook) -> tuple[Changed, ...]:
    """Judge the family of a wake as it stands now (seconds UTC), and have done with the wake.

    What turned overdue is told, what follows from that is owed, and the next deadline gets its own wake.
    Nothing is done where the wake was dealt with before.
    """
    with record.waking(wake, now) as work:
        if work is None:
            return ()
        return tuple(heed(work, held, handbook) for held in work.families)


def look_again_until(
    moment: int, record: Record, waiting: Waiting, handbook: Handbook, *, now: int | None = None
) -> Iterator[tuple[Changed, ...]]:
    """Deal with every wake whose moment has come by `moment`, in order, and with those that this makes.

    Each is judged as at its own moment or, where `now` is given, as at that (both seconds UTC): the one
    tells a past day by day, the other catches up after the record stood still.
    """
    while due := waiting.wakes(moment, AT_ONCE if now is not None else 1):
        for wake in due:
            yield look_again(wake.id, wake.at if now is None else now, record, handbook)
