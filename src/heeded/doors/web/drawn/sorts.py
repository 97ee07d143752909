"""Sorts of events as a drawing tells them apart: each with a shape and a word, never by colour alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from heeded.core.chronology.vocabulary import KINDS
from heeded.core.evidence.disagreement.answers import ANSWERING
from heeded.doors.web.drawn import shapes


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of events: how the style sheet knows it, what it is called, and its shape around a point."""

    style: str
    called: Promise
    shape: Callable[[float, float, float], str]

    @property
    def words(self) -> str:
        """What it is called, in the reader's language."""
        return str(self.called)

    @property
    def sign(self) -> str:
        """Its shape by itself, in a square of 18."""
        return self.shape(9, 9, 6.5)


def _upright(x: float, y: float, radius: float) -> str:
    return shapes.box(x - radius / 2, y - radius, radius, 2 * radius)


def _square(x: float, y: float, radius: float) -> str:
    return shapes.box(x - radius, y - radius, 2 * radius, 2 * radius)


INJURY = Sort("injury", gettext_lazy("injury"), shapes.diamond)
SAID = Sort("said", gettext_lazy("concern, view, explanation or disclosure"), shapes.triangle)
ASKED = Sort("asked", gettext_lazy("contact, referral or request"), _square)
DECIDED = Sort("decided", gettext_lazy("meeting, decision, order or plan"), shapes.house)
LIVED = Sort("lived", gettext_lazy("household, whereabouts or missing"), _upright)
OTHER = Sort("other", gettext_lazy("seen, examined, or anything else"), shapes.ring)
SORTS = (INJURY, SAID, ASKED, DECIDED, LIVED, OTHER)
"""Every sort, in the order in which they stand above each other."""
_CHAPTERS: Mapping[str, Sort] = MappingProxyType(
    {
        "Injuries": INJURY,
        "Accounts": SAID,
        "Disagreement": SAID,
        "The front door": ASKED,
        **dict.fromkeys(
            (
                *("Meetings", "Enquiry and assessment", "Conference and plan"),
                *("Orders", "Decisions", "Looked after"),
            ),
            DECIDED,
        ),
        "Household": LIVED,
        "Missing": LIVED,
    }
)


def sort_of(kind: str) -> Sort:
    """The sort of an event of a kind, by the chapter of the vocabulary in which it stands."""
    if kind in ANSWERING:
        return SAID
    found = KINDS.get(kind)
    return _CHAPTERS.get(found.chapter, OTHER) if found else OTHER
