"""Details of an event in an example: its fields, and what ties it to other events."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heeded.core.chronology.entry import Fact
from heeded.core.chronology.vocabulary import FieldType, Kind
from heeded.core.chronology.vocabulary.field import Field
from heeded.core.procedures.examples.cast import Cast
from heeded.core.procedures.examples.table import Row
from heeded.core.procedures.mistake import nearest, shortened
from heeded.core.procedures.text.span import read_date

_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")
_YES_NO = {"yes": True, "no": False}


def read_facts(row: Row, kind: Kind, cast: Cast) -> dict[str, Fact]:
    """The fields in the cell "details": "FIELD; not FIELD; FIELD: VALUE"."""
    facts: dict[str, Fact] = {}
    for part in _parts(row.cell("details"), ";"):
        name, colon, value = (piece.strip() for piece in part.partition(":"))
        denied = not colon and name.lower().startswith("not ")
        field = _field(name[4:] if denied else name, row, kind)
        if field.name in facts:
            raise row.wrong(f"“{field.name}” stands twice.", "Keep one.")
        facts[field.name] = _fact(field, value, row, cast) if colon else _said(field, row, denied=denied)
    return facts


def read_keys(row: Row, kind: Kind) -> dict[str, str]:
    """What the cell "which" says: "KEY NAME, KEY NAME"."""
    keys: dict[str, str] = {}
    own = kind.keys[2:]
    for part in _parts(row.cell("which"), ",;"):
        key = max((key for key in own if part.lower().startswith(f"{key} ")), key=len, default=None)
        if key is None:
            ties = ", ".join(own) or "thing"
            raise row.wrong(
                f"“{shortened(part)}” does not say to which {ties} “{kind.name}” belongs.",
                f"Write such as “{own[0]} 1”." if own else "Leave the cell empty.",
            )
        keys[key] = part[len(key) :].strip()
    return keys


def _field(name: str, row: Row, kind: Kind) -> Field:
    written = " ".join(name.lower().split())
    field = kind.field(written)
    if field is None or written == "agency":
        known = [each for each in kind.field_names() if each != "agency"]
        raise row.wrong(
            f"“{kind.name}” has no field “{shortened(name)}” that can be given here.{nearest(name, known)}",
            f"Its fields: {', '.join(known)}. The agency stands in the column “who”.",
        )
    return field


def _said(field: Field, row: Row, *, denied: bool) -> bool:
    if field.type is not FieldType.YES_NO:
        raise row.wrong(f"“{field.name}” is given without a value.", f"It is {field.expects()}.")
    return not denied


def _fact(field: Field, value: str, row: Row, cast: Cast) -> Fact:
    """A value as the field's type holds it; refused with what the field may hold."""
    if not value:
        raise row.wrong(f"“{field.name}” is given without a value.", f"It is {field.expects()}.")
    fact: Fact = value
    match field.type:
        case FieldType.YES_NO:
            fact = _YES_NO.get(value.lower(), value)
        case FieldType.NUMBER if _NUMBER.fullmatch(value):
            fact = float(value) if "." in value else int(value)
        case FieldType.NAMES:
            fact = frozenset(_parts(value, ","))
        case FieldType.DATE:
            fact = read_date(value, row.line)
        case FieldType.PERSON:
            fact = cast.person(value, row.line)
    if field.objection(fact):
        wrong = _stray(field, fact) or value
        raise row.wrong(
            f"“{field.name}” cannot be “{shortened(wrong)}”.{nearest(wrong, field.choices)}",
            f"It is {field.expects()}.",
        )
    return fact


def _stray(field: Field, fact: Fact) -> str:
    """The first of several names that the field does not offer."""
    names = fact if isinstance(fact, frozenset) else ()
    return next((name for name in sorted(names) if name not in field.choices), "")


def _parts(text: str, marks: str) -> Iterator[str]:
    return (part.strip() for part in re.split(f"[{marks}]", text) if part.strip())
