"""Which events of an opened record its reader wants to see: by agency, kind, child, day, what stands out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from heeded.casework.looking.within.told import Told
from heeded.core.chronology.when import local


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is wanted: empty or None where anything is. Days are local, and both ends count."""

    agency: str = ""
    kind: str = ""
    child: str = ""
    since: date | None = None
    until: date | None = None
    only_flagged: bool = False

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()


def chosen(events: Iterable[Told], wanted: Wanted, flagged: Callable[[Told], bool]) -> tuple[Told, ...]:
    """The events that are wanted, in the same order; `flagged` says of one whether something stands out.

    An event of which only roughly is known when it happened is there if it may have happened then.
    """
    return tuple(
        each for each in events if _wanted(each, wanted) and (not wanted.only_flagged or flagged(each))
    )


def _wanted(told: Told, wanted: Wanted) -> bool:
    entry = told.entry
    return (
        wanted.agency in {"", entry.source.agency}
        and wanted.kind in {"", entry.kind}
        and wanted.child in {"", entry.child}
        and (wanted.since is None or local(entry.happened.latest).date() >= wanted.since)
        and (wanted.until is None or local(entry.happened.earliest).date() <= wanted.until)
    )
