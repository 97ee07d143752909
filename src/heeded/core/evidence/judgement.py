"""The judgement of a child's record: all that people made of what happened, gathered and not weighed."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.evidence.accounts import Disclosed, Explained, disclosed, explained
from heeded.core.evidence.decisions import Decided, decisions
from heeded.core.evidence.disagreement.answers import Answer, answers
from heeded.core.evidence.episodes import Earlier, earlier
from heeded.core.evidence.picture import RestedOn, resting
from heeded.core.evidence.prompts import Observed, observed
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.sources import Sources, sources


@dataclass(frozen=True, slots=True)
class Judgement:
    """What people made of what happened to a child and the others of the record, each in its own list.

    `answers` are in the order in which they were said, in every version; `injuries`, `explained` and
    `sources` by when each injury was first seen; the others in the order of the record.
    """

    child: str
    answers: tuple[Answer, ...]
    injuries: tuple[Observed, ...]
    explained: tuple[Explained, ...]
    disclosed: tuple[Disclosed, ...]
    episodes: tuple[Earlier, ...]
    sources: tuple[Sources, ...]
    resting: tuple[RestedOn, ...]
    decisions: tuple[Decided, ...]


def judgement(seen: Seen, child: str, now: int) -> Judgement:
    """The judgement that a record holds of a child and the others in it, as seen at a moment (UTC)."""
    return Judgement(
        child=child,
        answers=answers(seen.events),
        injuries=observed(seen.events, seen.people),
        explained=explained(seen, now),
        disclosed=disclosed(seen),
        episodes=earlier(seen, child),
        sources=sources(seen),
        resting=resting(seen),
        decisions=decisions(seen),
    )
