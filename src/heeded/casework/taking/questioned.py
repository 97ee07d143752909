"""That a child of a report may stand in the record already: an entry that asks for a person's word."""

from __future__ import annotations

from collections.abc import Mapping

from heeded.casework.ports import Place
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Source, written_by_system
from heeded.core.chronology.report import own
from heeded.core.chronology.when import Precision, When

QUESTIONED, CHECK = "identity questioned", "identity check"

WRITER = written_by_system("heeded")
"""The writer of such an entry: the record itself, at the report of an agency."""


def questioned(agency: str, place: Place, now: int, agencies: Mapping[str, Agency]) -> list[Entry]:
    """An entry for each child of an agency's report who may be another, told at `now` (seconds UTC).

    It names who holds the other record and what the two have in common, and nothing that stands in it.
    """
    return [
        Entry(
            id=place.events[f"{QUESTIONED} {each.act}"],
            kind=QUESTIONED,
            child=each.child,
            happened=When(now, now, Precision.INSTANT),
            told=now,
            source=Source(agency),
            keys={CHECK: own(agency, each.act)},
            facts={
                "held by": frozenset(
                    agencies[name].name if name in agencies else name for name in each.held_by
                ),
                "because": each.because,
            },
            writer=WRITER,
        )
        for each in place.resembling
    ]
