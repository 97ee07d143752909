"""One process of a load: it reads and loads the batches that it is given, until there are no more."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.queues import Queue
from typing import TYPE_CHECKING

from heeded import bootstrap
from heeded.adapters.exchange.heeded_json import read_report
from heeded.adapters.exchange.unreadable import UnreadableReport
from heeded.bootstrap import live
from heeded.bootstrap.loading.opening import open_bulk
from heeded.casework.load import Loaded, load
from heeded.casework.ports import Author
from heeded.casework.ports.loading import Guarded
from heeded.casework.receive import receive
from heeded.core.chronology.report import Refusal, Report
from heeded.core.procedures.handbook import Handbook

if TYPE_CHECKING:
    from heeded.adapters.record.bulk import BulkRecord

ACCOUNT = "heeded load"
"""The account in whose name a load writes."""
_TRIES = 8


@dataclass(frozen=True, slots=True)
class Order:
    """A batch to be loaded: its number, whose it is, its lines from which on, the moment, and its digest."""

    number: int
    agency: str
    line: int
    lines: tuple[bytes, ...]
    now: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a batch, and its refusals with the line of each; or what went wrong."""

    number: int
    loaded: Loaded = field(default_factory=Loaded)
    refusals: tuple[tuple[int, Refusal], ...] = ()
    wrong: str = ""


def run(admin: str, orders: Queue[Order | None], done: Queue[Done]) -> None:
    """Load what is ordered into the database of a connection string, until None comes."""
    live.connect_as_app(admin)
    handbook, number = bootstrap.open_handbook(), -1
    try:
        record = open_bulk(admin)
        while (order := orders.get()) is not None:
            number = order.number
            done.put(_load(order, record, handbook))
        record.close()
    except BaseException:  # noqa: BLE001 - the parent process is told of it, whatever it is
        done.put(Done(number, wrong=traceback.format_exc()))


def _load(order: Order, record: BulkRecord, handbook: Handbook) -> Done:
    from heeded.adapters.record.bulk import RACED  # noqa: PLC0415 - after Django is set up

    reports, places, refusals = _read(order)
    author, tries = Author(order.agency, ACCOUNT, through=ACCOUNT), 0
    while True:
        try:
            loaded = load(reports, author, order.now, order.digest, record, handbook)
        except RACED:
            tries += 1
            if tries == _TRIES:
                raise
            continue
        except Guarded:
            loaded = _one_by_one(reports, author, order.now, handbook)
        told = ((line, each) for line, found in zip(places, loaded.refusals, strict=False) for each in found)
        return Done(order.number, loaded, (*refusals, *told))


def _one_by_one(reports: Sequence[Report], author: Author, now: int, handbook: Handbook) -> Loaded:
    """The same reports received each for itself, where a shield or a seal stands for somebody in them."""
    record = live.open_record()
    received = [receive(report, author, now, record, handbook, asks=False) for report in reports]
    owing = {line.agency for each in received for changed in each.changed for line in changed.fresh}
    return Loaded(
        kept=sum(len(each.kept) for each in received),
        held=sum(len(each.held_already) for each in received),
        families=sum(len(each.changed) for each in received),
        refusals=tuple(each.refusals for each in received),
        owing=frozenset(owing - {""}),
    )


def _read(order: Order) -> tuple[list[Report], list[int], list[tuple[int, Refusal]]]:
    """The reports of the lines that can be read, the line of each, and what is wrong with the others."""
    reports: list[Report] = []
    places: list[int] = []
    refusals: list[tuple[int, Refusal]] = []
    for number, line in enumerate(order.lines, order.line):
        if not line.strip():
            continue
        try:
            reports.append(read_report(line, order.agency))
            places.append(number)
        except UnreadableReport as wrong:
            refusals.append((number, Refusal("the report", f"{wrong.what}. {wrong.remedy}")))
    return reports, places, refusals
