"""The family as its page shows it: the genogram on a day, and tables of who is who, and who moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from heeded.casework.looking import Opened
from heeded.core.chronology.people import Person
from heeded.core.chronology.when import end_of_day, local, start_of_day
from heeded.core.evidence.around import Living, Tie, died, living, moves, ties
from heeded.core.evidence.around.ties import sexes
from heeded.core.evidence.seen import Seen
from heeded.doors.web.drawn.genogram import Figure, Home, genogram
from heeded.doors.web.drawn.genogram.places import LETTERS
from heeded.doors.web.drawn.kin_of import kin_of
from heeded.doors.web.drawn.shapes import Drawing, wrapped
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import born, name

_MONTHS_UNTIL = 24
_EITHER_WAY = ("sibling", "half-sibling", "step-sibling", "cousin")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberShown:
    """A person of the family: `here` says whether they live with the child on the day."""

    id: str
    name: str
    adult: bool
    born: str
    died: str
    relations: tuple[str, ...]
    here: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TieShown:
    """Who somebody is to somebody else, by which agencies, and what was recorded that speaks against it."""

    entry: str
    person: str
    relation: str
    to: str
    agencies: tuple[str, ...]
    alleged: bool
    against: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyShown:
    """All of that; `days` are those on which somebody moved, each as an address and in words.

    `drawn_apart` counts the relationships that are drawn with a broken line, because they are in doubt.
    """

    drawing: Drawing
    on: str
    on_day: date
    members: tuple[MemberShown, ...]
    ties: tuple[TieShown, ...]
    moves: tuple[tuple[str, str, bool, str], ...]
    days: tuple[tuple[str, str, bool], ...]
    unborn: tuple[str, ...]
    drawn_apart: int


def family_shown(opened: Opened, names: Names, now: int, on: date | None = None) -> FamilyShown:
    """The family of an opened record on a local day; today (`now`, seconds UTC) where none is given."""
    day = min(on or local(now).date(), local(now).date())
    return _Page(opened, names, now, day).shown()


class _Page:
    """One family on one day, and for whom it is put into words."""

    def __init__(self, opened: Opened, names: Names, now: int, day: date) -> None:
        self._opened, self._names, self._day = opened, names, day
        self._seen = Seen.of(opened.whole, now)
        self._today = local(now).date()
        self._people = opened.whole.people
        self._ties = ties(self._seen)
        self._died = died(self._seen)
        self._living = living(self._seen, start_of_day(day), end_of_day(day))
        self._there = {
            id_: person
            for id_, person in self._people.items()
            if not (person.born and person.born > day) or id_ == opened.child
        }

    def shown(self) -> FamilyShown:
        """All of it."""
        figures = tuple(self._figure(person) for person in self._there.values())
        homes = tuple(self._homes())
        drawing = genogram(
            kin_of(figures, self._ties, self._seen, self._day, homes), "genogram", self._title(), self._told()
        )
        moved = moves(self._seen)
        days = sorted({local(each.event.entry.happened.earliest).date() for each in moved} | {self._today})
        return FamilyShown(
            drawing=drawing,
            on=moments.day(self._day),
            on_day=self._day,
            members=tuple(self._member(person) for person in self._there.values()),
            ties=tuple(self._tie(tie) for tie in self._ties if tie.person in self._people),
            moves=tuple(
                (
                    self._name(each.person),
                    moments.happened(each.event.entry.happened),
                    each.came,
                    each.event.entry.id,
                )
                for each in reversed(moved)
            ),
            days=tuple((each.isoformat(), moments.day(each), each == self._day) for each in days),
            unborn=tuple(name(person) for id_, person in self._people.items() if id_ not in self._there),
            drawn_apart=sum(1 for tie in self._ties if tie.doubtful),
        )

    def _title(self) -> str:
        return _("Genogram of %(name)s on %(day)s") % {
            "name": self._name(self._opened.child),
            "day": moments.day(self._day),
        }

    def _told(self) -> str:
        """What the drawing shows, for whoever does not see it: the tables say the same in full."""
        here = [self._name(each) for each in self._with_child()]
        if not here:
            return _(
                "Nobody is recorded as living with the child on that day. The tables below say the same."
            )
        return _("Living with the child on that day: %(names)s. The tables below say the same in full.") % {
            "names": ", ".join(here)
        }

    def _name(self, who: str) -> str:
        return name(self._people.get(who))

    def _own(self) -> frozenset[str]:
        return frozenset(each.household for each in self._living if each.person == self._opened.child)

    def _with_child(self) -> tuple[str, ...]:
        own, child = self._own(), self._opened.child
        there = (each.person for each in self._living if each.household in own and each.person != child)
        return tuple(dict.fromkeys(there))

    def _homes(self) -> Iterator[Home]:
        own = self._own()
        for household in dict.fromkeys(each.household for each in self._living):
            members = frozenset(each.person for each in self._living if each.household == household)
            shown = members.intersection(self._there)
            if shown and (household in own or len(shown) > 1):
                yield Home(shown, household in own)

    def _figure(self, person: Person) -> Figure:
        called, relations = name(person), self._relations(person.id)
        here = self._here(person.id)
        index = person.id == self._opened.child
        told = "; ".join(filter(None, (called, *relations, here)))
        return Figure(
            id=person.id,
            sex=sexes(self._seen, self._ties).get(person.id, ""),
            inside=_age(person.born, self._day),
            lines=(
                *wrapped(called, LETTERS, 2),
                *(line for each in relations[:2] for line in wrapped(each, LETTERS, 2)),
                *wrapped(here if not self._stays(person.id) else "", LETTERS, 2),
            ),
            label=_("%(told)s, the child of this record") % {"told": told} if index else told,
            born=person.born,
            adult=person.adult,
            dead=self._dead(person.id),
            index=index,
        )

    def _dead(self, who: str) -> bool:
        found = self._died.get(who)
        return found is not None and found.entry.happened.earliest <= end_of_day(self._day)

    def _stays(self, who: str) -> bool:
        """Whether somebody surely lives with the child that day: the outline says so."""
        own = self._own()
        return any(each.person == who and each.sure for each in self._living if each.household in own)

    def _here(self, who: str) -> str:
        """Whether somebody lives with the child on the day, or did."""
        own = self._own()
        there = [each for each in self._living if each.person == who and each.household in own]
        if who == self._opened.child:
            return ""
        if there:
            return _here_since(there[0]) if there[0].sure else _("perhaps there that day")
        left = [
            stay.end
            for stay in self._seen.households
            if stay.person == who and stay.end and stay.end.happened.latest < start_of_day(self._day)
        ]
        if left:
            return _("left %(when)s") % {"when": moments.happened(left[-1].happened)}
        return ""

    def _relations(self, who: str) -> tuple[str, ...]:
        """Who somebody is to the child, in the words that were recorded."""
        child, found = self._opened.child, []
        for tie in self._ties:
            there = tie.person == who and tie.to == child
            turned = tie.to == who and tie.person == child and tie.relation in _EITHER_WAY
            if there or turned:
                found.append(_("%s, in doubt") % tie.relation if tie.doubtful else tie.relation)
        return tuple(dict.fromkeys(found))

    def _member(self, person: Person) -> MemberShown:
        death = self._died.get(person.id)
        return MemberShown(
            id=person.id,
            name=name(person),
            adult=person.adult,
            born=born(person),
            died=moments.happened(death.entry.happened) if death and self._dead(person.id) else "",
            relations=self._relations(person.id),
            here=self._here(person.id),
        )

    def _tie(self, tie: Tie) -> TieShown:
        return TieShown(
            entry=tie.said[0].entry.id,
            person=self._name(tie.person),
            relation=tie.relation,
            to=self._name(tie.to),
            agencies=tuple(map(self._names.agency, tie.agencies)),
            alleged=tie.alleged,
            against=tuple((event.entry.id, self._said(event.entry.facts)) for event in tie.against),
        )

    def _said(self, facts: Mapping[str, object]) -> str:
        return _("%(person)s is %(relation)s of %(to)s") % {
            "person": self._name(str(facts.get("person", ""))),
            "relation": facts.get("relation", ""),
            "to": self._name(str(facts.get("to", ""))),
        }


def _here_since(stay: Living) -> str:
    return _("lives there since %(when)s") % {"when": moments.happened(stay.stay.begin.happened)}


def _age(when: date | None, day: date) -> str:
    """An age on a day, short enough to stand within a sign."""
    if when is None or when > day:
        return ""
    months = (day.year - when.year) * 12 + day.month - when.month - (day.day < when.day)
    if months < _MONTHS_UNTIL:
        return ngettext("%(number)d m", "%(number)d m", months) % {"number": months}
    return str(months // 12)
