"""Tests of `heeded load`: processes at work, refusals told, broken off and continued, the record in order."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from bench.record import borough
from heeded.bootstrap import loading, sealing
from heeded.casework.verify import Evidence, verify
from tests.casework.load.tables import rows

COUNCIL = "council-norhaven"


def test_a_file_is_loaded_by_two_processes_and_again_without_doubling(database: str, tmp_path: Path) -> None:
    _make_agencies()
    now = int(time.time())
    lines = [line for agency, line in borough.reports(0, 90, now) if agency == COUNCIL]
    lines.insert(3, b"{not JSON")
    lines.insert(5, b'{"id": "x", "people": [{"ref": "c1"}], "events": [{"ref": "e", "kind": "no such"}]}')
    file = tmp_path / "council.jsonl"
    file.write_bytes(b"\n".join(lines[:9]) + b"\n")
    with loading.Ledger() as ledger:
        (part,) = loading.load_files([(file, COUNCIL)], database, ledger)
        assert sorted({line.place.line or 0 for line in ledger}) == [4, 6]
    file.write_bytes(b"\n".join(lines))
    with loading.Ledger() as ledger:
        (whole,) = loading.load_files([(file, COUNCIL)], database, ledger)
    told = sum(len(json.loads(line)["events"]) for line in lines if line[:4] != b"{not") - 1
    assert part.kept + whole.kept == told
    assert whole.held == part.kept
    before = rows(database)
    with loading.Ledger() as ledger:
        (again,) = loading.load_files([(file, COUNCIL)], database, ledger)
    assert (again.kept, again.held, again.passed_over) == (0, 0, 1)
    assert rows(database) == before
    assert verify(sealing.verifying(), Evidence([], [], ())).sound
    from heeded.bootstrap.running import rebuilding  # noqa: PLC0415 - after Django is set up

    assert not [each for checked in rebuilding.check(now) for each in checked.differences]


def test_nobody_loads_for_an_agency_that_the_record_does_not_know(database: str, tmp_path: Path) -> None:
    file = tmp_path / "empty.jsonl"
    file.write_bytes(b"")
    with loading.Ledger() as ledger, pytest.raises(loading.Broken, match="knows no agency"):
        loading.load_files([(file, "nobody")], database, ledger)


def _make_agencies() -> None:
    from heeded.adapters.record.models import Agency  # noqa: PLC0415 - after Django is set up

    for identity, name, sector, area in borough.agencies():
        Agency.objects.create(id=identity, name=name, sector=sector, area=area)
