"""The wiring of doors on a network: who is there, what they send, and what they are given as proof."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from heeded.adapters.exchange.dfe_api import read_children
from heeded.adapters.exchange.fhir import read_bundle
from heeded.adapters.exchange.heeded_json import read_report
from heeded.adapters.exchange.incoming import fact_of as _fact_of
from heeded.adapters.exchange.incoming import read_day, read_moment, read_when
from heeded.adapters.exchange.incoming.hints import Hints
from heeded.adapters.exchange.json import LARGEST, read_json
from heeded.adapters.exchange.police import read_notice
from heeded.adapters.exchange.unreadable import UnreadableReport
from heeded.adapters.policy import shipped_access
from heeded.bootstrap import live
from heeded.core.access import Policy
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.people import Agency
from heeded.core.chronology.report import Report
from heeded.core.chronology.vocabulary import Field

if TYPE_CHECKING:
    from heeded.adapters.record.door.credentials import KnownSystem
    from heeded.adapters.record.door.practitioners import KnownPractitioner
    from heeded.adapters.record.record import PostgresRecord

Unreadable = UnreadableReport
"""A request's body of which nothing can be taken: what is wrong, where, and what to do."""

Reader = Callable[[bytes, str, int], Report]
"""Reads what a body holds: its bytes, the agency at the door, and when it came (seconds UTC)."""


def _telling_its_times(read: Callable[[bytes, str], Report]) -> Reader:
    return lambda data, agency, _: read(data, agency)


READERS: Mapping[str, Reader] = {
    "application/json": _telling_its_times(read_report),
    "application/fhir+json": _telling_its_times(read_bundle),
    "application/fhir+xml": _telling_its_times(read_bundle),
    "application/vnd.heeded.police-notice+json": _telling_its_times(read_notice),
    "application/vnd.dfe.csc+json": read_children,
}
"""The readers of reports by the media type that they read."""

__all__ = [
    "LARGEST",
    "READERS",
    "KnownPractitioner",
    "Unreadable",
    "agencies",
    "colleagues",
    "fact_of",
    "may_read",
    "policy",
    "practitioner",
    "read_day",
    "read_json",
    "read_moment",
    "read_when",
    "recognise",
    "record",
]


def fact_of(field: Field, value: object) -> Fact:
    """The fact that a value of JSON states in a field; ValueError says what the field takes."""
    return _fact_of(field, value, Hints())


@cache
def record() -> PostgresRecord:
    """The shared record, opened once a process."""
    return live.open_record()


def colleagues(agency: str) -> list[tuple[str, str]]:
    """Everybody who works at an agency, by id and name."""
    from heeded.adapters.record.door import practitioners  # noqa: PLC0415 - after Django is set up

    return practitioners.colleagues(agency)


def policy() -> Policy:
    """Who may do what."""
    return shipped_access()


def recognise(identity: str, secret: str, now: int) -> KnownSystem | None:
    """The agency's system that shows this secret at a moment (seconds UTC), if it may come in."""
    from heeded.adapters.record.door import credentials  # noqa: PLC0415 - after Django is set up

    return credentials.recognise(identity, secret, now)


def practitioner(identity: str, agency: str | None = None) -> KnownPractitioner | None:
    """The practitioner of that id, if they work there; for that agency, where one is named."""
    from heeded.adapters.record.door import practitioners  # noqa: PLC0415 - after Django is set up

    return practitioners.practitioner(identity, agency)


def agencies() -> Mapping[str, Agency]:
    """Every agency of the record, by id."""
    from heeded.adapters.record.agencies import agencies as known  # noqa: PLC0415 - after Django is set up

    return known()


def may_read(account: str, reads: int, period: int) -> int:
    """Count one read; how many seconds the account has to wait first, at so many reads in so many seconds."""
    from heeded.adapters.record.door.allowance import Allowance  # noqa: PLC0415 - after Django is set up

    return Allowance(reads, period).spend(account)
