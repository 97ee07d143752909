"""Draw: add to a chronology what follows from it, as it was known to someone at a moment."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.vocabulary import DRAWN
from heeded.core.evidence.assumption import DECISION, STATED
from heeded.core.evidence.disagreement.answers import says_none
from heeded.core.evidence.drawn.drawing import Drawing
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
    return _drawing(chronology, now, to, at).with_kinds(kinds, chronology)


def beside(
    chronology: Chronology, act: Entry, now: int, to: str | None = None, at: int | None = None
) -> Chronology:
    """The chronology with one entry more, of which only that is drawn anew what may follow from that entry.

    It holds good for what agency `to` (None: anyone) knew by `at` (None: by `now`), seconds UTC.
    """
    if not _stands_alone(act, chronology):
        return replace(chronology, entries=(*chronology.entries, act))
    more = chronology.and_also((act,))
    if draws_from(chronology):
        before = _drawing(chronology, now, to, at)
        _drawing(more, now, to, at).beside = (before, act)
    return more


def _stands_alone(act: Entry, chronology: Chronology) -> bool:
    """Whether an entry corrects or withdraws no other, and none does so with it."""
    named = {name for each in chronology.entries for name in (each.corrects, each.withdraws)}
    return act.corrects is None and act.withdraws is None and act.id not in named


def _drawing(chronology: Chronology, now: int, to: str | None, at: int | None) -> Drawing:
    at = None if at == now else at
    return chronology.kept(("drawing", now, to, at), lambda: _anew(chronology, now, to, at))


def _anew(chronology: Chronology, now: int, to: str | None, at: int | None) -> Drawing:
    told = tuple(entry for entry in chronology.entries if entry.kind not in DRAWN)
    if len(told) < len(chronology.entries):
        chronology = replace(chronology, entries=told)
    return Drawing(told, Seen.of(chronology, now, to, at))


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
