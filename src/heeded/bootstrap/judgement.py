"""Judgement as data: the writers of its parts and of the whole, for the doors that give it."""

from __future__ import annotations

from heeded.adapters.exchange.judgement import (
    assumption,
    disclosure,
    document,
    episode,
    explained,
    injury,
    sources,
)
from heeded.core.chronology.chronology import Chronology
from heeded.core.evidence.judgement import judgement
from heeded.core.evidence.seen import Seen

__all__ = ["assumption", "disclosure", "episode", "explained", "injury", "of_record", "sources"]


def of_record(chronology: Chronology, child: str, now: int, known_to: str | None = None) -> dict[str, object]:
    """The judgement of a child's record at a moment (seconds UTC), as known to an agency (None: anyone)."""
    seen = Seen.of(chronology, now, known_to)
    return document(judgement(seen, child, now), seen, now, known_to)
