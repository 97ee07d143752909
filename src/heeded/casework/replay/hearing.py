"""Follow what was said through time: explanations, disclosures, and decisions over earlier episodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from heeded.casework.judging.judge import AsKnown
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.view import Known
from heeded.core.evidence.accounts import Disclosed, Explained, disclosed, explained
from heeded.core.evidence.episodes import Earlier, Recurring, earlier, recurring
from heeded.core.evidence.seen import Seen

DECIDING = ("decision", "case closed", "section 47 ended")
"""The kinds of event in which what came before has to be named."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A decision about a child: the earlier episodes that no reading had named, and what came again."""

    decision: Known
    unnamed: tuple[Earlier, ...]
    again: Recurring


@dataclass(frozen=True, slots=True)
class Accounted:
    """What is new at a moment: what stands out in accounts, which disclosures wait, what was passed over."""

    explained: tuple[Explained, ...] = ()
    disclosed: tuple[Disclosed, ...] = ()
    passed: tuple[Passed, ...] = ()


NOTHING_SAID = Accounted()
"""Nothing of that is new."""


@dataclass(slots=True)
class Hearing:
    """Everything said in a replay so far, as it last stood."""

    chronology: Chronology
    stood: set[object] = field(default_factory=set)

    def take(self, known: AsKnown) -> Accounted:
        """What was said, answered or decided that was not known before."""
        seen = Seen.of(self.chronology, known.now, known.to)
        return Accounted(
            tuple(each for each in explained(seen, known.now) if each.pointed and self._news(_remarks(each))),
            tuple(each for each in disclosed(seen) if self._news(_answers(each))),
            tuple(self._passed(seen)),
        )

    def _passed(self, seen: Seen) -> Iterator[Passed]:
        for decision in seen.of_kinds(DECIDING):
            if self._news(("decided", decision.root)):
                before = decision.entry.happened.earliest
                found = earlier(seen, decision.entry.child, before)
                unnamed = tuple(each for each in found if not each.named)
                again = recurring(seen, decision.entry.child, before)
                if unnamed or again.again:
                    yield Passed(decision, unnamed, again)

    def _news(self, standing: object) -> bool:
        fresh = standing not in self.stood
        self.stood.add(standing)
        return fresh


def _remarks(each: Explained) -> object:
    remarks = tuple((found.remark, tuple(event.root for event in found.events)) for found in each.pointed)
    return ("explained", each.injury.child, each.injury.id, remarks)


def _answers(each: Disclosed) -> object:
    decided = tuple((child.child, child.decided is None) for child in each.children)
    return ("disclosed", each.said[0].root, each.missing, decided)
