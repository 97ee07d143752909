"""Draw: add to a chronology what follows from it, as it was known to someone at a moment."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.vocabulary import DRAWN
from heeded.core.evidence.assumption import DECISION, STATED
from heeded.core.evidence.disagreement.answers import says_none
from heeded.core.evidence.drawn.accounts import episodes_left_out, explanations_differ
from heeded.core.evidence.drawn.assumptions import beyond_one_source, contradicted
from heeded.core.evidence.drawn.decisions import decisions_on_absence
from heeded.core.evidence.drawn.opposite import KIND, opposite_answers, under_one_name
from heeded.core.evidence.drawn.sources import possible_sources
from heeded.core.evidence.episodes import READ
from heeded.core.evidence.injury import OBSERVED
from heeded.core.evidence.seen import Seen

BEGINNINGS = frozenset({OBSERVED, STATED, DECISION, READ})
"""The kinds without which, and without an answer that there is no concern, nothing is drawn."""


def with_drawn(
    chronology: Chronology,
    now: int,
    to: str | None = None,
    at: int | None = None,
    kinds: Collection[str] = DRAWN,
) -> Chronology:
    """The chronology with what follows from what agency `to` (None: anyone) knew by `at` (None: by `now`).

    Seconds UTC. Of what may be drawn, only `kinds` are. What was drawn before is drawn anew, so that drawing
    twice is drawing once. A family in which nothing begins it is given back as it is.
    """
    if not kinds or not draws_from(chronology):
        return chronology
    told = tuple(entry for entry in chronology.entries if entry.kind not in DRAWN)
    seen = Seen.of(replace(chronology, entries=told), now, to, at)
    drawn = tuple(entry for entry in _drawn(seen) if entry.kind in kinds)
    if any(entry.kind == KIND for entry in drawn):
        told = under_one_name(told, seen)
    return replace(chronology, entries=(*told, *drawn))


def drawn_from(chronology: Chronology, root: str) -> frozenset[str]:
    """The identities of what a chronology holds drawn, in part, from an entry."""
    return frozenset(
        entry.id
        for entry in chronology.entries
        if entry.kind in DRAWN and isinstance(on := entry.facts.get("rests on"), frozenset) and root in on
    )


def draws_from(chronology: Chronology) -> bool:
    """Whether anything may follow from a chronology by itself."""
    return any(entry.kind in BEGINNINGS or says_none(entry) for entry in chronology.entries)


def _drawn(seen: Seen) -> Iterator[Entry]:
    yield from possible_sources(seen)
    yield from decisions_on_absence(seen)
    yield from beyond_one_source(seen)
    yield from contradicted(seen)
    yield from explanations_differ(seen)
    yield from episodes_left_out(seen)
    yield from opposite_answers(seen)
