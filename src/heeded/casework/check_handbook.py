"""Check a handbook: read it, look for mistakes, run its examples, and say what was found."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.procedures.draft import Draft
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


def check_handbook(draft: Draft) -> Checked:
    """Look for every mistake that a handbook has."""
    return Checked(draft)
