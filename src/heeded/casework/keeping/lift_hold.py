"""Lift a hold: two people agree that nothing needs it any more."""

from __future__ import annotations

from heeded.casework.keeping.desk import By, Desk, NotDone, permitted, ties_of
from heeded.casework.keeping.place_hold import HELD
from heeded.casework.ports.keeping import Placed
from heeded.core.access import Actor, Operation


def lift_hold(desk: Desk, by: By, second: Actor, number: int) -> Placed:
    """Lift a hold on one child, for the reason stated; the second person must be entitled too, and another.

    A hold on everybody is not lifted here: whoever placed it writes down when it ends.
    """
    placed = desk.holding.standing(number)
    if placed is None or not placed.hold.child:
        raise NotDone(f"No hold {number} on a child stands", "heeded retention due lists those that do")
    for one, other in ((by, second.id), (_as(by, second), by.actor.id)):
        ties = ties_of(desk, one, placed.hold.child)
        permitted(desk, one.with_second(other), ties, Operation.LIFT_HOLD, HELD)
    desk.holding.lift(number, by.actor.id, second.id, by.stated.reason, by.now)
    return placed


def _as(by: By, second: Actor) -> By:
    return By(actor=second, now=by.now, stated=by.stated)
