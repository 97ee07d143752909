"""Check a handbook: look for mistakes in what was read, run its examples, and say what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from heeded.core.evaluation.examples import ready_to_run, run_example
from heeded.core.procedures.assembly import Draft
from heeded.core.procedures.check import mistakes_in
from heeded.core.procedures.mistake import Mistake


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: the draft with every mistake, and how many of its examples were run."""

    draft: Draft
    examples_run: int = 0

    @property
    def refusals(self) -> tuple[Mistake, ...]:
        """What keeps the handbook from being used."""
        return tuple(mistake for mistake in self.draft.mistakes if mistake.grave)

    @property
    def warnings(self) -> tuple[Mistake, ...]:
        """What someone should look at."""
        return tuple(mistake for mistake in self.draft.mistakes if not mistake.grave)


def check_handbook(draft: Draft, today: date) -> Checked:
    """Every mistake that a handbook has, as of a day.

    An example is run where every rule that it names could be read; the others wait.
    """
    handbook = draft.handbook
    if handbook is None:
        return Checked(draft)
    looked_at = draft.with_mistakes(mistakes_in(handbook, today, whole=draft.sound))
    ready = [example for example in handbook.examples if ready_to_run(example, handbook)]
    differences = tuple(mistake for example in ready for mistake in run_example(example, handbook))
    return Checked(looked_at.with_mistakes(differences), len(ready))
