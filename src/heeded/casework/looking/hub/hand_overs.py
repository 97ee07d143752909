"""Hand-overs that nobody has accepted: those offered to the reader's agency, and those it offered."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.casework.looking.ask import Desk, Refused
from heeded.casework.looking.hub.cards import Asked, Page, look_at
from heeded.casework.ports import desks
from heeded.casework.ports.desks import Wanted
from heeded.casework.ports.lists import Place
from heeded.core.access import Actor, Stated


@dataclass(frozen=True, slots=True)
class HandOvers:
    """What waits for the agency's answer, and what is still its own because nobody has accepted it."""

    look: str
    offered_to_us: Page
    offered_by_us: Page


def hand_overs(
    desk: Desk,
    actor: Actor,
    now: int,
    stated: Stated | None,
    to_us_after: Place | None = None,
    by_us_after: Place | None = None,
) -> HandOvers | Refused:
    """A page of each, what is to be answered first standing first."""
    asked = [
        Asked(Wanted(desk=desks.Desk.OFFERED_TO_US), to_us_after),
        Asked(Wanted(desk=desks.Desk.OFFERED_BY_US), by_us_after),
    ]
    found = look_at(desk, actor, now, stated, asked)
    return found if isinstance(found, Refused) else HandOvers(found.look, *found.pages)
