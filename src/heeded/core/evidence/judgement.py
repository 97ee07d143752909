"""The judgement of a child's record: all that people made of what happened, gathered and not weighed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from heeded.core.chronology.people import Agency
from heeded.core.evidence.accounts import Disclosed, Explained, disclosed, explained
from heeded.core.evidence.decisions import Decided, decisions
from heeded.core.evidence.disagreement.answers import Answer, answers
from heeded.core.evidence.disagreement.held import Disagreement, disagreements
from heeded.core.evidence.episodes import Earlier, Recurring, earlier, recurring
from heeded.core.evidence.picture import RestedOn, resting
from heeded.core.evidence.prompts import Observed, observed
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.sources import Sources, sources
from heeded.core.evidence.unknowns import Unknowns, unknowns


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
    recurring: Recurring
    sources: tuple[Sources, ...]
    resting: tuple[RestedOn, ...]
    decisions: tuple[Decided, ...]
    disagreements: tuple[Disagreement, ...]
    unknowns: Unknowns


def judgement(seen: Seen, child: str, now: int, agencies: Mapping[str, Agency] | None = None) -> Judgement:
    """The judgement that a record holds of a child and the others in it, at a moment (seconds UTC).

    `agencies` are all that take part in the record (None: those of what is seen).
    """
    return Judgement(
        child=child,
        answers=answers(seen.events),
        injuries=observed(seen.events, seen.people),
        explained=explained(seen, now),
        disclosed=disclosed(seen),
        episodes=earlier(seen, child),
        recurring=recurring(seen, child, now),
        sources=sources(seen),
        resting=resting(seen),
        decisions=decisions(seen),
        disagreements=disagreements(seen.events),
        unknowns=unknowns(seen, child, now, agencies),
    )
