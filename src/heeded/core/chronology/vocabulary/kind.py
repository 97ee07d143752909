"""A kind of event: its name as a rule writes it, its meaning, and what its entries may carry."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from heeded.core.chronology.vocabulary.field import Field, FieldType, any_of, one_of
from heeded.core.chronology.vocabulary.words import SECTORS

ALWAYS = ("child", "household")
"""The keys that every entry has: whose chronology it stands in, and their household at the time."""

KEYS = (
    *ALWAYS,
    *("referral", "request", "hand-over", "attendance", "injury", "disclosure", "incident"),
    *("assessment", "enquiry", "meeting", "plan", "looked-after episode", "placement", "arrangement"),
    *("decision", "assumption", "disagreement", "missing episode", "recommendation"),
    "identity check",
)
"""What rules correlate by: entries with the same key belong to the same referral, enquiry and so on."""

ON_EVERY_KIND = (
    one_of("agency", "The sector of the agency that says it.", SECTORS),
    any_of("role", 'The post of the practitioner who says it, such as "consultant paediatrician".'),
)
"""The fields that every kind has."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event; `usual` is the sector that most often says it, never the only one that may.

    `by_name` are its fields and those common to all kinds; `naming` are those of its own that name a person.
    """

    name: str
    meaning: str
    chapter: str
    fields: tuple[Field, ...]
    keys: tuple[str, ...]
    usual: str
    drawn: bool = False
    by_name: Mapping[str, Field] = dataclasses.field(init=False, repr=False, compare=False)
    naming: tuple[str, ...] = dataclasses.field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse, with ValueError, a kind with a doubled field, a stray key or a strange sector."""
        names = [field.name for field in (*ON_EVERY_KIND, *self.fields)]
        if doubled := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f'The kind "{self.name}" has a field twice: {", ".join(doubled)}.')
        if stray := sorted(set(self.keys) - set(KEYS)):
            raise ValueError(
                f'The kind "{self.name}" has no such key: {", ".join(stray)}. Use: {", ".join(KEYS)}.'
            )
        if self.usual not in SECTORS and not self.drawn:
            raise ValueError(f'The kind "{self.name}" is said by "{self.usual}", which is no sector.')
        object.__setattr__(self, "by_name", {each.name: each for each in (*self.fields, *ON_EVERY_KIND)})
        named = tuple(each.name for each in self.fields if each.type is FieldType.PERSON)
        object.__setattr__(self, "naming", named)

    def field(self, name: str) -> Field | None:
        """Give the field of that name, of this kind or common to all kinds; None where there is none."""
        return self.by_name.get(name)

    def objections(self, facts: Mapping[str, object]) -> tuple[str, ...]:
        """Say, fact by fact, what does not belong on an entry of this kind; empty where all does."""
        return tuple(filter(None, (self.objection(name, value) for name, value in facts.items())))

    def objection(self, name: str, value: object) -> str:
        """Say what is wrong with one fact; empty where nothing is."""
        if (field := self.by_name.get(name)) is None:
            return f'"{self.name}" has no field "{name}". Its fields: {", ".join(self.field_names())}.'
        return field.objection(value)

    def field_names(self) -> tuple[str, ...]:
        """List the names of the fields, the kind's own first."""
        return tuple(field.name for field in (*self.fields, *ON_EVERY_KIND))


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the work; it gives its name, and its usual sector, to the kinds written in it."""

    name: str
    usual: str

    def kind(
        self, name: str, meaning: str, *fields: Field, keys: tuple[str, ...] = (), usual: str = ""
    ) -> Kind:
        """Write a kind in this chapter; `keys` come after those that every entry has."""
        return Kind(name, meaning, self.name, fields, (*ALWAYS, *keys), usual or self.usual)
