"""Other files that hold an event table's rows: Parquet with its columns, and event logs in XES."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from heeded.adapters.exchange.events_table import reasons
from heeded.adapters.exchange.events_table.heading import COLUMNS, Heading, heading_of
from heeded.adapters.exchange.events_table.scribe import Scribe
from heeded.adapters.exchange.opening import open_file
from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.adapters.exchange.xml import Element, Stream, Wanted

HEAD = 4096
"""Bytes at the beginning by which a log is told."""
_LOG = re.compile(rb"<(?:\w+:)?log[\s>]")
AT_ONCE = 5_000
"""How many rows of a Parquet file are in memory at once."""
XES_LOG = frozenset({"log"})
_WANTED = Wanted("an event log in XES", roots=XES_LOG, wrappers=XES_LOG)
OF_EVENT: Mapping[str, str] = {
    "concept:name": "what",
    "time:timestamp": "when",
    "org:group": "who",
    "org:role": "role",
    "identity:id": "id",
}
"""Which column each of XES's own attributes of an event is; a trace's concept:name is the child."""
_DONE = "complete"
_AGAIN = "Export it again"

Rows = Iterator[tuple[int, Mapping[str, str]]]


def looks_like_xes(path: Path) -> bool:
    """Whether a file begins as an event log in XES does, or is called so."""
    with open_file(path) as file:
        return path.suffix.lower() == ".xes" or _LOG.search(file.read(HEAD)) is not None


def parquet_heading(path: Path, name: str) -> Heading:
    """The heading of a table in Parquet; UnreadableFile where it lacks a needed column or is damaged."""
    try:
        with pq.ParquetFile(path) as file:
            return heading_of(list(file.schema_arrow.names), "", 1, name)
    except (pa.ArrowException, OSError) as wrong:
        raise UnreadableFile(f"this Parquet file cannot be read ({wrong})", name, _AGAIN) from wrong


def parquet_rows(path: Path, heading: Heading, name: str) -> Rows:
    """The number and cells of each row, counted from 1."""
    number = 0
    columns = heading.places
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(AT_ONCE):
                for row in batch.to_pylist():
                    number += 1
                    cells = list(row.values())
                    yield number, {column: _text(cells[place]) for column, place in columns.items()}
    except (pa.ArrowException, OSError) as wrong:
        raise UnreadableFile(f"this Parquet file cannot be read ({wrong})", name, _AGAIN) from wrong


def xes_rows(path: Path, name: str, scribe: Scribe) -> Rows:
    """The line and cells of each event of a log, trace by trace; what is not used goes to the ledger."""
    with open_file(path) as file:
        for element in Stream(file, name, _WANTED):
            if element.name == "trace":
                yield from _events(element, name, scribe)


def _events(trace: Element, name: str, scribe: Scribe) -> Rows:
    """The events of a trace, each with what its trace says of the child."""
    scribe.at(trace.line)
    if trace.cut:
        what = "a trace here is too long to be read to its end"
        raise UnreadableFile(what, f"{name}, line {trace.line}", "Give each child a trace of its own")
    own = _cells(trace, {"concept:name": "child"}, scribe)
    for event in trace.parts:
        if event.name != "event":
            continue
        scribe.at(event.line, own.get("child", ""))
        stage = _attributes(event).get("lifecycle:transition", _DONE)
        if stage.lower() == _DONE:
            yield event.line, own | _cells(event, OF_EVENT, scribe)
        else:
            scribe.write(reasons.NOT_DONE, "what", stage)


def _cells(element: Element, own: Mapping[str, str], scribe: Scribe) -> dict[str, str]:
    """The attributes of a trace or event by column; one that is no column is noted once."""
    cells = {}
    for key, value in _attributes(element).items():
        column = own.get(key, key if key in COLUMNS else "")
        if column:
            cells[column] = value.strip()
        elif key != "lifecycle:transition":
            scribe.once(reasons.UNKNOWN_COLUMN, key, key, value)
    return cells


def _attributes(element: Element) -> dict[str, str]:
    return {
        part.attributes.get("key", ""): part.attributes.get("value", "")
        for part in element.parts
        if part.name != "event"
    }


def _text(cell: object) -> str:
    """A cell as it would stand in a spreadsheet."""
    if cell is None:
        return ""
    return "; ".join(map(str, cell)) if isinstance(cell, list) else str(cell).strip()
