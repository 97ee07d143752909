"""Two agencies that write at the same instant, each in a thread and on a connection of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from heeded import bootstrap
from heeded.bootstrap import live
from heeded.casework.ports import Author
from heeded.casework.receive import Received, receive
from heeded.core.chronology.report import Report
from tests.borough import NOW

Racing = Callable[[Sequence[Report]], list[Received]]


@contextmanager
def starting_together(runners: int) -> Iterator[Racing]:
    """What has as many reports received at the same instant, and gives back what became of each."""
    record, handbook = live.open_record(), bootstrap.open_handbook()
    gate = threading.Barrier(runners)

    def run(report: Report) -> Received:
        gate.wait(60)
        return receive(report, Author(report.agency, "system"), NOW, record, handbook)

    def end() -> None:
        from django.db import connection  # noqa: PLC0415 - after Django is set up

        gate.wait(60)
        connection.close()

    with ThreadPoolExecutor(runners) as threads:
        yield lambda reports: [each.result() for each in [threads.submit(run, one) for one in reports]]
        for each in [threads.submit(end) for _ in range(runners)]:
            each.result()
