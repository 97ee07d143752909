"""The record's words: every kind of event that a chronology may hold and a rule may name."""

from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType

from heeded.core.chronology.vocabulary import (
    accounts,
    adults,
    conference,
    decisions,
    disagreement,
    drawn,
    enquiry,
    front_door,
    health,
    household,
    injuries,
    learning,
    looked_after,
    meetings,
    missing,
    orders,
    police,
    record,
    staff,
)
from heeded.core.chronology.vocabulary.field import Field, FieldType
from heeded.core.chronology.vocabulary.kind import ALWAYS, KEYS, ON_EVERY_KIND, Kind
from heeded.core.chronology.vocabulary.protected import PROTECTED, protected_reason

__all__ = [
    "ALWAYS",
    "DRAWN",
    "EVERY_KIND",
    "KEYS",
    "KINDS",
    "ON_EVERY_KIND",
    "PROTECTED",
    "Field",
    "FieldType",
    "Kind",
    "kind",
    "never_told",
    "protected_reason",
]

_CHAPTERS = (
    *(front_door, health, injuries, accounts, police, adults, meetings, enquiry, conference),
    *(looked_after, orders, decisions, disagreement, household, missing, staff, learning, record),
)


def _gather(written: tuple[Kind, ...]) -> Mapping[str, Kind]:
    """Put kinds together in their order; two kinds of one name cannot stand."""
    kinds = {each.name: each for each in written}
    if len(kinds) != len(written):
        raise ValueError("Two kinds of event have the same name.")
    return MappingProxyType(kinds)


KINDS: Mapping[str, Kind] = _gather(tuple(each for chapter in _CHAPTERS for each in chapter.KINDS))
"""Every kind of event that somebody may tell, by name, in the order of the work."""

DRAWN: Mapping[str, Kind] = _gather(drawn.KINDS)
"""The kinds that the record itself draws from entries: a rule may name them, and nobody tells them."""

EVERY_KIND: Mapping[str, Kind] = _gather((*KINDS.values(), *DRAWN.values()))
"""All of these: what a rule may name."""


def kind(name: str) -> Kind:
    """Give the kind of that name; KeyError names it and the nearest known."""
    if (found := EVERY_KIND.get(name)) is not None:
        return found
    near = get_close_matches(name, KINDS, n=3)
    raise KeyError(
        f'There is no kind of event "{name}".' + (f" Did you mean: {', '.join(near)}?" if near else "")
    )


def never_told(name: str) -> str:
    """Why nobody may tell an event of a kind that the record draws."""
    return (
        f"“{name}” is drawn from the record and told by nobody: tell what it follows from, "
        "and it is there by itself"
    )
