"""What a report tells again: the same, a correction by the system that keeps the record of it, or neither."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from heeded.casework.entries import tells_the_same
from heeded.casework.ports import Place
from heeded.casework.ports.loading import Taking
from heeded.casework.ports.record import Stood
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.report import Event, Report
from heeded.core.chronology.versions import Past, Version, chains, placed

OTHERWISE = "the record holds an event of this name that says something else: send a correction that names it"

OF_ANOTHER = (
    "the record holds an event of this name about another child: take that one back, and give this one a "
    "name of its own"
)

SUPERSEDED = (
    "your system has said something later of this event, and that stands: this is kept as what it said before"
)


@dataclass(slots=True)
class Sifted:
    """The events of a report as entries: those that are new, those held already, and those that cannot be.

    `entries` says by which entry each event stands; `fresh` are to be kept, in order; `differing` are set
    aside, each with why; `superseded` are new, and older than what stands; `stood` says by entry since when
    and until when its source, which keeps the record of it, is known to have said so; `said_again` are those
    of `fresh` that its source said before, and that are kept once more after what came late, each with that.
    """

    entries: dict[str, str] = field(default_factory=dict)
    fresh: list[Entry] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    differing: dict[str, str] = field(default_factory=dict)
    superseded: dict[str, str] = field(default_factory=dict)
    stood: dict[str, Stood] = field(default_factory=dict)
    said_again: dict[str, str] = field(default_factory=dict)

    def ref_of(self, entry: str) -> str:
        """The name that the report gives to the event for which an entry stands."""
        return next(ref for ref, stands in self.entries.items() if stands == entry)


def told_before(report: Report, told: Mapping[str, Entry], place: Place, work: Taking) -> Sifted:
    """Sift the events of a report, given as entries by ref, by what the record holds of each."""
    held = work.held([entry.id for entry in told.values()])
    sifted = Sifted()
    again = _Again(report, told, place, work, sifted)
    for event in report.events:
        entry = told[event.ref]
        before = held.get(entry.id)
        if event.as_of is not None and not event.corrects:
            again.place(event, event.as_of, before)
        elif before is None:
            sifted.entries[event.ref] = entry.id
            sifted.fresh.append(entry)
        elif tells_the_same(before, entry) or not again.late(event):
            sifted.entries[event.ref] = entry.id
            sifted.held.append(entry.id)
            if not tells_the_same(before, entry):
                sifted.differing[event.ref] = OTHERWISE
    return sifted


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of the entries by which one event is told again."""

    ref: str
    events: Mapping[str, str]

    def of(self, at: int, after: int | None = None, number: int = 0) -> str:
        """The entry as of a moment; `after`: one of those said again after what came late."""
        more = "" if after is None else f"+{after}" if not number else f"+{after}.{number}"
        return self.events[f"{self.ref}@{at}{more}"]


@dataclass(slots=True)
class _Again:
    """Places what is told again among what the record holds by now, this report's own words among it."""

    report: Report
    told: Mapping[str, Entry]
    where: Place
    work: Taking
    sifted: Sifted
    _as_told: dict[str, Entry] = field(default_factory=dict)
    _chains: dict[str, Sequence[Entry]] = field(default_factory=dict)

    def late(self, event: Event) -> bool:
        """Place an event of no version that is older than one that stands; whether it is that."""
        root = self.where.events[event.ref]
        versions = self._versions(root, self._chain(root))
        if event.corrects or event.withdraws or all(version.at <= event.told for version in versions):
            return False
        self.place(event, event.told, None)
        return True

    def place(self, event: Event, at: int, before: Entry | None) -> None:
        """Place what a system of record says as of a moment; `before` is what is held under its own name."""
        entry = self.told[event.ref]
        root = self.where.events[event.withdraws or event.ref]
        chain = self._chain(root)
        if before is not None and not chain:
            self._set_aside(event.ref, entry.id, OF_ANOTHER)
            return
        versions = self._versions(root, chain)
        past = Past(root, chain, versions, _Names(event.ref, self.where.events))
        found = placed(self.work.as_held(entry), at, self.work.now, past)
        if found.entry is None and found.why:
            self._set_aside(event.ref, entry.id, found.why)
            return
        if found.entry is None:
            self.sifted.entries[event.ref] = found.same
            since = min(version.since for version in versions if version.entry.id == found.same)
            self._hold(found.same, Stood(entry.child, since, at))
            return
        self._keep(event.ref, Version(found.entry, at, at), entry, root)
        if any(version.at > at for version in versions):
            self.sifted.superseded[found.entry.id] = SUPERSEDED
        for again in found.again:
            self._keep("", again.version, self._as_it_was_told(again.of), root)
            self.sifted.said_again[again.version.entry.id] = found.entry.id

    def _set_aside(self, ref: str, entry: str, why: str) -> None:
        self.sifted.entries[ref] = entry
        self.sifted.differing[ref] = why

    def _hold(self, same: str, stood: Stood) -> None:
        """Note that what is held already was said again."""
        before = self.sifted.stood.get(same, stood)
        self.sifted.stood[same] = Stood(stood.child, stood.since, max(stood.at, before.at))
        if all(entry.id != same for entry in self.sifted.fresh):
            self.sifted.held.append(same)

    def _keep(self, ref: str, version: Version, told: Entry, root: str) -> None:
        """Keep what was placed: as it is told, with the names and the clock that its place gives it."""
        held = version.entry
        named = replace(
            told,
            id=held.id,
            told=held.told,
            corrects=held.corrects,
            withdraws=held.withdraws,
            writer=next(iter(self.told.values())).writer,
        )
        if ref:
            self.sifted.entries[ref] = held.id
        self.sifted.fresh.append(named)
        self.sifted.stood[held.id] = Stood(told.child, version.since, version.at)
        self._as_told[held.id] = named
        self._chains[root] = (*self._chain(root), held)

    def _as_it_was_told(self, entry: str) -> Entry:
        """An entry as it was told, whether it was kept before or by this report."""
        if entry not in self._as_told:
            self._as_told |= self.work.held([entry])
        return self._as_told[entry]

    def _chain(self, root: str) -> Sequence[Entry]:
        """What is held of an event, with what this report has told of it so far."""
        if not self._chains:
            for family in self.work.families:
                self._chains |= chains(family.chronology.entries)
        return self._chains.get(root, ())

    def _versions(self, root: str, chain: Sequence[Entry]) -> list[Version]:
        """What the source itself said of an event: its first words, and what it said as of a moment."""
        there = [entry.id for entry in chain if entry.id not in self.sifted.stood]
        stood = dict(self.work.as_of(there)) if there else {}
        here = {entry.id: self.sifted.stood.get(entry.id) for entry in chain}
        stood |= {entry: (said.since, said.at) for entry, said in here.items() if said}
        return [
            Version(entry, *stood.get(entry.id, (entry.told, entry.told)))
            for entry in chain
            if entry.id in stood or entry.id == root
        ]
