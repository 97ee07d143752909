"""Filling the demonstration's record: report by report, with the clock of each handed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from heeded import bootstrap
from heeded.adapters.record.models import Agency
from heeded.adapters.record.waiting import PostgresWaiting
from heeded.bootstrap import live
from heeded.bootstrap.demo.people import put_to_work
from heeded.bootstrap.demo.tellings import borough, tellings
from heeded.bootstrap.demo.walls import put_up
from heeded.bootstrap.running.counting import count
from heeded.bootstrap.running.ready import tokens
from heeded.casework.receive import receive
from heeded.casework.unasked.look_again import look_again_until


@dataclass(frozen=True, slots=True)
class Filled:
    """How far it has come: reports told of all that there are, and how many entries were kept."""

    told: int
    reports: int
    entries: int


def fill(now: int) -> Iterator[Filled]:
    """Tell the record of the borough and its stories up to now (seconds UTC), yielding how far it has come.

    Each report comes in at its own moment, and each deadline passes at its own: so receipts, worklists and
    notices are what they would have been.
    """
    record, handbook, waiting = live.open_record(), bootstrap.open_handbook(), PostgresWaiting(tokens())
    reports = tellings(now)
    entries = 0
    _wait_for_the_disk(wait=False)
    put_to_work()
    for number, each in enumerate(reports, 1):
        for _ in look_again_until(each.at, record, waiting, handbook):
            pass
        received = receive(each.report, each.author, each.at, record, handbook)
        if received.refusals:
            raise ValueError(f"the demonstration tells what cannot be taken: {received.refusals[0]}")
        entries += len(received.kept)
        yield Filled(number, len(reports), entries)
    for _ in look_again_until(now, record, waiting, handbook):
        pass
    put_up(now)
    count(now)
    _wait_for_the_disk(wait=True)
    _addresses()


def _wait_for_the_disk(*, wait: bool) -> None:
    """While what is lost in a crash can be told again, do not wait; the next that waits makes all durable."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('synchronous_commit', %s, false)", ["on" if wait else "off"])


def _addresses() -> None:
    """Let the agencies be told by e-mail from now on: what was told before stands in the record alone."""
    for agency, reached in borough().telephones.items():
        Agency.objects.filter(id=agency).update(email=reached.email)
