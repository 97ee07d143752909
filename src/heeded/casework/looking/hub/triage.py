"""The board of what came in: contact, screening, strategy, decided; nobody moves a card by hand."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.casework.looking.ask import Desk, Refused
from heeded.casework.looking.hub.cards import AT_MOST, Asked, Page, as_they_were, look_at
from heeded.casework.ports import desks
from heeded.casework.ports.desks import Wanted
from heeded.casework.ports.lists import Place
from heeded.core.access import Actor, Stated
from heeded.core.evidence.front_door import Stage

A_WEEK = 7 * 24 * 3600
"""For how long, in seconds, what is decided stays on the board."""

IN_EACH = 20
"""How many cards each column of the whole board holds; the column alone shows the rest."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of the board: the reader's own, what waits for an agency's answer, what is late."""

    mine: bool = False
    unanswered: bool = False
    overdue: bool = False


EVERYTHING = Kept()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the board: a stage, and what has come to it."""

    stage: Stage
    page: Page


@dataclass(frozen=True, slots=True)
class Board:
    """The board: its columns in the order in which matters go; its `mark` changes with what it shows."""

    look: str
    columns: tuple[Column, ...]
    unverified: str = ""
    mark: str = ""


def triage(
    desk: Desk, actor: Actor, now: int, stated: Stated | None, kept: Kept = EVERYTHING
) -> Board | Refused:
    """The whole board of the reader's agency, the beginning of each column."""
    found = look_at(desk, actor, now, stated, _whole(kept, actor, now))
    if isinstance(found, Refused):
        return found
    columns = tuple(Column(stage, page) for stage, page in zip(Stage, found.pages, strict=True))
    return Board(found.look, columns, found.unverified, found.mark)


def column(  # noqa: PLR0913, PLR0917 - who asks, for which page, of what
    desk: Desk,
    actor: Actor,
    now: int,
    stated: Stated | None,
    stage: Stage,
    kept: Kept = EVERYTHING,
    after: Place | None = None,
    limit: int = AT_MOST,
) -> Board | Refused:
    """One column of the board, page by page."""
    found = look_at(desk, actor, now, stated, [Asked(_wanted(stage, kept, actor, now), after, limit)])
    if isinstance(found, Refused):
        return found
    return Board(found.look, (Column(stage, found.pages[0]),), found.unverified, found.mark)


def as_it_was(
    desk: Desk,
    actor: Actor,
    now: int,
    stated: Stated | None,
    mark: str,
    stage: Stage | None = None,
    kept: Kept = EVERYTHING,
) -> bool:
    """Whether the board, or the beginning of one column, would be shown just as somebody has it open."""
    one = [Asked(_wanted(stage, kept, actor, now), None, AT_MOST)] if stage else _whole(kept, actor, now)
    return as_they_were(desk, actor, now, stated, one, mark)


def _whole(kept: Kept, actor: Actor, now: int) -> list[Asked]:
    return [Asked(_wanted(stage, kept, actor, now), None, IN_EACH) for stage in Stage]


def _wanted(stage: Stage, kept: Kept, actor: Actor, now: int) -> Wanted:
    return Wanted(
        desk=desks.Desk.TRIAGE,
        stage=str(stage),
        leads=(actor.id,) if kept.mine else None,
        unanswered=kept.unanswered,
        due_before=now if kept.overdue else None,
        upto=A_WEEK - now if stage is Stage.DECIDED else None,
    )
