"""The people and agencies of chronologies, numbered as they are met."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person
from heeded.core.evaluation.columns.arrays import NONE
from heeded.core.evaluation.columns.names import Names
from heeded.core.evaluation.columns.people import UNBORN, Agencies, Heard, Persons


class Cast:
    """Everyone named by the families that were opened so far."""

    def __init__(self, *, heard: bool) -> None:
        self.hears = heard
        self._family = 0
        self._people: Mapping[str, Person] = {}
        self._known: Mapping[str, Agency] = {}
        self._codes: dict[str, int] = {}
        self._numbers: list[int] = []
        self._names: list[str] = []
        self._areas: dict[str, int] = {"": 0}
        self._sectors: dict[str, int] = {}
        self._agency_codes: dict[str, int] = {}
        self._agency_names: list[str] = []
        self._agencies: list[tuple[int, int]] = []
        self._counts: list[int] = []
        self._notes: list[tuple[int, int]] = []

    def open(self, family: int, chronology: Chronology) -> None:
        """Turn to a family: from here on, names are those of its people and agencies."""
        self._family = family
        self._people, self._known = chronology.people, chronology.agencies
        self._codes, self._agency_codes = {}, {}

    def person(self, name: str) -> int:
        """The row of a person of the family."""
        found = self._codes.get(name)
        return self._newcomer(name) if found is None else found

    def _newcomer(self, name: str) -> int:
        code = self._codes[name] = len(self._names)
        self._names.append(name)
        person = self._people.get(name)
        born = person.born.toordinal() if person and person.born else UNBORN
        adult, area = (person.adult, person.area) if person else (False, "")
        self._numbers += (self._family, born, adult, self._areas.setdefault(area, len(self._areas)))
        return code

    def sector(self, agency: str) -> str | None:
        """The sector of an agency of the family, if it is known."""
        known = self._known.get(agency)
        return known.sector if known else None

    def hear(self, entry: Entry) -> None:
        """Note who came to know of the next entry, and when."""
        source, told = entry.source.agency, entry.told
        notes = dict(entry.known)
        notes[source] = min(told, notes.get(source, told))
        self._counts.append(len(notes))
        self._notes += ((self._agency(name), moment) for name, moment in notes.items())

    def _agency(self, name: str) -> int:
        found = self._agency_codes.get(name)
        if found is not None:
            return found
        code = self._agency_codes[name] = len(self._agency_names)
        self._agency_names.append(name)
        known = self._known.get(name)
        sector = self._sectors.setdefault(known.sector, len(self._sectors)) if known else NONE
        self._agencies.append((sector, self._areas.setdefault(known.area if known else "", len(self._areas))))
        return code

    def persons(self) -> Persons:
        """Everyone met."""
        family, born, adult, area = np.array(self._numbers, np.int64).reshape(-1, 4).T.copy()
        names = Names(self._names)
        return Persons(family, born, adult.astype(np.bool_), area, tuple(self._areas), names)

    def heard(self) -> Heard | None:
        """Who came to know of which entry when; None where that was not asked for."""
        if not self.hears:
            return None
        counts = np.array(self._counts, np.int64)
        agency, moment = np.array(self._notes, np.int64).reshape(-1, 2).T.copy()
        sector, area = np.array(self._agencies, np.int64).reshape(-1, 2).T.copy()
        agencies = Agencies(Names(self._agency_names), sector, tuple(self._sectors), area)
        return Heard(np.cumsum(counts) - counts, counts, agency, moment, agencies)
