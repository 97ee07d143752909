"""What a search came to, in words: how each matches what was typed, and who may know more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from heeded.casework.identity import Candidate
from heeded.casework.ports.reading import Contact
from heeded.core.chronology.people import Person
from heeded.core.identity.weighing import Weight


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that was compared, in words, and whether it speaks for (✓), against (✗) or little (–)."""

    mark: str
    spoken: str
    said: str


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody who may be meant: how well, in words; the terms; whom to ring."""

    child: str
    who: Person | None
    how_well: str
    tag: str
    terms: tuple[Term, ...]
    contacts: tuple[Contact, ...]


CLOSE, FAIR = 16.0, 11.0
"""From what weight on a match is called close, and from which fair (base 2)."""


def matches(found: Sequence[Candidate]) -> list[Match]:
    """The candidates of a search, as their page shows them."""
    return [_match(each) for each in found]


def _match(each: Candidate) -> Match:
    against = any(term.weight <= -2 for term in each.terms)  # noqa: PLR2004 - what speaks against clearly
    if each.weight >= CLOSE and not against:
        how_well, tag = _("close match"), "close"
    elif each.weight >= FAIR:
        how_well, tag = _("possible match"), "possible"
    else:
        how_well, tag = _("weak match"), "weak"
    terms = tuple(_term(term) for term in each.terms)
    return Match(each.child, each.who, how_well, tag, terms, each.contacts)


def _term(term: Weight) -> Term:
    mine = f"“{term.mine}”: " if term.mine else ""
    said = f"{_(term.what)}: {mine}{_(term.level)}"
    if term.weight >= 4:  # noqa: PLR2004 - clearly for
        return Term("✓", _("speaks for it"), said)
    if term.weight <= -2:  # noqa: PLR2004 - clearly against
        return Term("✗", _("speaks against it"), said)
    return Term("–", _("says little"), said)
