"""Follow prompts through time: what each says anew, as more comes to be known."""

from __future__ import annotations

from dataclasses import dataclass, field

from heeded.casework.judging.judge import AsKnown
from heeded.core.chronology.chronology import Chronology
from heeded.core.evidence.prompts import Prompt, prompts


@dataclass(slots=True)
class Prompting:
    """Every prompt of a replay so far, as it last stood, by rule and injury."""

    chronology: Chronology
    stood: dict[tuple[str, str, str], Prompt] = field(default_factory=dict)

    def take(self, known: AsKnown) -> tuple[Prompt, ...]:
        """The prompts that are new at a moment, or that say something else than before."""
        found = prompts(self.chronology.as_known(known.now, known.to), self.chronology.people)
        now = {(each.rule.id, each.child, each.injury): each for each in found}
        news = tuple(each for place, each in now.items() if self.stood.get(place) != each)
        self.stood = now
        return news
