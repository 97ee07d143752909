"""Facts of an event, from a value of JSON to what the vocabulary's field holds."""

from datetime import date

from heeded.adapters.exchange.incoming.hints import Hints
from heeded.adapters.exchange.incoming.limits import LONGEST_NAME, LONGEST_TEXT, MOST_DETAILS, unfit
from heeded.adapters.exchange.incoming.times import read_day
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.vocabulary import Field, FieldType
from heeded.core.procedures.mistake import shortened

_IN_JSON = {
    FieldType.YES_NO: "true or false",
    FieldType.NUMBER: "a number",
    FieldType.NAMES: "a list of texts",
    FieldType.DATE: "a day, such as 2010-06-18",
    FieldType.PERSON: "the ref of a person",
    FieldType.TEXT: "a text",
}


def fact_of(field: Field, value: object, hints: Hints) -> Fact:
    """The fact that a value of JSON states in this field; ValueError says what the field takes."""
    fact = _typed(field, value)
    if fact is None or field.objection(fact):
        raise ValueError(_expected(field, value, hints))
    texts = fact if isinstance(fact, frozenset) else [fact] if isinstance(fact, str) else []
    longest = LONGEST_TEXT if field.type is FieldType.TEXT else LONGEST_NAME
    if wrong := [text for text in texts if unfit(text, longest)]:
        raise ValueError(unfit(min(wrong), longest))
    return fact


def _typed(field: Field, value: object) -> Fact | None:
    match field.type:
        case FieldType.DATE:
            return read_day(value)
        case FieldType.NAMES:
            return _names(field, value)
        case _:
            return value if isinstance(value, bool | str | int | float | date) else None


def _names(field: Field, value: object) -> frozenset[str] | None:
    """Names as the field has them; a code of a region of the body is its name with hyphens for blanks."""
    if not isinstance(value, list) or len(value) > MOST_DETAILS:
        return None
    names = [_worded(field, name) for name in value if isinstance(name, str)]
    return frozenset(names) if len(names) == len(value) else None


def _worded(field: Field, name: str) -> str:
    spaced = name.replace("-", " ")
    return spaced if name not in field.choices and spaced in field.choices else name


def _expected(field: Field, value: object, hints: Hints) -> str:
    """What the field takes, and the nearest of its words where one was written."""
    if field.choices:
        wrong = _stray(field, value)
        hint = hints.near(wrong, field.choices) if wrong else ""
        said = f"“{shortened(wrong)}” is none of its words.{hint} " if wrong else ""
        form = "a list of these" if field.type is FieldType.NAMES else "one of"
        return f"{said}It takes {form}: {field.offers()}"
    return f"it takes {_IN_JSON[field.type]}"


def _stray(field: Field, value: object) -> str:
    """The first word that the field does not know; empty where none was written as a text."""
    words = value if isinstance(value, list) else [value]
    return next((word for word in words if isinstance(word, str) and word not in field.choices), "")
