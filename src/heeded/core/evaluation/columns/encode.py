"""Chronologies put into columns: only what a handbook reads of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from heeded.core.chronology.carriage import Carriage
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import UNPLACED, Entry, Fact
from heeded.core.chronology.household import ACCESS_BEGAN, ACCESS_ENDED, JOINED, LEFT
from heeded.core.evaluation.columns.arrays import NONE, nones
from heeded.core.evaluation.columns.cast import Cast
from heeded.core.evaluation.columns.coded import Coding, scattered
from heeded.core.evaluation.columns.columns import NOBODYS, Columns, Links, Stays
from heeded.core.evaluation.columns.names import Names
from heeded.core.evaluation.columns.wanted import Wanted

HOUSEHOLD_KINDS = (JOINED, LEFT)
STAY_KINDS = (*HOUSEHOLD_KINDS, ACCESS_BEGAN, ACCESS_ENDED)


def encode(chronologies: Iterable[Chronology], wanted: Wanted, *, heard: bool = True) -> Columns:
    """The families' entries as columns. Entries of kinds that no rule reads are left out.

    Without `heard`, who knew when is left out too, and agencies' own views cannot be taken.
    """
    pages = _Pages(wanted, heard=heard)
    for chronology in chronologies:
        pages.write(chronology)
    return pages.columns()


class _Pages:
    """Columns in the making, entry by entry."""

    def __init__(self, wanted: Wanted, *, heard: bool) -> None:
        self.wanted = wanted
        self.kinds = {name: number for number, name in enumerate(wanted.kinds)}
        self.numbers: list[int] = []
        self.names: list[str] = []
        self.values: dict[str, int] = {"": 0}
        self.keys: dict[str, tuple[list[int], list[int]]] = {name: ([], []) for name in wanted.keys}
        self.facts = {name: Coding() for fields in wanted.fields.values() for name in fields}
        self.about: tuple[list[int], list[int]] = ([], [])
        self.stays: tuple[list[int], list[int], list[int]] = ([], [], [])
        self.links: list[tuple[int, int, Entry]] = []
        self.cast = Cast(heard=heard)
        self.families: list[str] = []
        self.declared: dict[int, tuple[int, tuple[Carriage, ...]]] = {}
        self.declaring: list[int] = []

    def write(self, chronology: Chronology) -> None:
        """Add a family. Where two entries have one id, the later one stands."""
        number = len(self.families)
        self.families.append(chronology.family)
        self.declaring.append(self._declaration(chronology.carriages))
        self.cast.open(number, chronology)
        entries: Iterable[Entry] = chronology.entries
        if len({entry.id for entry in entries}) < len(chronology.entries):
            entries = {entry.id: entry for entry in entries}.values()
        linked = {e.corrects or e.withdraws for e in entries if e.corrects or e.withdraws is not None}
        linking = bool(linked)
        for entry in entries:
            kind = self.kinds.get(entry.kind, NONE)
            chained = linking and (
                entry.corrects is not None or entry.withdraws is not None or entry.id in linked
            )
            if kind == NONE and not chained:
                continue
            self._row(number, kind, entry)
            if chained:
                self.links.append((len(self.names) - 1, number, entry))

    def _declaration(self, carriages: tuple[Carriage, ...]) -> int:
        if not carriages:
            return NONE
        return self.declared.setdefault(id(carriages), (len(self.declared), carriages))[0]

    def _row(self, family: int, kind: int, entry: Entry) -> None:
        row = len(self.names)
        self.names.append(entry.id)
        happened, known, told, name = entry.happened, entry.known, entry.told, entry.kind
        first = min(told, *known.values()) if known else told
        child = self.cast.person(entry.child)
        self.numbers += (family, child, kind, happened.earliest, happened.latest, told, first, entry.turn)
        if tied := entry.keys:
            self._tie(row, tied)
        if fields := self.wanted.fields.get(name):
            self._state(row, entry, fields)
        if name in self.wanted.about:
            self._name(row, entry)
        if self.wanted.stays and name in STAY_KINDS:
            self._stay(row, entry)
        if self.cast.hears:
            self.cast.hear(entry)

    def _tie(self, row: int, tied: Mapping[str, str]) -> None:
        keys, values = self.keys, self.values
        for name, value in tied.items():
            if value and name in keys:
                rows, codes = keys[name]
                rows.append(row)
                codes.append(values.setdefault(value, len(values)))

    def _state(self, row: int, entry: Entry, fields: tuple[str, ...]) -> None:
        for name in fields:
            value = self._fact(name, entry)
            if value is not None:
                self.facts[name].add(row, value)

    def _fact(self, name: str, entry: Entry) -> Fact | None:
        if name == "agency":
            return self.cast.sector(entry.source.agency)
        if name == "role":
            return frozenset({entry.source.role}) if entry.source.role else None
        return entry.facts.get(name)

    def _name(self, row: int, entry: Entry) -> None:
        person = entry.facts.get("person")
        if isinstance(person, str):
            self.about[0].append(row)
            self.about[1].append(self.cast.person(person))

    def _stay(self, row: int, entry: Entry) -> None:
        rows, persons, homes = self.stays
        rows.append(row)
        persons.append(self.cast.person(str(entry.facts.get("person", ""))))
        home = str(entry.facts.get("household", ""))
        within = entry.kind in HOUSEHOLD_KINDS
        homes.append(self.values.setdefault(home, len(self.values)) if within else NONE)

    def columns(self) -> Columns:
        """All that was written."""
        size = len(self.names)
        numbers = np.array(self.numbers, np.int64).reshape(size, 8).T.copy()
        family, child, kind, earliest, latest, told, known, turn = numbers
        rows, persons, homes = self.stays
        return Columns(
            kinds=self.wanted.kinds,
            family=family,
            child=child,
            kind=kind,
            earliest=earliest,
            latest=latest,
            told=told,
            known=known,
            entry=np.arange(size),
            persons=self.cast.persons(),
            keys={name: scattered(*found, size) for name, found in self.keys.items()},
            facts={name: coding.column(size) for name, coding in self.facts.items() if coding},
            person=scattered(*self.about, size) if self.about[0] else None,
            turn=turn if np.count_nonzero(turn != UNPLACED) else None,
            stays=Stays(scattered(rows, persons, size), scattered(rows, homes, size)) if rows else None,
            heard=self.cast.heard(),
            links=self._links(size),
            declared=tuple(carriages for _, carriages in self.declared.values()),
            declaring=np.array(self.declaring, np.int64),
            families=Names(self.families),
            entries=Names(self.names),
            values=Names(list(self.values)),
        )

    def _links(self, size: int) -> Links | None:
        if not self.links:
            return None
        codes = {(family, entry.id): row for row, family, entry in self.links}
        links = Links(nones(size), nones(size))
        for row, family, entry in self.links:
            if entry.corrects:
                links.corrects[row] = self._code(family, entry.corrects, codes)
            if entry.withdraws is not None:
                named = entry.withdraws
                links.withdraws[row] = self._code(family, named, codes) if named else NOBODYS
        return links

    def _code(self, family: int, name: str, codes: dict[tuple[int, str], int]) -> int:
        """The code of an entry of a family; one that we were not sent gets a code beyond the rows."""
        if (family, name) not in codes:
            codes[family, name] = len(self.names)
            self.names.append(name)
        return codes[family, name]
