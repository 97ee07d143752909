"""Opened records for the tests of what stands within one, made of entries in a line."""

from __future__ import annotations

from heeded.casework.looking import Opened
from heeded.core.access import Standing
from heeded.core.chronology.entry import Entry
from tests.core.evidence.told import family


def opened(*entries: Entry) -> Opened:
    """A record of these entries, open to somebody who sees all of it."""
    whole = family(*entries)
    return Opened(
        look="l",
        child="Ada",
        standing=Standing.INVOLVED,
        chronology=whole,
        placed=(),
        held=(),
        whole=whole,
        withheld={},
    )
