"""Parquet tables and XES logs tell the same as the table of events that they were made from."""

from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from heeded.adapters.exchange.events_table import EventsSource
from heeded.adapters.exchange.source import open_source
from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.casework.ports import Terms
from heeded.core.chronology.entry import Entry

TABLE = (
    "child,when,what,who,which,details,born,id\n"
    "A1,2024-03-08 16:00,referral received,council,referral R1,source: school,2019-05-01,e1\n"
    "A1,2024-03-11,visit,council,,child seen: yes; child seen alone: no,,e2\n"
)
XES = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <trace>
    <string key="concept:name" value="A1"/><date key="born" value="2019-05-01"/>
    <event>
      <string key="concept:name" value="Referral received"/>
      <date key="time:timestamp" value="2024-03-08T16:00:00.000+00:00"/>
      <string key="org:group" value="council"/><string key="which" value="referral R1"/>
      <string key="details" value="source: school"/><id key="identity:id" value="e1"/>
      <string key="lifecycle:transition" value="complete"/><int key="cost" value="3"/>
    </event>
    <event>
      <string key="concept:name" value="visit"/><date key="time:timestamp" value="2024-03-11"/>
      <string key="org:group" value="council"/><id key="identity:id" value="e2"/>
      <string key="details" value="child seen: yes; child seen alone: no"/>
    </event>
    <event>
      <string key="concept:name" value="visit"/><date key="time:timestamp" value="2024-03-10"/>
      <string key="lifecycle:transition" value="schedule"/>
    </event>
  </trace>
</log>
"""


def read(path: Path) -> tuple[tuple[Entry, ...], dict[str, int], str]:
    with open_source(path, Terms()) as source:
        (family,) = source.families()
        assert [person.born and person.born.year for person in family.people.values()] == [2019]
        return family.entries, source.ledger.by_reason(), source.origin.form


@pytest.fixture
def as_csv(tmp_path: Path) -> tuple[Entry, ...]:
    path = tmp_path / "events.csv"
    path.write_text(TABLE)
    return read(path)[0]


def test_a_parquet_table_tells_the_same(tmp_path: Path, as_csv: tuple[Entry, ...]) -> None:
    heading, *lines = [line.split(",") for line in TABLE.splitlines()]
    rows: list[dict[str, object]] = [dict(zip(heading, line, strict=True)) for line in lines]
    for row, when in zip(rows, (datetime(2024, 3, 8, 16), datetime(2024, 3, 11)), strict=True):  # noqa: DTZ001 - as exported
        row["when"] = when
    path = tmp_path / "events.parquet"
    pq.write_table(pa.Table.from_pylist(rows), path)
    entries, reasons, form = read(path)
    assert entries == as_csv
    assert reasons == {"a time of 00:00": 1}
    assert form == "event table in Parquet"


def test_an_xes_log_tells_the_same_and_leaves_out_what_was_only_planned(
    tmp_path: Path, as_csv: tuple[Entry, ...]
) -> None:
    path = tmp_path / "log.xes"
    path.write_text(XES)
    entries, reasons, form = read(path)
    assert entries == as_csv
    assert reasons == {"a column that is not used": 1, "an event of a log that is not complete": 1}
    assert form == "event log in XES"


def test_an_xes_log_that_breaks_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.xml"
    path.write_text(XES[:900])
    with pytest.raises(UnreadableFile):
        open_source(path, Terms())


def test_a_trace_too_long_to_be_held_is_refused_and_not_judged_by_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "log.xes"
    named = '<string key="concept:name" value="visit"/>'
    event = f'<event>{named}<date key="time:timestamp" value="2024-03-11"/></event>'
    path.write_text(f'<log><trace><string key="concept:name" value="A1"/>{event * 9_000}</trace></log>')
    with pytest.raises(UnreadableFile, match="too long"):
        open_source(path, Terms())


def test_a_parquet_table_without_a_needed_column_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    pq.write_table(pa.table({"child": ["A1"], "when": ["2024-03-08"]}), path)
    with pytest.raises(UnreadableFile, match="lacks the column “what”"):
        EventsSource(path)
