"""What a body tells of an event, in the field's types: times, facts, people by id."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from heeded.bootstrap import door
from heeded.casework.acting import Telling
from heeded.core.chronology.entry import Fact as HeldFact
from heeded.core.chronology.vocabulary import KINDS, FieldType
from heeded.core.chronology.when import When
from heeded.doors.api.acts.shape import Fact, Told
from heeded.doors.api.problem import Kind, Problem


def telling(told: Told) -> Telling:
    """The event that a body tells; Problem names the part that is not what it should be."""
    return Telling(
        kind=told.kind,
        child=str(told.child),
        happened=when(told.happened),
        keys=told.keys,
        facts=facts(told.kind, told.facts),
    )


def when(told: str | None) -> When | None:
    """When something happened; None where it is not said."""
    if told is None:
        return None
    try:
        return door.read_when(told)
    except ValueError as wrong:
        raise _amiss("happened", str(wrong)) from wrong


def facts(kind: str, told: Mapping[str, Fact]) -> dict[str, HeldFact]:
    """The facts of an event of a kind; what is said of it beyond its fields is pointed out."""
    known = KINDS.get(kind)
    if known is None:
        raise _amiss("kind", f"there is no kind of event “{kind:.60}”: GET /api/kinds lists them")
    found: dict[str, HeldFact] = {}
    for name, value in told.items():
        field = known.field(name)
        if field is None:
            takes = ", ".join(each.name for each in known.fields) or "none"
            raise _amiss(f"facts/{name:.60}", f"“{kind}” has no such field. Its fields: {takes}")
        try:
            found[name] = door.fact_of(field, value)
            if field.type is FieldType.PERSON:
                found[name] = str(UUID(str(value)))
        except ValueError as wrong:
            raise _amiss(f"facts/{name:.60}", str(wrong)) from wrong
    return found


def _amiss(where: str, why: str) -> Problem:
    shown = "".join(sign if sign.isprintable() else "�" for sign in f"{where}: {why}"[:600])
    return Problem(Kind.NOT_ACCEPTED, shown)
