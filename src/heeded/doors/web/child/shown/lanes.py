"""Lanes: an agency a lane, and when each came to know of an entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.when import local
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names

MOST = 8
"""How many lanes stand beside each other at most; a record of more agencies is shown as a list."""
TOLD, KNEW, NOT = "told", "knew", "not"


@dataclass(frozen=True, slots=True)
class Knew:
    """How one agency stood to an entry: told it, came to know it, or did not; when, how much later."""

    agency: str
    state: str
    when: str
    later: str


def lanes_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The agencies that told or knew something of a record, by id, in the order in which they first did."""
    first: dict[str, int] = {}
    for entry in entries:
        for agency in {entry.source.agency, *entry.known}:
            since = entry.known_to(agency)
            if since is not None:
                first[agency] = min(since, first.get(agency, since))
    return tuple(sorted(first, key=lambda agency: (first[agency], agency)))


def knew(
    entry: Entry, lanes: Sequence[str], names: Names, *, reader: str, at: int | None = None
) -> tuple[Knew, ...]:
    """When each agency of some lanes came to know of an entry, as far as that was by `at` (None: by now).

    The reader's own agency knows it with this look at the latest.
    """
    return tuple(_knew(entry, lane, names, reader, at) for lane in lanes)


def _knew(entry: Entry, agency: str, names: Names, reader: str, at: int | None) -> Knew:
    name, since = names.agency(agency), entry.known_to(agency)
    if agency == entry.source.agency:
        return Knew(name, TOLD, _brief(entry.told), "")
    if since is None or (at is not None and since > at):
        now = _("with this look") if agency == reader and at is None else ""
        return Knew(name, KNEW if now else NOT, now, "")
    late = since - entry.told
    later = _("%s later") % moments.stretch(late) if late >= moments.DAY else ""
    return Knew(name, KNEW, _brief(since), later)


def _brief(second: int) -> str:
    """A moment as narrowly as a lane has room for: 3 Jul 2026, 14:02."""
    there = local(second)
    return f"{moments.short_day(there.date())}, {there:%H:%M}"
