"""A whole file loaded: by several processes, in the order of its lines wherever that can matter."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from heeded.adapters.exchange.ledger import Fate, Ledger, Place
from heeded.adapters.exchange.ledger import Refusal as LedgerLine
from heeded.bootstrap.loading.batches import Batch, batches
from heeded.bootstrap.loading.crew import Broken, Crew, at_work
from heeded.bootstrap.loading.finish import finish
from heeded.bootstrap.loading.opening import known_agencies
from heeded.bootstrap.loading.process import Order
from heeded.core.chronology.report import Refusal

WAITING = 3
"""How many batches may wait for one process."""


@dataclass(slots=True)
class Progress:
    """How far a file is, in bytes; entries kept and held before, batches passed over, who owes."""

    name: str
    size: int
    done: int = 0
    kept: int = 0
    held: int = 0
    families: int = 0
    passed_over: int = 0
    owing: set[str] = field(default_factory=set)


Show = Callable[[Progress], None]


def quietly(_: Progress) -> None:
    """Show nothing."""


def load_files(
    files: Sequence[tuple[Path, str]], admin: str, ledger: Ledger, *, processes: int = 2, show: Show = quietly
) -> list[Progress]:
    """Load files of reports in our own JSON, one a line, each in the name of an agency, one after another.

    What cannot be taken is told in the ledger. At the end each agency that owes something new is told once.
    Broken off and started again, it keeps nothing twice. Broken where a process of it failed: what it had
    loaded by then stays loaded.
    """
    known = known_agencies(admin)
    for _, agency in files:
        if agency not in known:
            raise Broken(
                f"the record knows no agency “{agency}”: add it first, or give the id of one it knows"
            )
    told = []
    with at_work(admin, processes) as crew:
        for path, agency in files:
            progress = Progress(path.name, path.stat().st_size)
            with path.open("rb") as file:
                loading = _Loading(progress, agency, crew, ledger, show)
                for batch in batches(file):
                    loading.give(batch)
            while crew.under_way:
                loading.settle()
            told.append(progress)
    finish(admin, sorted(set().union(*(each.owing for each in told))), int(time.time()))
    return told


@dataclass(slots=True)
class _Loading:
    progress: Progress
    agency: str
    crew: Crew
    ledger: Ledger
    show: Show

    def give(self, batch: Batch) -> None:
        """Give a batch to whoever is at work on the same people, else to whoever has least to do."""
        crew = self.crew
        while len(busy := crew.busy_with(batch)) > 1:
            self.settle()
        worker = min(busy or range(len(crew.workers)), key=crew.load_of)
        while crew.load_of(worker) >= WAITING:
            self.settle()
        number, digest = crew.begin(worker, batch), batch.digest(self.agency)
        crew.orders[worker].put(Order(number, self.agency, batch.line, batch.lines, int(time.time()), digest))

    def settle(self) -> None:
        """Wait for one batch, and count what became of it."""
        done = self.crew.wait()
        batch, progress, loaded = self.crew.end(done.number), self.progress, done.loaded
        progress.done += sum(map(len, batch.lines))
        progress.kept += loaded.kept
        progress.held += loaded.held
        progress.families += loaded.families
        progress.passed_over += loaded.before
        progress.owing |= loaded.owing
        for line, refusal in done.refusals:
            self.ledger.add(_line(progress.name, line, refusal))
        self.show(progress)


def _line(file: str, line: int, refusal: Refusal) -> LedgerLine:
    place = Place(file, line, identity=refusal.ref, element=refusal.place)
    fate = Fate.SET_ASIDE if refusal.grave else Fate.KEPT
    what = "an event or a report" if refusal.grave else "a detail"
    return LedgerLine(place, what, "", refusal.reason, "", fate)
