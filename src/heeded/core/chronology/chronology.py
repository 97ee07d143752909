"""A family's chronology: the entries held about its children, and who is who in them."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from heeded.core.chronology.carriage import Carriage
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person
from heeded.core.chronology.view import Known, as_known

Made = TypeVar("Made")
_LAST = 8
"""How many things made of one chronology are kept at hand."""


@dataclass(frozen=True, slots=True)
class Chronology:
    """Everything recorded about the children of one family.

    `carriages` say what the sources of these entries can carry; with none, the record is
    taken to be the agencies' own live record, which carries everything.
    """

    family: str
    entries: tuple[Entry, ...]
    people: Mapping[str, Person] = field(default_factory=dict)
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    carriages: tuple[Carriage, ...] = ()
    _views: dict[tuple[int | None, str | None], tuple[Known, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _kept: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _lasts: dict[str | None, int | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    _made_of: tuple[Chronology, tuple[Entry, ...]] | None = field(
        default=None, init=False, repr=False, compare=False
    )

    def and_also(self, added: Sequence[Entry]) -> Chronology:
        """The same with entries more, none of which corrects or withdraws another, or is so by one.

        Its views are made of this one's views, which on a long record saves most of the work.
        """
        more = replace(self, entries=(*self.entries, *added))
        object.__setattr__(more, "_made_of", (self, tuple(added)))
        return more

    def kept(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """What is made of this chronology under a name: made once, while it is among the last asked for."""
        found = self._kept.pop(name, None)
        self._kept[name] = made = make() if found is None else cast("Made", found)
        for old in [*self._kept][:-_LAST]:
            self._kept.pop(old, None)
        return made

    def as_known(self, at: int | None = None, to: str | None = None) -> tuple[Known, ...]:
        """The events known by `at` (seconds UTC) to agency `to`, in the order of the record; made once.

        By a moment after which nobody came to know of anything it is the same as ever after.
        """
        if at is not None and (last := self._last_known(to)) is not None and last <= at:
            at = None
        view = self._views.get((at, to))
        if view is None:
            view = self._views[at, to] = self._view(at, to)
        return view

    def _view(self, at: int | None, to: str | None) -> tuple[Known, ...]:
        if self._made_of is None:
            return as_known(self.entries, at, to)
        before, added = self._made_of
        view = [*before.as_known(at, to)]
        for event in as_known(added, at, to):
            insort(view, event, key=_order)
        return tuple(view)

    def _last_known(self, to: str | None) -> int | None:
        """When agency `to` (None: anybody) came to know of the last entry; None where it knows of none."""
        if to not in self._lasts:
            before, entries = self._made_of or (None, self.entries)
            moments = [each.first_known if to is None else each.known_to(to) for each in entries]
            moments.append(before._last_known(to) if before else None)  # noqa: SLF001 - another of its class
            self._lasts[to] = max((each for each in moments if each is not None), default=None)
        return self._lasts[to]

    def area_of(self, child: str) -> str:
        """The local authority in which the child lives, or an empty text where not recorded."""
        person = self.people.get(child)
        return person.area if person else ""

    def answerable(self, sector: str, child: str) -> tuple[str, ...]:
        """The agencies of a sector to which a duty towards this child falls."""
        area = self.area_of(child)
        return tuple(agency.id for agency in self.agencies.values() if agency.answers_for(sector, area))


def _order(event: Known) -> tuple[int, int, int, int, int, str]:
    return event.order
