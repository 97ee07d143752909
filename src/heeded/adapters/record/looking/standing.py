"""What ties somebody to a child, read from the record: before a look, and under lock before an act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from heeded.adapters.record.looking.rows import person_id
from heeded.adapters.record.store.rows import entry_in_turn
from heeded.adapters.record.store.token import Scope
from heeded.adapters.record.store.transaction import Row, Transaction
from heeded.core.access import Actor, BreakGlass, Role
from heeded.core.access.standing import Line, Shown, Words


class Found(NamedTuple):
    """Whom the record holds by a name, their family, and what ties the actor to them.

    Of nobody, `exists` is false and all else is empty. `shields` are rows. `this_hour` counts the other
    children after whom a practitioner has asked in the last hour. `size` is how long the log is.
    """

    person: UUID
    exists: bool
    family: str
    members: list[UUID]
    adults: list[UUID]
    names: tuple[str, ...]
    known_to: tuple[str, ...]
    shown: Shown
    shields: list[Row]
    this_hour: int
    size: int


def standing(tx: Transaction, actor: Actor, child: str, now: int, *, counted: bool = True) -> Found:
    """What ties an actor to a child at `now` (seconds UTC); `counted`: also after how many they ask.

    The same statements run, in the same order, for a child whom the record does not hold. The transaction
    is left in the scope BOND.
    """
    asked = person_id(child)
    with tx.at_once():
        tx.enter(Scope.FIND)
        tied = tx.ask("looking", "ties", asked, actor.id, actor.agency, actor.sector, actor.area, now)
    ((found, family, members, adults, names, known_to, named, answers, connected, absent, size),) = (
        tied.rows()
    )
    person: UUID = found or asked
    counted = counted and Role.AGENCY_SYSTEM not in actor.roles
    with tx.at_once():
        glass = tx.ask("looking", "own_glass", actor.id, person, now, now)
        shielding = tx.ask("looking", "shields", members)
        tx.enter(Scope.BOND, members)
        bonds = tx.ask("looking", "bond", person, members, actor.id, actor.agency, now, counted)
        allocated = tx.ask("looking", "allocations", person)
    broken, shields = glass.rows(), shielding.rows()
    ((words, lines, passed_on, this_hour),) = bonds.rows()
    shown = Shown(
        words=tuple(_words(words)),
        passed_on=passed_on,
        lines=tuple(_lines(lines)),
        named=named,
        answers=answers,
        allocations=tuple(entry_in_turn(row[:-2], *row[-2:]) for row in allocated.rows()),
        carried=frozenset(absent),
        connected=connected,
        glass=BreakGlass(actor.id, *broken[0]) if broken else None,
    )
    return Found(
        person=person,
        exists=found is not None,
        family=str(family or ""),
        members=members,
        adults=adults,
        names=tuple(names),
        known_to=tuple(known_to),
        shown=shown,
        shields=shields,
        this_hour=this_hour,
        size=size,
    )


def _words(rows: Iterable[Sequence[Any]]) -> Iterable[Words]:
    for of_child, writer, practitioner, first, last in rows:
        yield Words(writer=writer, practitioner=practitioner, of_child=of_child, first=first, last=last)


def _lines(rows: Iterable[Sequence[Any]]) -> Iterable[Line]:
    for since, writer, practitioner in rows:
        yield Line(since=since, begun=None if writer is None else (writer, practitioner))
