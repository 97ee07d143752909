"""The record as a load fills it, under the keys of this deployment."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from heeded.bootstrap import live
from heeded.bootstrap.secret import derived

if TYPE_CHECKING:
    from heeded.adapters.record.bulk import BulkRecord

LOADER = "heeded_loader"
"""The role that loads."""


def open_bulk(admin: str) -> BulkRecord:
    """The record in the database of a connection string, to be filled; close it when done.

    Django must be set up.
    """
    from heeded.adapters.record.bulk import BulkRecord  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.naming import Naming  # noqa: PLC0415 - as above
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above

    return BulkRecord(live.signed_in(admin, LOADER), Naming(derived("naming")), Tokens(derived("tokens", 64)))


def known_agencies(admin: str) -> frozenset[str]:
    """The ids of the agencies that the record knows."""
    with closing(open_bulk(admin)) as record:
        return frozenset(record.agencies)
