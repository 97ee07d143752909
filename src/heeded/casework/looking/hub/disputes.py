"""Open disagreements that the reader's agency is a side of, owes a step of, or hears of as the hub."""

from __future__ import annotations

from heeded.casework.looking.ask import Desk, Refused
from heeded.casework.looking.hub.cards import Asked, Page, look_at
from heeded.casework.ports import desks
from heeded.casework.ports.desks import Wanted
from heeded.casework.ports.lists import Place
from heeded.core.access import Actor, Stated


def disputes(
    desk: Desk, actor: Actor, now: int, stated: Stated | None, after: Place | None = None
) -> Page | Refused:
    """A page of them, whose next step is due first standing first. What either side said is not in it."""
    found = look_at(desk, actor, now, stated, [Asked(Wanted(desk=desks.Desk.DISAGREEMENT), after)])
    return found if isinstance(found, Refused) else found.pages[0]
