"""Descriptions of which it is known whose they are, and what two people are to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from heeded.core.chronology.report import Described


class Relationship(StrEnum):
    """What two people are to each other, as far as what is known tells."""

    ONE = "the same person"
    TWIN = "twin"
    SIBLING = "sibling"
    PARENT = "parent and child"
    FAMILY = "otherwise of one family"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A description, whose it truly is, and what is known beside: family, parents, birth, origin of the name.

    `birth` names one birth: two people of one birth are twins. `agency` is who described them.
    """

    described: Described
    person: str
    family: str
    parents: frozenset[str] = frozenset()
    birth: str = ""
    origin: str = ""
    agency: str = ""


def relationship(one: Labelled, other: Labelled) -> Relationship:
    """What the people of two descriptions are to each other: the closest that is known."""
    if one.person == other.person:
        return Relationship.ONE
    if one.birth and one.birth == other.birth:
        return Relationship.TWIN
    if one.person in other.parents or other.person in one.parents:
        return Relationship.PARENT
    if one.parents & other.parents:
        return Relationship.SIBLING
    if one.family and one.family == other.family:
        return Relationship.FAMILY
    return Relationship.UNRELATED
