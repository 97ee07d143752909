"""Judgement as data: the writers of its parts and of the whole, for the doors that give it."""

from __future__ import annotations

from collections.abc import Mapping

from heeded.adapters.exchange.judgement import (
    Lists,
    assumption,
    disagreement,
    disclosure,
    document,
    episode,
    explained,
    injury,
    recurring,
    sources,
    unknowns,
)
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.people import Agency
from heeded.core.evidence.judgement import judgement
from heeded.core.evidence.seen import Seen

__all__ = [
    "Lists",
    "assumption",
    "disagreement",
    "disclosure",
    "episode",
    "explained",
    "injury",
    "of_record",
    "recurring",
    "sources",
    "unknowns",
]


def of_record(
    chronology: Chronology,
    child: str,
    now: int,
    known_to: str | None = None,
    agencies: Mapping[str, Agency] | None = None,
    lists: Lists | None = None,
) -> dict[str, object]:
    """The judgement of a child's record at a moment (seconds UTC), as known to an agency (None: anyone).

    `agencies` are all that take part (None: those of the chronology); `lists` what is owed, where it is told.
    """
    seen = Seen.of(chronology, now, known_to)
    return document(judgement(seen, child, now, agencies), seen, now, known_to, lists or Lists())
