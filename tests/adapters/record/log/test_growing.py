"""The hundredth entry has the log witnessed, however young the minute is."""

from __future__ import annotations

import time
from datetime import date

import pytest

from heeded import bootstrap
from heeded.bootstrap import live, sealing
from heeded.bootstrap.running import jobs
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from tests.borough import NOW, ada, bruised, make_agencies
from tests.casework.looking.telling import rows

HOSPITAL = Author("hospital", "hospital-system")


def told(number: int) -> None:
    """Let the hospital tell of four events."""
    report = bruised(
        f"m{number}", child=ada(f"child{number}", nhs="", born=date(2010 + number, 1 + number, 20 + number))
    )
    receive(report, HOSPITAL, NOW, live.open_record(), bootstrap.open_handbook())


def asked(database: str) -> int:
    """How many jobs wait that have the log witnessed."""
    ((count,),) = rows(
        database,
        "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'heeded.checkpoint' AND status = 'todo'",
    )
    return int(count)


def test_witnesses_are_asked_once_when_so_many_entries_have_come_in(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heeded.adapters.record.log.growing.AT_MOST", 10)
    make_agencies()
    waiting = []
    for number in range(6):
        told(number)
        waiting.append(asked(database))
    assert waiting == [0, 0, 1, 1, 1, 1]
    ((queue, arguments),) = rows(
        database, "SELECT queue_name, args FROM procrastinate_jobs WHERE task_name = 'heeded.checkpoint'"
    )
    assert (queue, arguments) == ("time", {"timestamp": NOW})
    jobs.checkpoint(**arguments)
    assert sealing.proving().checkpoint(int(time.time())).split("\n")[1] == "24"
