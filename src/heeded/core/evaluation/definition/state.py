"""Whether a state was open: between an event that begins it and one that ends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from heeded.core.chronology.view import Known
from heeded.core.evaluation.definition.judging import Judging
from heeded.core.evaluation.definition.match import matches
from heeded.core.evaluation.definition.order import may_precede, surely_precedes
from heeded.core.procedures.pattern import Scope


class State(Enum):
    """What can be said of a state just before an event."""

    OPEN = "open"
    CLOSED = "closed"
    UNSURE = "the times are too coarse to say"


@dataclass(frozen=True, slots=True)
class Opening:
    """One time for which a state was open; `end` is None while it lasts."""

    begin: Known
    end: Known | None


def openings(scope: Scope, per: str, key: tuple[str, str], judging: Judging) -> list[Opening]:
    """Every opening of a scope under one key, in the order of the record.

    A beginning while it is open, and an ending while it is closed, change nothing. An event
    that could do both begins it where it is closed and ends it where it is open. Of events
    whose order nothing tells, one that changes the state comes first.
    """
    begun: dict[str | None, Known] = {}
    found: list[Opening] = []
    changes = [change for change in _changes(scope, per, judging) if change.key == key]
    for _, at_once in groupby(changes, key=lambda change: change.moment):
        waiting = list(at_once)
        while (change := next((c for c in waiting if c.changes(begun)), None)) is not None:
            waiting.remove(change)
            if change.tie in begun:
                found.append(Opening(begun.pop(change.tie), change.event))
            else:
                begun[change.tie] = change.event
    found.extend(Opening(event, None) for event in begun.values())
    return sorted(found, key=lambda opening: opening.begin.order)


@dataclass(frozen=True, slots=True)
class _Change:
    """An event that may begin or end a state, for what it is about."""

    event: Known
    key: tuple[str, str] | None
    tie: str | None
    begins: bool
    ends: bool

    @property
    def moment(self) -> tuple[int, ...]:
        """What events share whose order nothing tells."""
        happened = self.event.entry.happened
        return self.event.order[:5] if happened.exact else (happened.earliest, happened.latest)

    def changes(self, begun: dict[str | None, Known]) -> bool:
        """Whether it changes anything where these openings stand."""
        return self.ends if self.tie in begun else self.begins


def _changes(scope: Scope, per: str, judging: Judging) -> Iterator[_Change]:
    for event in judging.of_kinds(scope.begins, scope.ends):
        begins = matches(scope.begins, event, judging)
        ends = matches(scope.ends, event, judging)
        tie = event.entry.keys.get(scope.matching) if scope.matching else None
        if (begins or ends) and (tie or not scope.matching):
            yield _Change(event, judging.key(per, event), tie, begins, ends)


def state_before(event: Known, among: list[Opening]) -> State:
    """Whether any of these openings was open just before the event.

    The event itself neither begins nor ends the state that it is judged in.
    """
    others = [opening for opening in among if opening.begin is not event]
    if any(_surely_open(opening, event) for opening in others):
        return State.OPEN
    return State.UNSURE if any(_may_be_open(o, event) for o in others) else State.CLOSED


def _surely_open(opening: Opening, event: Known) -> bool:
    end = opening.end
    ended = end is not None and end is not event and may_precede(end, event)
    return surely_precedes(opening.begin, event) and not ended


def _may_be_open(opening: Opening, event: Known) -> bool:
    end = opening.end
    over = end is not None and end is not event and surely_precedes(end, event)
    return may_precede(opening.begin, event) and not over


def standing(event: Known, among: list[Opening]) -> list[Opening]:
    """The openings that the event falls in: those that surely do, else those that may."""
    sure = [opening for opening in among if state_before(event, [opening]) is State.OPEN]
    return sure or [o for o in among if state_before(event, [o]) is State.UNSURE]
