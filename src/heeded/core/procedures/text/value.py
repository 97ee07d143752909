"""Values: what a field is compared with, read by what the field may hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from heeded.core.chronology.vocabulary import EVERY_KIND, FieldType, Kind
from heeded.core.chronology.vocabulary.field import Field
from heeded.core.procedures.mistake import either, nearest, shortened
from heeded.core.procedures.pattern import AGE, REST_DAY
from heeded.core.procedures.text.phrases import Phrases

PARTING = ("and", "or", "until", "matching", "within", "where")
"""The words at which a value in free words ends; one that holds them stands in quotation marks."""
_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")
_COMPUTED = (AGE, REST_DAY, "on a working day", "not")

Wanted = Literal["all", "any"]
"""Whether a list means all of its values or any of them."""


def read_value(phrases: Phrases, field: Field, kinds: tuple[Kind, ...]) -> str | float:
    """One value that the field may hold in each of the kinds; refused with what it may hold."""
    choices = _choices(field, kinds)
    if choices:
        return _choice(phrases, field, choices)
    written = phrases.take_quoted() or phrases.run(PARTING)
    if not written:
        raise phrases.wrong(f"It does not say what “{field.name}” is compared with.", "Write a value.")
    if field.type is not FieldType.NUMBER:
        return written
    if not _NUMBER.fullmatch(written):
        raise phrases.wrong(f"“{shortened(written)}” is not a number.", "Write digits, such as 3.")
    return float(written)


def read_values(
    phrases: Phrases, field: Field, kinds: tuple[Kind, ...], wanted: Wanted
) -> tuple[str | float, ...]:
    """Values parted by commas, "and" or "or"; an "and" that opens a new condition ends them."""
    values = [read_value(phrases, field, kinds)]
    while _goes_on(phrases, field, kinds, wanted):
        if phrases.take(",") and phrases.longest(["and", "or"]):
            _refuse_wrong_joint(phrases, field, wanted)
        phrases.take("and", "or")
        values.append(read_value(phrases, field, kinds))
    return tuple(dict.fromkeys(values))


def _goes_on(phrases: Phrases, field: Field, kinds: tuple[Kind, ...], wanted: Wanted) -> bool:
    """Whether another value follows, and not another condition or another event."""
    if phrases.longest([","]):
        return True
    if phrases.longest(["and"]):
        return not _condition_follows(phrases, field, kinds)
    if phrases.longest(["or"]) is None:
        return False
    value = phrases.longest(_choices(field, kinds), ahead=1)
    if value is not None and phrases.longest(EVERY_KIND, ahead=1) is not None:
        raise phrases.wrong(
            f"“or {value}” can be read in two ways: another value of “{field.name}”, or another event.",
            "Part the values with commas; and write the event first if an event is meant.",
        )
    if value is not None:
        _refuse_wrong_joint(phrases, field, wanted)
    return value is not None


def _refuse_wrong_joint(phrases: Phrases, field: Field, wanted: Wanted) -> None:
    if wanted == "all" and phrases.longest(["or"]):
        raise phrases.wrong(
            f"“or” cannot join the values of “{field.name}” here, which must all be there.",
            f"Write “{field.name} includes any of …” if one of them is enough.",
        )


def _condition_follows(phrases: Phrases, field: Field, kinds: tuple[Kind, ...]) -> bool:
    """Whether what stands after "and" opens a condition, by the longer of the two readings."""
    names = [name for kind in kinds for name in kind.field_names()]
    opening = phrases.longest((*names, *_COMPUTED), ahead=1)
    if opening is None:
        return False
    value = phrases.longest(_choices(field, kinds), ahead=1)
    return value is None or len(opening.split()) >= len(value.split())


def _choices(field: Field, kinds: Iterable[Kind]) -> tuple[str, ...]:
    """The choices that the field offers in every one of the kinds."""
    offered = [found.choices for kind in kinds if (found := kind.field(field.name))]
    return tuple(choice for choice in field.choices if all(choice in those for those in offered))


def _choice(phrases: Phrases, field: Field, choices: tuple[str, ...]) -> str:
    quoted = phrases.take_quoted()
    chosen = quoted if quoted in choices else phrases.take(*choices)
    if chosen is None:
        written = quoted or phrases.peek(PARTING) or phrases.rest or "nothing"
        raise phrases.wrong(
            f"“{field.name}” cannot be “{shortened(written)}”.{nearest(written, choices)}",
            f"Write one of: {field.offers()}." if field.finer else f"Write {_either(choices)}.",
        )
    return chosen


def _either(choices: tuple[str, ...]) -> str:
    return either(f"“{choice}”" for choice in choices)
