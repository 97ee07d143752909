"""Point out what gives a shielded address away in what a system reports: it is kept, and withheld."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.casework.ports import Writing
from heeded.core.access.guard import gives_away
from heeded.core.chronology.entry import Entry

GIVES_AWAY = "its words give away an address that is shielded: those are withheld from whoever reads it"


def giving_away(entries: Iterable[Entry], work: Writing) -> dict[str, str]:
    """Which of some entries give away a place of the families under lock, and what is to be said of that."""
    places = work.shielded()
    return {entry.id: GIVES_AWAY for entry in entries if gives_away(entry, places)}
