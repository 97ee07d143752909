"""Whether anything came in to a record that its reader has open, so that a page need not read it anew."""

from __future__ import annotations

from heeded.casework.looking import Ask, Desk
from heeded.casework.looking.deciding.decided import decide
from heeded.casework.ports.reading import Circle


def news(desk: Desk, ask: Ask, since: int) -> bool:
    """Whether entries about the child or their circle came in at or after a place in the log.

    Nothing of any entry is told, so that this is no look of its own: it goes with the one that opened the
    page. What came in is shown by another look, which is recorded. False where the reader may see nothing.
    """
    with desk.record.reading(ask.actor, ask.now) as reading:
        ties = reading.ties(ask.child)
        decided = decide(desk.policy, ask, ties)
        if decided.hidden or not decided.shown or ties.size <= since:
            return False
        circle = reading.circle(ties) if decided.at_work else Circle((ties.child,))
        return bool(reading.entries(circle.near, since - 1, ties.size, 1))
