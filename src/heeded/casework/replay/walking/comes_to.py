"""What a story comes to: when it would first have asked, what first ran out, and when children were safe."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from heeded.casework.judging.judge import Judged
from heeded.casework.replay.headline import existed
from heeded.casework.replay.walking.walk import Walk
from heeded.core.chronology.when import local
from heeded.core.evaluation.finding import Verdict
from heeded.core.procedures.handbook import Handbook


@dataclass(frozen=True, slots=True, kw_only=True)
class ComesTo:
    """The first thing asked, and the first of what had been agreed that nobody did in time, with the moments.

    Moments are seconds UTC. `protected` is the moment at which the children were; None where the story has
    none by its end. Each of the others is None where there was none.
    """

    asked: Judged | None
    asked_at: int | None
    unanswered: Judged | None
    unanswered_at: int | None
    protected: int | None

    def days_before(self, second: int | None) -> int | None:
        """How many days a moment lay before the protection; None where either is not there."""
        if self.protected is None or second is None:
            return None
        return (local(self.protected).date() - local(second).date()).days


def comes_to(walk: Walk, whole: Handbook) -> ComesTo:
    """What a walk comes to: it goes on no further than to the first thing that nobody did in time.

    Of several things at one moment, what had been agreed by then is named before what had not; only that
    can have gone unanswered.
    """
    agreed = _agreed(whole)
    asked = unanswered = None
    asked_at = unanswered_at = None
    for number in range(1, len(walk.moments) + 1):
        step = walk.step(number)
        if asked is None and step.asked:
            asked = next(filter(agreed, step.asked), step.asked[0])
            asked_at = step.second
        late = [each for each in step.asked if each.finding.verdict is not Verdict.DUE]
        found = next(filter(agreed, (*late, *step.ran_out)), None)
        if found is not None:
            unanswered = found
            unanswered_at = step.second if found in late else found.finding.due
            break
    return ComesTo(
        asked=asked,
        asked_at=asked_at,
        unanswered=unanswered,
        unanswered_at=unanswered_at,
        protected=_protected(walk),
    )


def _agreed(whole: Handbook) -> Callable[[Judged], bool]:
    return lambda each: existed(each.rule, local(each.finding.arose).date(), whole)


def _protected(walk: Walk) -> int | None:
    """When the children were protected, in a story that tells it."""
    named = {variant.protected for variant in walk.story.variants}
    ids = {entry for event in walk.story.events if event.id in named for entry in event.entries}
    told: Iterable[int] = (e.happened.earliest for e in walk.story.chronology.entries if e.id in ids)
    return max(told, default=None)
