"""A draft: what could be read of a handbook, and every mistake in it."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.mistake import Mistake


@dataclass(frozen=True, slots=True)
class Draft:
    """A handbook as far as it could be read; None where its first page does not hold.

    What is missing from the handbook is named by a mistake. Mistakes stand in the order of the text.
    """

    handbook: Handbook | None
    mistakes: tuple[Mistake, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing grave is wrong."""
        return self.handbook is not None and not any(mistake.grave for mistake in self.mistakes)

    def with_mistakes(self, more: tuple[Mistake, ...]) -> Draft:
        """This draft with more mistakes found in it."""
        return Draft(self.handbook, tuple(sorted({*self.mistakes, *more})))
