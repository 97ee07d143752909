"""Conditions: what a field of an event must be, read by the words that the field's type allows."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.core.chronology.vocabulary import FieldType, Kind, protected_reason
from heeded.core.chronology.vocabulary.field import Field
from heeded.core.procedures.mistake import either, nearest, shortened
from heeded.core.procedures.pattern import AGE, REST_DAY, Comparison, Condition
from heeded.core.procedures.text.age import read_age
from heeded.core.procedures.text.phrases import Phrases
from heeded.core.procedures.text.value import PARTING, Wanted, read_value, read_values

_REST_DAYS = {REST_DAY: True, "on a working day": False}
_WRITTEN = {
    **{str(comparison): comparison for comparison in Comparison},
    **{f"is {comparison}": comparison for comparison in (Comparison.UNDER, Comparison.OVER)},
    "at least": Comparison.AT_LEAST,
    "at most": Comparison.AT_MOST,
    "any of": Comparison.ANY_OF,
}
_UNREADABLE = ("is not any of", "is none of")
_FILLED = (Comparison.STATED, Comparison.NOT_STATED)
_SAME = (Comparison.IS, Comparison.IS_NOT, Comparison.ANY_OF)
_SIZE = (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.UNDER, Comparison.OVER)
ALLOWED: dict[FieldType, tuple[Comparison, ...]] = {
    FieldType.YES_NO: _FILLED,
    FieldType.CHOICE: (*_SAME, *_FILLED),
    FieldType.LEVEL: (*_SAME, *_SIZE, *_FILLED),
    FieldType.NUMBER: (*_SAME, *_SIZE, *_FILLED),
    FieldType.TEXT: (*_SAME, *_FILLED),
    FieldType.PERSON: (*_SAME, *_FILLED),
    FieldType.NAMES: (Comparison.ALL_OF, Comparison.SOME_OF, *_FILLED),
    FieldType.DATE: _FILLED,
}
"""How a field of each type can be compared; yes-or-no fields are also named alone, or after "not"."""


def read_conditions(phrases: Phrases, kinds: tuple[Kind, ...]) -> tuple[Condition, ...]:
    """Conditions joined by "and", each on a field that all of these kinds have."""
    conditions = [read_condition(phrases, kinds)]
    while phrases.take("and"):
        conditions.append(read_condition(phrases, kinds))
    return tuple(conditions)


def read_condition(phrases: Phrases, kinds: tuple[Kind, ...]) -> Condition:
    """One condition; refused, with what may be written, where it is not one."""
    line = phrases.line.number
    if day := phrases.take(*_REST_DAYS):
        return Condition(REST_DAY, Comparison.IS, (_REST_DAYS[day],), line)
    denied = phrases.take("not") is not None
    if not denied and phrases.longest([AGE]) and not phrases.longest(_names(kinds)):
        return read_age(phrases)
    field = read_field(phrases, kinds)
    if denied or (field.type is FieldType.YES_NO and _operator(phrases) is None):
        return _yes_or_no(phrases, field, line, denied=denied)
    return _compared(phrases, field, kinds, line)


def read_field(phrases: Phrases, kinds: tuple[Kind, ...]) -> Field:
    """The field named next, which all of the kinds must have; a protected one is refused."""
    name = phrases.longest(_names(kinds))
    if name is None:
        raise _unknown(phrases, kinds)
    fields = [kind.field(name) for kind in kinds]
    found = fields[0]
    if found is None or None in fields:
        without = kinds[fields.index(None)]
        raise phrases.wrong(
            f"“{without.name}” has no field “{name}”, though another event of this clause has.",
            f"Its fields: {', '.join(without.field_names())}.",
        )
    phrases.take(name)
    return found


def _names(kinds: Iterable[Kind]) -> list[str]:
    return list(dict.fromkeys(name for kind in kinds for name in kind.field_names()))


def _unknown(phrases: Phrases, kinds: tuple[Kind, ...]) -> Exception:
    """The refusal of a field that is not one, or that no rule may read."""
    written = phrases.peek((*PARTING, "is", "includes", "under", "over", "at")) or phrases.rest or "nothing"
    if reason := protected_reason(written):
        return phrases.wrong(
            f"A rule may not read “{shortened(written)}”: it is {reason}.",
            "Leave the condition out.",
        )
    names = _names(kinds)
    of = " or ".join(f"“{kind.name}”" for kind in kinds)
    computed = (AGE, *_REST_DAYS)
    return phrases.wrong(
        f"{of} has no field “{shortened(written)}”.{nearest(written, (*names, *computed))}",
        f"Its fields: {', '.join(names)}; worked out for any event: {', '.join(computed)}.",
    )


def _yes_or_no(phrases: Phrases, field: Field, line: int, *, denied: bool) -> Condition:
    if field.type is not FieldType.YES_NO:
        raise phrases.wrong(
            f"“not {field.name}” cannot be read: “{field.name}” is {field.expects()}.",
            f"Write “{field.name} is not …” or “{field.name} is not stated”.",
        )
    said = phrases.take("is yes", "is no")
    answer = (said != "is no") is not denied
    return Condition(field.name, Comparison.IS, (answer,), line)


def _operator(phrases: Phrases) -> str | None:
    return phrases.longest((*_WRITTEN, *_UNREADABLE))


def _compared(phrases: Phrases, field: Field, kinds: tuple[Kind, ...], line: int) -> Condition:
    """A field with its comparison and values, as the field's type allows them."""
    allowed = ALLOWED[field.type]
    written = phrases.longest(name for name, comparison in _WRITTEN.items() if comparison in allowed)
    if written is None and field.type is FieldType.NAMES and _operator(phrases) is None:
        return Condition(field.name, Comparison.ALL_OF, read_values(phrases, field, kinds, "all"), line)
    if field.type is FieldType.YES_NO and phrases.longest(["is yes", "is no"]):
        return _yes_or_no(phrases, field, line, denied=False)
    stray = _operator(phrases)
    if written is None or (stray in _UNREADABLE) or _is_shorter(written, stray, phrases, field):
        raise phrases.wrong(
            f"“{field.name}” cannot be compared by “{stray or shortened(phrases.rest) or 'nothing'}”: "
            f"it is {field.expects()}.",
            f"Write {_ways(field)}.",
        )
    phrases.take(written)
    comparison = _WRITTEN[written]
    if comparison in _FILLED:
        return Condition(field.name, comparison, (), line)
    if comparison in (Comparison.ANY_OF, Comparison.SOME_OF, Comparison.ALL_OF):
        wanted: Wanted = "all" if comparison is Comparison.ALL_OF else "any"
        return Condition(field.name, comparison, read_values(phrases, field, kinds, wanted), line)
    return Condition(field.name, comparison, (read_value(phrases, field, kinds),), line)


def _is_shorter(written: str, stray: str | None, phrases: Phrases, field: Field) -> bool:
    """Whether a longer comparison stands here that the field's type does not allow."""
    if stray is None or len(stray) <= len(written):
        return False
    words = len(written.split())
    return phrases.longest(field.choices, ahead=words) is None


def _ways(field: Field) -> str:
    """Say how a field of that type can be compared."""
    alone = [f"“{field.name}” or “not {field.name}” alone"] if field.type is FieldType.YES_NO else []
    return either([*alone, *(f"“{field.name} {comparison}”" for comparison in ALLOWED[field.type])])
