"""Opposite answers, drawn: a disagreement that opens by itself."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.evidence.disagreement.opposition import Opposition, oppositions
from heeded.core.evidence.drawn.making import Follows
from heeded.core.evidence.seen import Seen

KIND = "opposite answers"


def opposite_answers(seen: Seen) -> Iterator[Entry]:
    """An event for each question to which practitioners gave opposite answers."""
    for opposition in oppositions(seen.events):
        yield _drawn(opposition, seen)


def _drawn(opposition: Opposition, seen: Seen) -> Entry:
    events = [answer.known for answer in opposition.answers]
    facts: dict[str, Fact] = {
        "answers": opposition.question,
        "sectors": frozenset(sector for event in events if (sector := seen.sector(event))),
    }
    if opposition.words:
        facts["question"] = opposition.words
    keys = {"disagreement": opposition.key} | ({"injury": opposition.injury} if opposition.injury else {})
    follows = Follows(KIND, opposition.child, (opposition.key,), keys, facts)
    both = (opposition.worried, opposition.easy)
    return follows.from_([[answer.known for answer in side] for side in both])
