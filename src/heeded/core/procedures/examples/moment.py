"""Times in an example: when something happened, was told or is judged."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from heeded.core.chronology.when import Precision, When
from heeded.core.procedures.mistake import dashed, shortened
from heeded.core.procedures.text.line import Line

_SHAPE = re.compile(r"(about )?[0-9]{4}-[0-9]{2}(-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?)?(, .*)?")
_SPACED = re.compile(r"(?<=[0-9]{4}-[0-9]{2}-[0-9]{2}) (?=[0-9]{2}:[0-9]{2})")
_EARLIEST = int(datetime(1900, 1, 1, tzinfo=UTC).timestamp())
_LATEST = int(datetime(2100, 1, 1, tzinfo=UTC).timestamp())
_HOW = "Write such as 2024-03-08, 2024-03-08 16:00, 2024-03, or “about 2024-03-08 16:00, 2 hours”"


def read_when(text: str, line: Line) -> When:
    """A time, as narrow as it is written; refused outside the years 1900 to 2099."""
    written = " ".join(text.split())
    refused = line.wrong(f"“{shortened(written) or 'nothing'}” is not a time.", f"{_HOW}{dashed(written)}.")
    if not _SHAPE.fullmatch(written):
        raise refused
    try:
        when = When.parse(_SPACED.sub("T", written))
    except ValueError as wrong:
        raise refused from wrong
    if not _EARLIEST <= when.earliest <= when.latest < _LATEST:
        raise line.wrong(f"“{shortened(written)}” lies outside the years 1900 to 2099.", f"{_HOW}.")
    return when


def read_moment(text: str, line: Line) -> int:
    """A moment in seconds UTC: the last one of a day; refused where it is coarser than a day."""
    when = read_when(text, line)
    if when.precision not in (Precision.INSTANT, Precision.DAY):
        raise line.wrong(
            f"“{shortened(text)}” is not one day or moment.", "Write a day, or a day and a time."
        )
    return when.latest
