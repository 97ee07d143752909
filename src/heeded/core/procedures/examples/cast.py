"""The cast of an example: its children, adults, agencies and households."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.household import JOINED
from heeded.core.chronology.people import Agency, Person, Source
from heeded.core.chronology.vocabulary.words import SECTORS
from heeded.core.procedures.examples.moment import read_when
from heeded.core.procedures.mistake import nearest, shortened
from heeded.core.procedures.sectors import sector_of
from heeded.core.procedures.text.clause import Clause
from heeded.core.procedures.text.line import Line
from heeded.core.procedures.text.span import read_date

ONLY_CHILD = "the child"
"""The child of an example that names none."""
_CHILD = re.compile(r"(?P<name>.+?)(?:\s+born\s+(?P<born>\S+))?(?:\s+in\s+(?P<area>.+))?")
_AGENCY = re.compile(r"(?P<name>.+?)\s*:\s*(?P<sector>.+?)(?:\s+in\s+(?P<area>.+))?")
_HOUSEHOLD = re.compile(r"(?P<names>.+?)\s+from\s+(?P<day>\S+)")


@dataclass
class Cast:
    """Who there is in an example; `open_to_all` while no children were declared."""

    people: dict[str, Person] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    open_to_all: bool = True

    @property
    def children(self) -> list[str]:
        """The children, in the order in which they were named."""
        return [person.id for person in self.people.values() if not person.adult]

    def child(self, name: str, line: Line) -> str:
        """The child of that name, or the only one; refused where there is none such."""
        if name and name not in self.people and self.open_to_all:
            self.people[name] = Person(name, name)
        if name in self.people and not self.people[name].adult:
            return name
        if name:
            raise line.wrong(
                f"“{shortened(name)}” is not among the children.{nearest(name, self.children)}",
                "Name every child on the line “children”.",
            )
        if not self.children:
            self.people[ONLY_CHILD] = Person(ONLY_CHILD, ONLY_CHILD)
        if len(self.children) > 1:
            raise line.wrong("The row does not say which child.", f"Children: {', '.join(self.children)}.")
        return self.children[0]

    def person(self, name: str, line: Line) -> str:
        """The person of that name; refused where there is none such."""
        if name not in self.people:
            raise line.wrong(
                f"“{shortened(name)}” is nobody in this example.{nearest(name, self.people)}",
                "Name every person on the line “children” or “adults”.",
            )
        return name

    def agency(self, name: str, line: Line) -> str:
        """The agency of that name; one not declared is known by a name that tells its sector."""
        if name not in self.agencies:
            sector = sector_of(name)
            if sector not in SECTORS:
                raise line.wrong(
                    f"“{shortened(name)}” is no agency of this example.{nearest(name, self.agencies)}",
                    "Add it to the line “agencies”, as “NAME: SECTOR”, or name it by its sector: "
                    f"{', '.join(SECTORS)}.",
                )
            self.agencies[name] = Agency(name, name, sector)
        return name


def read_children(clause: Clause, cast: Cast) -> None:
    """Add the children of a line "NAME born DATE in AREA; …"."""
    cast.open_to_all = False
    for found in _each(clause, _CHILD, "Ania born 2021-05-01 in Anytown"):
        born = read_date(found["born"], clause.line) if found["born"] else None
        _add(cast, clause, found["name"], born, found["area"] or "", adult=False)


def read_adults(clause: Clause, cast: Cast) -> None:
    """Add the adults of a line "NAME; …"."""
    for found in _each(clause, _CHILD, "Celina; Dawid"):
        born = read_date(found["born"], clause.line) if found["born"] else None
        _add(cast, clause, found["name"], born, "", adult=True)


def read_agencies(clause: Clause, cast: Cast) -> None:
    """Add the agencies of a line "NAME: SECTOR in AREA; …"."""
    for found in _each(clause, _AGENCY, "Anytown council: social care in Anytown"):
        name, sector = found["name"], sector_of(found["sector"])
        if sector not in SECTORS:
            raise clause.wrong(
                f"“{shortened(found['sector'])}” is no sector.{nearest(found['sector'], SECTORS)}",
                f"Sectors: {', '.join(SECTORS)}.",
            )
        if name in cast.agencies:
            raise clause.wrong(f"“{shortened(name)}” is named twice.", "Keep one.")
        cast.agencies[name] = Agency(name, name, sector, found["area"] or "")


def read_household(clause: Clause, cast: Cast) -> Iterator[Entry]:
    """The entries that a line "household NAME, NAME from DATE" stands for: each person joined it."""
    found = _HOUSEHOLD.fullmatch(clause.said("names and a date"))
    if found is None:
        raise clause.wrong(
            "The household is not given as names and a date.", "Write “Ania, Celina from 2020-01-01”."
        )
    when = read_when(found["day"], clause.line)
    names = [cast.person(name.strip(), clause.line) for name in found["names"].split(",")]
    children = [name for name in names if name in cast.children] or [cast.child("", clause.line)]
    agency = cast.agency("children's social care", clause.line)
    for number, name in enumerate(names, start=1):
        yield Entry(
            id=f"line {clause.line.number}, person {number}",
            kind=JOINED,
            child=name if name in children else children[0],
            happened=when,
            told=when.latest,
            source=Source(agency),
            facts={"person": name, "household": f"home of {names[0]}"},
        )


def _each(clause: Clause, shape: re.Pattern[str], sample: str) -> Iterable[re.Match[str]]:
    for part in clause.said("a name").split(";"):
        if (found := shape.fullmatch(part.strip())) is None:
            raise clause.wrong(f"“{shortened(part)}” cannot be read here.", f"Write such as “{sample}”.")
        yield found


def _add(cast: Cast, clause: Clause, name: str, born: date | None, area: str, *, adult: bool) -> None:
    if name in cast.people:
        raise clause.wrong(f"“{shortened(name)}” is named twice.", "Give each person a name of their own.")
    cast.people[name] = Person(name, name, born, adult, area)
