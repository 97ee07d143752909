"""Shield what tells where or who somebody is, at once; take a shield away, by two people."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.casework.keeping.desk import By, NotDone, NothingThere, Walled, permitted, ties_of
from heeded.core.access import Actor, Operation, RecordClass, Standing
from heeded.core.access.shield import Shield, Shielded

WALLED = frozenset({Standing.CONFLICTED, Standing.FAMILY})
"""How somebody stands who is told nothing of a child: not that there is one, nor who is of the family."""


def shield(desk: Walled, by: By, child: str, person: str, what: Shielded, named: Iterable[str] = ()) -> int:
    """Hold back where or who somebody of a child's family is, from now on; the shield's number.

    Whoever may record may shield: to wait for permission would leave the place open. `named` are the people
    who may see it still. NotDone where `person` is not of the family.
    """
    ties = ties_of(desk, by, child)
    permitted(desk, by, ties, Operation.RECORD, [RecordClass.SHIELDED_ADDRESS])
    if ties.bond.standing(by.actor.id, by.now) in WALLED:
        raise NothingThere
    if person not in ties.members:
        raise NotDone("This is nobody of the child's family", "Name somebody who stands on the child's page")
    reason = by.stated.reason
    if not reason.strip():
        raise NotDone("A shield needs its reason, so that its end can be judged", "Say why")
    placed = Shield(
        person=person, what=what, since=by.now, by=by.actor.id, reason=reason, named=frozenset(named)
    )
    return desk.walls.shield(placed)


def unshield(desk: Walled, by: By, second: Actor, child: str, number: int) -> None:
    """Take a shield away: two people decide it, each entitled to, for the reason stated."""
    found = desk.walls.shielding(number)
    if second.id == by.actor.id:
        raise NotDone("Two people take a shield away, and you are one", "Ask a second person")
    for one, other in ((by, second.id), (By(actor=second, now=by.now, stated=by.stated), by.actor.id)):
        ties = ties_of(desk, one, child)
        permitted(desk, one.with_second(other), ties, Operation.DECIDE, [RecordClass.PROTECTION_STATUS])
        if found is None or found.person not in ties.members:
            raise NotDone(f"No shield {number} holds anything of this family")
    desk.walls.unshield(number, by.now)
