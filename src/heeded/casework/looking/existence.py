"""Ask whether a record exists, and whom to ring: by a register's number or by one's own reference."""

from __future__ import annotations

from dataclasses import replace

from heeded.casework.looking.ask import Ask, Desk, Existence, NothingThere, Refused
from heeded.casework.looking.deciding.decided import NOBODY, TOO_MANY, Decided, decide, new_look
from heeded.casework.looking.deciding.signs import too_many
from heeded.casework.looking.deciding.told import to_tell
from heeded.casework.ports.looks import Look, Recorded
from heeded.casework.ports.reading import Reading
from heeded.core.access import Actor, Effect, Operation, RecordClass, Stated
from heeded.core.chronology.report import Identifier

Found = tuple[Existence, ...] | Refused | NothingThere


def by_number(desk: Desk, actor: Actor, number: Identifier, now: int, stated: Stated | None = None) -> Found:
    """The children who carry a number, as far as the reader may know of them: whom to ring, no content.

    Two where agencies disagree on whose it is. NotRecorded where the look could not be recorded.
    """
    with desk.record.reading(actor, now) as reading:
        children = reading.sought(number.system, number.value)
        asks = [Ask(actor=actor, child=id_, now=now, stated=stated) for id_ in children]
        found = _found(desk, reading, asks)
    return _once_recorded(*found)


def by_reference(desk: Desk, actor: Actor, ref: str, now: int, stated: Stated | None = None) -> Found:
    """The child whom the reader's own agency means by a reference of its own: whom to ring, no content."""
    with desk.record.reading(actor, now) as reading:
        child = reading.referred_to(ref)
        found = _found(desk, reading, [Ask(actor=actor, child=child, now=now, stated=stated)])
    return _once_recorded(*found)


def by_person(desk: Desk, ask: Ask) -> Found:
    """Whether the record holds a person of that id, and whom to ring: no content."""
    with desk.record.reading(ask.actor, ask.now) as reading:
        found = _found(desk, reading, [ask])
    return _once_recorded(*found)


def _once_recorded(found: Found, looks: list[Recorded]) -> Found:
    for each in looks:
        each.wait()
    return found


def _found(desk: Desk, reading: Reading, asks: list[Ask]) -> tuple[Found, list[Recorded]]:
    found, waiting = [], []
    look, refused = "", ""
    for ask in asks:
        ties = reading.ties(ask.child)
        decided = decide(desk.policy, ask, ties, ())
        refused = too_many(ask.actor, ask.stated, ties.this_hour)
        recorded = _look(decided, refused)
        look = recorded.id
        waiting.append(desk.recorder.record(recorded, () if refused else to_tell(decided, reading)))
        if refused:
            break
        if not decided.hidden:
            found.append(Existence(look, ties.child, reading.contacts(ties.known_to), decided.existence.why))
    if refused:
        return Refused(look, refused), waiting
    return tuple(found) or NothingThere(look), waiting


def _look(decided: Decided, refused: str) -> Look:
    effect = Effect.HIDE if decided.hidden else Effect.EXISTENCE_ONLY
    look = new_look(
        decided.ask,
        operation=Operation.KNOW_EXISTS,
        records=(str(RecordClass.EXISTENCE),),
        answer=str(Effect.DENY if refused else effect),
        rule=decided.existence.row if decided.ties.exists else NOBODY,
        ties=decided.ties,
    )
    return replace(look, rule=TOO_MANY) if refused else look
