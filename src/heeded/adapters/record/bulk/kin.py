"""The families of a batch while its reports come in: brought together where people turn out to be kin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from heeded.adapters.record.bulk.everybody import Everybody
from heeded.adapters.record.store.rows import as_held
from heeded.casework.ports import Held, Owed
from heeded.core.chronology.answering import answering
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency


class Kin:
    """Each family as it stands by now, by name: read from the record, or made by a report."""

    def __init__(
        self,
        known: Everybody,
        agencies: Mapping[str, Agency],
        read: Iterable[tuple[Held, Iterable[Entry]]],
    ) -> None:
        self._known, self._agencies = known, agencies
        self.held: dict[str, Held] = {}
        self._where: dict[str, str] = {}
        self._told: dict[str, tuple[int, Entry]] = {}
        self._concerned: set[str] = set()
        for held, told in read:
            self._put(held)
            for entry in told:
                self.place(entry)

    def concerned(self) -> Sequence[Held]:
        """Every family that a report was about."""
        return [held for name, held in self.held.items() if name in self._concerned]

    def place(self, told: Entry) -> None:
        """Note an entry as it was told, after all others of its family."""
        self._told[told.id] = (len(self._told), told)

    def brought_together(self, people: Iterable[str]) -> tuple[str, ...]:
        """The families of some people, each with everybody who is in it by now, and all about them."""
        everybody = sorted(people)
        families = sorted({self._known.families[person] for person in everybody})
        names = dict.fromkeys(self._where[each] for each in everybody if each in self._where)
        parts = [self.held.pop(name) for name in names]
        self._concerned -= names.keys()
        entries = self._entries(parts, families)
        owed: dict[str, list[Owed]] = {family: [] for family in families}
        for line in (line for part in parts for line in part.owed):
            owed[self._family(line.finding.child)].append(line)
        for family in families:
            people_in, own = self._known.members(family), tuple(entries[family])
            near = answering(own, people_in.values(), self._agencies)
            chronology = Chronology(family, own, people_in, near)
            self._put(Held(chronology, tuple(owed[family])))
            self._concerned.add(family)
        return tuple(families)

    def _entries(self, parts: Sequence[Held], families: Sequence[str]) -> dict[str, list[Entry]]:
        """The entries of some families as they were, by the family to which each belongs by now."""
        found = [entry for part in parts for entry in part.chronology.entries]
        if len(parts) > 1:
            found.sort(key=lambda entry: self._told[entry.id][0])
        if len(families) == 1 and not self._known.moved:
            return {families[0]: found}
        by_family: dict[str, list[Entry]] = {family: [] for family in families}
        for entry in found:
            now = as_held(self._told[entry.id][1], self._known.persons, entry.known)
            by_family[self._family(now.child)].append(now)
        return by_family

    def _family(self, person: str) -> str:
        return self._known.families[person]

    def _put(self, held: Held) -> None:
        self.held[held.chronology.family] = held
        self._where.update(dict.fromkeys(held.chronology.people, held.chronology.family))
