"""How well a rule is kept, as a page shows it: every verdict beside the others, none without its number."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from heeded.bootstrap.running import counting
from heeded.casework.looking.kept import Figured, NotCounted
from heeded.core.access import Actor
from heeded.core.chronology.when import local
from heeded.core.effectiveness.figures import FEWEST, Figures
from heeded.doors.web.shown.moments import day, moment


@dataclass(frozen=True, slots=True)
class Figure:
    """One verdict: a sign, its word, how many, and what the word means."""

    sign: str
    word: str
    number: str
    meaning: str


@dataclass(frozen=True, slots=True)
class KeptShown:
    """How a rule was kept: its figures, and a sentence on the share; `never` where it never came up."""

    figures: tuple[Figure, ...]
    share: str
    held_back: bool
    never: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """The latest count as a page shows it; where there is none, `why` says so."""

    since: str = ""
    at: str = ""
    children: str = ""
    why: str = ""
    figured: Figured | None = None

    def of(self, rule: str) -> KeptShown | None:
        """How a rule was kept; None where it was not counted."""
        found = self.figured.rules.get(rule) if self.figured else None
        return None if found is None else _shown(found)


def kept(actor: Actor) -> Kept:
    """The latest count, as a reader may see it."""
    found = counting.kept(actor)
    if isinstance(found, NotCounted):
        return Kept(
            why=found.why or _("Not counted yet: the record counts each night how its rules are kept.")
        )
    return Kept(
        since=day(local(found.since).date()),
        at=moment(found.at),
        children=_number(found.children),
        figured=found,
    )


def _shown(found: Figures) -> KeptShown:
    said = (
        ("✓", _("kept"), found.kept, _("done in time")),
        ("◷", _("kept late"), found.kept_late, _("done, but after the time had run out")),
        ("!", _("overdue"), found.overdue, _("the time has run out, and nothing is recorded")),
        ("✕", _("missed"), found.missed, _("ended undone, or done against the rule")),
        ("↷", _("departed"), found.departed, _("set aside with a reason, by somebody named")),
        ("?", _("not assessable"), found.not_assessable, _("the record does not say enough to tell")),
        ("…", _("not yet due"), found.due, _("time is left")),
        ("–", _("fell away"), found.void, _("the need ended first")),
    )
    return KeptShown(
        figures=tuple(Figure(sign, word, _number(number), meaning) for sign, word, number, meaning in said),
        share=_share(found),
        held_back=found.held_back,
        never=found.none_at_all,
    )


def _share(found: Figures) -> str:
    if found.share is None:
        return ""
    share = found.share
    return _(
        "Kept in time: %(part)d of the %(whole)d that can be judged, %(value).0f%% "
        "(95%% interval: %(low).0f%% to %(high).0f%%)."
    ) % {
        "part": share.part,
        "whole": share.whole,
        "value": 100 * share.value,
        "low": 100 * share.low,
        "high": 100 * share.high,
    }


def _number(number: int | None) -> str:
    return _("fewer than %d") % FEWEST if number is None else f"{number:,}"
