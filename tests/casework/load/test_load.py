"""Tests that loading many reports leaves the rows that receiving one by one leaves."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256

import pytest

from bench.record import borough
from heeded import bootstrap
from heeded.adapters.exchange.heeded_json import read_report
from heeded.bootstrap import live, loading
from heeded.casework.load import Loaded, load
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from heeded.core.chronology.report import Refusal, Report
from tests.borough import NOW, bruised, make_agencies
from tests.casework.load.tables import LAST_SAID, TABLES, rows
from tests.casework.load.tangled import AGENCIES, tangled
from tests.record_fixtures import fresh


def test_a_county_loaded_leaves_the_rows_that_receiving_leaves(cluster: str) -> None:
    told = [(agency, read_report(line, agency)) for agency, line in borough.reports(0, 120)]
    in_order = [
        report for identity, *_ in borough.agencies() for agency, report in told if agency == identity
    ]
    assert len(in_order) == len(told)
    _same_either_way(cluster, in_order, borough.NOW, 50)


@pytest.mark.parametrize("seed", range(2))
def test_tangled_people_loaded_leave_the_rows_that_receiving_leaves(cluster: str, seed: int) -> None:
    by_agency = [report for agency in AGENCIES for report in tangled(seed, 40) if report.agency == agency]
    _same_either_way(cluster, by_agency, NOW, 1)


@pytest.mark.parametrize("seed", range(2, 5))
def test_tangled_people_loaded_together_leave_the_same_but_for_older_sentences(
    cluster: str, seed: int
) -> None:
    by_agency = [report for agency in AGENCIES for report in tangled(seed, 40) if report.agency == agency]
    _same_either_way(cluster, by_agency, NOW, 9, duties=LAST_SAID)


def test_a_batch_loaded_twice_is_passed_over_and_one_cut_otherwise_keeps_nothing_twice(database: str) -> None:
    make_agencies()
    record, handbook = loading.open_bulk(database), bootstrap.open_handbook()
    author = Author("hospital", "hospital-load")
    first = load([bruised()], author, NOW, bytes(32), record, handbook)
    assert (first.kept, first.held, first.before) == (4, 0, False)
    assert load([bruised()], author, NOW + 60, bytes(32), record, handbook).before
    before = rows(database)
    again = load([bruised()], author, NOW + 60, sha256(b"cut otherwise").digest(), record, handbook)
    assert (again.kept, again.held, again.before) == (0, 4, False)
    record.close()
    assert rows(database)["entry"] == before["entry"]


def _same_either_way(
    cluster: str, reports: Sequence[Report], now: int, at_once: int, *, duties: str = TABLES["duty"]
) -> None:
    with fresh(cluster) as admin:
        _make_agencies()
        received = [_received(report, now) for report in reports]
        one_by_one = rows(admin, duties)
    with fresh(cluster) as admin:
        _make_agencies()
        loaded = _loaded(admin, reports, now, at_once)
        together = rows(admin, duties)
    refused = [refusals for done in loaded for refusals in done.refusals]
    assert refused == received
    for table, found in one_by_one.items():
        assert together[table] == found, table


def _received(report: Report, now: int) -> tuple[Refusal, ...]:
    author = Author(report.agency, f"{report.agency}-load")
    handbook = bootstrap.open_handbook()
    return receive(report, author, now, live.open_record(), handbook, asks=False).refusals


def _loaded(admin: str, reports: Sequence[Report], now: int, at_once: int) -> list[Loaded]:
    handbook, done = bootstrap.open_handbook(), []
    with closing(loading.open_bulk(admin)) as record:
        for agency in dict.fromkeys(report.agency for report in reports):
            own = [report for report in reports if report.agency == agency]
            for start in range(0, len(own), at_once):
                batch = own[start : start + at_once]
                digest = sha256("".join(report.id for report in batch).encode()).digest()
                done.append(load(batch, Author(agency, f"{agency}-load"), now, digest, record, handbook))
    return done


def _make_agencies() -> None:
    from heeded.adapters.record.models import Agency  # noqa: PLC0415 - after Django is set up

    make_agencies()
    for identity, name, sector, area in borough.agencies():
        Agency.objects.create(id=identity, name=name, sector=sector, area=area)
