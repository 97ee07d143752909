"""A batch of a load in its transaction: every report in turn, and what is written when all is judged."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from heeded.adapters.record.bulk.everybody import Everybody
from heeded.adapters.record.bulk.kin import Kin
from heeded.adapters.record.bulk.known import everybody, families_held
from heeded.adapters.record.bulk.lines import entry_line, line_of
from heeded.adapters.record.bulk.names import Names
from heeded.adapters.record.bulk.staging import Staging
from heeded.adapters.record.record import ties
from heeded.adapters.record.store.cards import card_rows
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.rows import AFTER_ALL, as_held, entry_of
from heeded.adapters.record.store.transaction import Transaction
from heeded.casework.ports import Held, Owed, Place
from heeded.casework.ports.desks import Card
from heeded.casework.ports.record import Stood
from heeded.core.chronology.entry import UNPLACED, Entry
from heeded.core.chronology.people import Agency
from heeded.core.chronology.report import Report
from heeded.core.log.leaf import SALT, content, leaf_hash, parts_of


class Batch:
    """Everybody in a batch of reports, held; `agencies` are all in the record."""

    def __init__(
        self,
        tx: Transaction,
        naming: Naming,
        reports: Sequence[Report],
        now: int,
        agencies: Mapping[str, Agency],
    ) -> None:
        self.now, self.agencies, self.naming, self._tx = now, agencies, naming, tx
        self._reports = [(report, ties(report)) for report in reports]
        self.everybody: Everybody = everybody(tx, naming, reports, [tied for _, tied in self._reports])
        self._kin = Kin(self.everybody, agencies, families_held(tx, self.everybody, agencies))
        self.before = list(self.everybody.families)
        self.names = {report.agency: Names(naming, report.agency) for report in reports}
        events = {self.names[report.agency][event.ref] for report in reports for event in report.events}
        self._told: dict[str, Entry] = {}
        self._sought: set[str] = set()
        self._stood: dict[str, tuple[int, int]] = {}
        self._seek(events)
        self.staging = Staging()
        self.leaves: list[bytes] = []
        self.wakes: list[tuple[str, int]] = []
        self.gone: list[tuple[str, str]] = []
        self.relaid: list[str] = []

    @property
    def families(self) -> Sequence[Held]:
        """Every family that a report is about, as it stands by now."""
        return self._kin.concerned()

    def parts(self) -> Iterator[ReportPart]:
        """The reports, in order: whose each is, is found when its turn comes."""
        for report, tied in self._reports:
            subjects, people = self.everybody.find(report, tied, self.now)
            families = self._kin.brought_together(people)
            yield ReportPart(self, report, subjects, families)

    def family(self, name: str) -> Held:
        """A family as it stands by now."""
        return self._kin.held[name]

    def let(self, held: Held) -> None:
        """Let this be how a family stands by now."""
        self._kin.held[held.chronology.family] = held

    def held(self, entries: Iterable[str]) -> Mapping[str, Entry]:
        """Those of some entries that the record holds by now; one of another batch is looked up."""
        wanted = list(entries)
        self._seek({each for each in wanted if each not in self._sought})
        return {each: self._told[each] for each in wanted if each in self._told}

    def _seek(self, entries: set[str]) -> None:
        if entries:
            self._sought |= entries
            rows = self._tx.rows("log", "held", sorted(entries))
            self._told.update((str(row[0]), entry_of(row)) for row in rows)

    def keep(self, report: Report, entries: Sequence[Entry], flags: Mapping[str, str]) -> list[Entry]:
        """Append entries, a row and a salted leaf for each, and say in which turn they now stand."""
        name = str(self.naming.report(report.agency, report.id)) if entries else None
        salts = secrets.token_bytes(SALT * len(entries))
        placed = []
        for place, told in enumerate(entries):
            entry = replace(told, turn=AFTER_ALL + len(self.leaves)) if told.told == self.now else told
            salt, parts = salts[SALT * place : SALT * (place + 1)], parts_of(entry)
            leaf = leaf_hash(salt, content(entry, entry.child, self.now, parts))
            odd = [flags[entry.id]] if entry.id in flags else []
            own = (len(self.leaves), leaf, self.now, name, odd, salt)
            self.staging.add_line("staged_entry", line_of(*own) + entry_line(entry, parts))
            self._kin.place(entry)
            self.leaves.append(leaf)
            self._told[entry.id] = entry
            placed.append(entry)
        return placed

    def pass_on(self, passed: Mapping[str, Mapping[str, int]], children: Mapping[str, str]) -> None:
        """Note that agencies were told of some entries by another that was addressed to them."""
        for entry, agencies in passed.items():
            for agency, at in agencies.items():
                self.staging.add("staged_passed_on", entry, children[entry], agency, at)

    def as_of(self, entries: Iterable[str]) -> Mapping[str, tuple[int, int]]:
        """Since when and until when systems of record said so, what this batch says among it."""
        wanted = list(entries)
        rows = self._tx.rows("families", "standing", wanted)
        here = {each: self._stood[each] for each in wanted if each in self._stood}
        return {str(entry): (since, at) for entry, since, at in rows} | here

    def stood(self, said: Mapping[str, Stood]) -> None:
        """Note what a system of record is known to have said."""
        for entry, each in said.items():
            before = self._stood.get(entry, (each.since, each.at))
            self._stood[entry] = (before[0], max(each.at, before[1]))
            self.staging.add("staged_standing", entry, each.child, each.since, each.at)

    def stand(self, held: Held, owed: Sequence[Owed]) -> None:
        """Write the lines that are new or changed, and drop those that are owed no more."""
        before = {(self._duty(line), line.agency): line for line in held.owed}
        now = {(self._duty(line), line.agency): line for line in owed}
        self.gone += [key for key in before if key not in now]
        for (duty, agency), line in now.items():
            if before.get((duty, agency)) == line:
                continue
            finding = line.finding
            self.staging.add(
                "staged_duty",
                *(duty, agency, held.chronology.family, finding.child, finding.about, finding.edition),
                *(
                    finding.rule,
                    finding.ref,
                    finding.key,
                    finding.trigger,
                    finding.owed_by,
                    line.practitioner,
                ),
                *(str(finding.verdict), finding.arose, finding.due, line.owed, line.because),
                *(list(line.cites), line.since),
            )

    def lay(self, held: Held, cards: Sequence[Card] | None) -> None:
        """Lay a family's cards out anew."""
        if cards is None:
            return
        self.relaid += held.chronology.people
        for row in card_rows(self.naming, held.chronology.family, cards):
            self.staging.add("staged_card", *row)

    def _duty(self, line: Owed) -> str:
        return str(self.naming.duty(*line.key))

    def wake(self, held: Held, at: int) -> None:
        """Have the family judged again at a moment."""
        self.wakes.append((held.chronology.family, at))


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One report of a batch, with the families that it is about."""

    batch: Batch
    report: Report
    subjects: Mapping[str, str]
    names: tuple[str, ...]
    _held: dict[str, Entry] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        """What its names are in the record."""
        return Place(self.subjects, self.batch.names[self.report.agency])

    @property
    def now(self) -> int:
        """The moment of writing."""
        return self.batch.now

    @property
    def agencies(self) -> Mapping[str, Agency]:
        """Every agency in the record."""
        return self.batch.agencies

    @property
    def families(self) -> Sequence[Held]:
        """Its families, as they stand by now."""
        return [self.batch.family(name) for name in self.names]

    def as_held(self, entry: Entry) -> Entry:
        """An entry that was told, as a chronology holds it."""
        if entry.id not in self._held:
            self._held[entry.id] = as_held(entry, self.batch.everybody.persons)
        return self._held[entry.id]

    def held(self, entries: Iterable[str]) -> Mapping[str, Entry]:
        """Those of some entries that the record holds by now."""
        return self.batch.held(entries)

    def keep(self, entries: Sequence[Entry], flags: Mapping[str, str]) -> Sequence[Entry]:
        """Append entries as told."""
        for entry in self.batch.keep(self.report, entries, flags):
            if entry.turn != UNPLACED:
                self._held[entry.id] = as_held(entry, self.batch.everybody.persons)
        return tuple(map(self.as_held, entries))

    def pass_on(self, passed: Mapping[str, Mapping[str, int]], children: Mapping[str, str]) -> None:
        """Note to whom some entries were passed on."""
        self.batch.pass_on(passed, children)

    def as_of(self, entries: Iterable[str]) -> Mapping[str, tuple[int, int]]:
        """Since when and until when systems of record are known to have said so, by entry."""
        return self.batch.as_of(entries)

    def stood(self, said: Mapping[str, Stood]) -> None:
        """Note what a system of record is known to have said."""
        self.batch.stood(said)

    def let(self, held: Held) -> None:
        """Let this be how one of its families stands by now."""
        self.batch.let(held)
