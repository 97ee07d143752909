"""Injuries as a page shows them: their marks on the map of the body, age and mobility, and the prompts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from heeded.casework.looking import Opened
from heeded.core.chronology.people import Person
from heeded.core.chronology.view import Known
from heeded.core.evidence.prompts import (
    COLOUR_TELLS_NO_AGE,
    Observed,
    Prompt,
    observed,
    of_injury,
    seems_to_date,
)
from heeded.doors.web.body import figure_for
from heeded.doors.web.body.drawn import ViewDrawn, drawn
from heeded.doors.web.child.shown.explained import ExplainedShown, by_injury
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import facts, name

_YEAR, _UNSURE = 12, 24
_ELSEWHERE = ("what", "sites", "mobility")
"""Facts that a mark says in its first words, or that stand once for the injury."""

_MEASURED = ("length", "width")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkShown:
    """A mark: its number on the map, what and where it is, and what else was said of it."""

    number: int
    entry: str
    what: str
    where: str
    agency: str
    facts: tuple[tuple[str, str], ...]
    colour: bool
    dates_itself: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InjuryShown:
    """An injury: when it was seen and of whom, its marks, the views that bear them, prompts and accounts."""

    id: str
    child: str
    when: str
    age: str
    mobility: str
    figure: str
    marks: tuple[MarkShown, ...]
    views: tuple[ViewDrawn, ...]
    prompts: tuple[Prompt, ...]
    explained: ExplainedShown | None = None

    @property
    def lead(self) -> str:
        """How the addresses of its marks begin."""
        return f"mark-{self.id}-"

    @property
    def colour_note(self) -> str:
        """What is said beside a colour; empty where none was recorded."""
        return COLOUR_TELLS_NO_AGE if any(mark.colour for mark in self.marks) else ""


def seen_injuries(opened: Opened) -> tuple[Observed, ...]:
    """The injuries that the reader of an opened page may see, the latest first."""
    return tuple(reversed(observed(opened.whole.as_known(), opened.whole.people)))


def injuries(found: Iterable[Observed], opened: Opened, names: Names, now: int) -> tuple[InjuryShown, ...]:
    """Some of them, with how each is said to have come about; `now` in seconds UTC."""
    people, wanted = opened.whole.people, [*found]
    said = by_injury(opened, names, now, frozenset(each.marks[0].entry.id for each in wanted))
    return tuple(_shown(each, people, names, said.get(each.marks[0].entry.id)) for each in wanted)


def outlines(*views: Iterable[ViewDrawn]) -> tuple[ViewDrawn, ...]:
    """The views that are needed, each once."""
    return tuple({view.id: view for some in views for view in some}.values())


def numbered(marks: Iterable[Known]) -> Mapping[str, tuple[int, ...]]:
    """Where on the body some marks are, by their numbers from one."""
    found: dict[str, tuple[int, ...]] = {}
    for number, mark in enumerate(marks, start=1):
        sites = mark.entry.facts.get("sites")
        for site in sites if isinstance(sites, frozenset) else ():
            found[site] = (*found.get(site, ()), number)
    return found


def _shown(
    injury: Observed, people: Mapping[str, Person], names: Names, explained: ExplainedShown | None
) -> InjuryShown:
    marks = tuple(
        mark_shown(number, mark, people, names) for number, mark in enumerate(injury.marks, start=1)
    )
    figure = figure_for(injury.months[0] if injury.months else None)
    return InjuryShown(
        id=injury.marks[0].entry.id,
        child=name(people.get(injury.child)),
        when=moments.happened(injury.marks[0].entry.happened),
        age=age(injury.months),
        mobility=injury.mobility,
        figure=_(figure.title),
        marks=marks,
        views=tuple(view for view in drawn(figure, numbered(injury.marks)) if view.marks),
        prompts=of_injury(injury),
        explained=explained,
    )


def mark_shown(number: int, mark: Known, people: Mapping[str, Person], names: Names) -> MarkShown:
    """A mark in words."""
    entry = mark.entry
    said = dict(facts(entry.kind, entry.facts, people))
    colour = str(entry.facts.get("colour", ""))
    return MarkShown(
        number=number,
        entry=entry.id,
        what=said.get("what", _("a mark")),
        where=said.get("sites", _("where on the body is not recorded")),
        agency=names.agency(entry.source.agency),
        facts=tuple(
            (fact, f"{words} mm" if fact in _MEASURED else words)
            for fact, words in said.items()
            if fact not in _ELSEWHERE
        ),
        colour=bool(colour),
        dates_itself=seems_to_date(colour),
    )


def age(months: tuple[int, int] | None) -> str:
    """An age in words, from the least to the most completed months that it may be; empty if not known."""
    if months is None:
        return ""
    least, most = months
    if least == most:
        return _months(least)
    return _("%(least)s to %(most)s") % {"least": _months(least), "most": _months(most)}


def _months(months: int) -> str:
    if months < _UNSURE:
        return ngettext("%(number)d month", "%(number)d months", months) % {"number": months}
    years, over = divmod(months, _YEAR)
    said = ngettext("%(number)d year", "%(number)d years", years) % {"number": years}
    if not over:
        return said
    more = ngettext("%(number)d month", "%(number)d months", over) % {"number": over}
    return f"{said} {more}"
