"""Many random families under many random handbooks, judged by both evaluators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import ModuleType

from heeded.core.chronology.chronology import Chronology
from heeded.core.evaluation import kernels
from heeded.core.evaluation.columns.view import Moment
from heeded.core.procedures.handbook import Handbook
from tests.core.evaluation.differential.compare import Found, found, found_by_either, found_together, meant
from tests.core.evaluation.differential.families import Judgement, family, moment
from tests.core.evaluation.differential.handbooks import handbook

TOGETHER = 25
"""How many families share a handbook and a moment, and are judged together too."""


@dataclass
class Tally:
    """What was compared: families, findings by verdict, and what did not agree."""

    families: int = 0
    verdicts: Found = field(default_factory=Found)
    differences: list[str] = field(default_factory=list)

    @property
    def findings(self) -> int:
        """How many findings were compared."""
        return self.verdicts.total()

    def add(self, other: Tally) -> None:
        """Count another one's families too."""
        self.families += other.families
        self.verdicts += other.verdicts
        self.differences += other.differences


@dataclass(frozen=True)
class Batch:
    """Families that share a handbook and a moment; the numbers of the seed give them again."""

    seed: tuple[int, ...]
    handbook: Handbook
    moment: Moment
    families: tuple[Chronology, ...]

    @classmethod
    def of(cls, *seed: int) -> Batch:
        """The batch of a seed."""
        book, at = handbook(*seed), moment(*seed)
        return cls(seed, book, at, tuple(family(book, at, *seed, number) for number in range(TOGETHER)))

    def compared(self, by: ModuleType = kernels) -> Tally:
        """Every family judged alone, and all of them together, at once and in small blocks."""
        tally = Tally(len(self.families))
        right = Found()
        for each in self.families:
            alone = meant(self.handbook, each, self.moment)
            right += alone
            if alone != found(self.handbook, each, self.moment, by):
                tally.differences.append(each.family)
            if alone != found_by_either(self.handbook, each, self.moment):
                tally.differences.append(f"{self.seed} {each.family}, by the rules that can have a say")
        for block in (0, 100):
            if right != found_together(self.handbook, self.families, self.moment, by, block):
                tally.differences.append(f"{self.seed} together, blocks of {block}")
        for finding, times in right.items():
            tally.verdicts[finding[VERDICT], finding[WHY]] += times
        return tally

    def judgement(self, name: str) -> Judgement:
        """The family of that name, with the moment."""
        return Judgement(next(each for each in self.families if each.family == name), self.moment)


VERDICT, WHY = 7, 8
"""Where a finding's essence has its verdict, and why it could not be judged."""


def batches(seed: int, families: int) -> Iterator[Batch]:
    """Batches of so many families in all."""
    for number in range(-(-families // TOGETHER)):
        yield Batch.of(seed, number)
