"""A field of an event: what may be said beside its kind, and in which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as of_a_class
from datetime import date, datetime
from enum import StrEnum
from math import isfinite

from heeded.core.chronology.entry import Fact


class FieldType(StrEnum):
    """What a field holds, in the words that a handbook's author reads."""

    YES_NO = "yes or no"
    CHOICE = "one of"
    LEVEL = "one of, in rising order"
    NUMBER = "number"
    TEXT = "words"
    NAMES = "any of"
    DATE = "date"
    PERSON = "person"


_CHOOSING = (FieldType.CHOICE, FieldType.LEVEL)
_MAY_CHOOSE = (*_CHOOSING, FieldType.NAMES)


@dataclass(frozen=True, slots=True)
class Field:
    """A named fact that an event of some kind may carry; NAMES without choices takes any words.

    `wider` gives, for a name, the names that take it in: what is on the left cheek is on the cheek and
    on the face. `finer` says how many of the choices, the last, are too many to be listed in a sentence,
    and `published` the page that lists them.
    """

    name: str
    type: FieldType
    meaning: str
    choices: tuple[str, ...] = ()
    wider: Mapping[str, frozenset[str]] = of_a_class(default_factory=dict, compare=False)
    finer: int = 0
    published: str = ""

    def __post_init__(self) -> None:
        """Refuse, with ValueError, a field whose type and choices do not belong together."""
        if self.type in _CHOOSING and len(self.choices) < 2:  # noqa: PLR2004 - one choice is no choice
            raise ValueError(f'The field "{self.name}" is "{self.type}" and must list two choices or more.')
        if self.choices and self.type not in _MAY_CHOOSE:
            raise ValueError(f'The field "{self.name}" is "{self.type}" and cannot list choices.')
        if len(set(self.choices)) != len(self.choices):
            raise ValueError(f'The field "{self.name}" lists the same choice twice.')

    def objection(self, value: object) -> str:
        """Say why a value cannot stand in this field and what could; empty where it can."""
        if not _fits(self, value):
            return f'"{self.name}" must be {self.expects()}, but got {value!r:.80}.'
        return ""

    def expects(self) -> str:
        """Say in words what values the field takes."""
        if self.choices:
            return f"{self.type}: {self.offers()}"
        return {FieldType.NAMES: "a set of words", FieldType.TEXT: "words that say something"}.get(
            self.type, f"a {self.type}" if self.type is not FieldType.YES_NO else str(self.type)
        )

    def offers(self) -> str:
        """List the choices in a sentence; where they are too many, the wide ones and where the rest stand."""
        if not self.finer:
            return ", ".join(self.choices)
        wide = ", ".join(self.choices[: -self.finer])
        return f"{wide}; or one of the {self.finer} finer words in {self.published}"

    def widened(self, value: Fact) -> Fact:
        """The names that an event states together with every wider name for them; others as they are."""
        if not self.wider or not isinstance(value, frozenset):
            return value
        return value.union(*(self.wider.get(name, ()) for name in value))


def _fits(field: Field, value: object) -> bool:
    """Tell whether a value has the shape that the field's type asks for."""
    match field.type:
        case FieldType.YES_NO:
            return isinstance(value, bool)
        case FieldType.NUMBER:
            return not isinstance(value, bool) and isinstance(value, int | float) and isfinite(value)
        case FieldType.DATE:
            return isinstance(value, date) and not isinstance(value, datetime)
        case FieldType.NAMES:
            return isinstance(value, frozenset) and all(_is_name(field, name) for name in value)
        case FieldType.CHOICE | FieldType.LEVEL:
            return value in field.choices
        case FieldType.TEXT | FieldType.PERSON:
            return isinstance(value, str) and bool(value.strip())


def _is_name(field: Field, value: object) -> bool:
    """Tell whether one name belongs in a field that holds several."""
    return isinstance(value, str) and bool(value.strip()) and (not field.choices or value in field.choices)


def yes_no(name: str, meaning: str) -> Field:
    """A field that is yes or no; unsaid is neither."""
    return Field(name, FieldType.YES_NO, meaning)


def one_of(name: str, meaning: str, choices: tuple[str, ...]) -> Field:
    """A field that takes one of some words, in no order."""
    return Field(name, FieldType.CHOICE, meaning, choices)


def level(name: str, meaning: str, choices: tuple[str, ...]) -> Field:
    """A field that takes one of some words, lowest first."""
    return Field(name, FieldType.LEVEL, meaning, choices)


def any_of(name: str, meaning: str, choices: tuple[str, ...] = ()) -> Field:
    """A field that takes several names, from a list or, without one, in any words."""
    return Field(name, FieldType.NAMES, meaning, choices)


def places(
    name: str,
    meaning: str,
    choices: tuple[str, ...],
    finer: tuple[str, ...],
    wider: Mapping[str, frozenset[str]],
    published: str,
) -> Field:
    """A field that takes several names from a list whose finer words stand within wider ones."""
    return Field(name, FieldType.NAMES, meaning, (*choices, *finer), wider, len(finer), published)


def number(name: str, meaning: str) -> Field:
    """A field that holds a number; its meaning says the unit."""
    return Field(name, FieldType.NUMBER, meaning)


def words(name: str, meaning: str) -> Field:
    """A field in the source's own words."""
    return Field(name, FieldType.TEXT, meaning)


def day(name: str, meaning: str) -> Field:
    """A field that holds a calendar date."""
    return Field(name, FieldType.DATE, meaning)


def person(name: str, meaning: str) -> Field:
    """A field that names a person by the record's own identity for them."""
    return Field(name, FieldType.PERSON, meaning)
