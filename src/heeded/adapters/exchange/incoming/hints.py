"""Asking whether a known word was meant, for as many words as are worth the time."""

from collections.abc import Iterable

from heeded.core.chronology.vocabulary import DRAWN, KINDS, never_told
from heeded.core.procedures.mistake import nearest

MOST_HINTS = 200
"""How many words of one report are compared with the known ones; the time for each is a millisecond or so."""


class Hints:
    """Gives hints for the first words of a report that are not known, and none for later ones."""

    def __init__(self) -> None:
        self._left = MOST_HINTS

    def near(self, written: str, known: Iterable[str]) -> str:
        """A sentence that asks whether a known word was meant, with a blank before it; empty if none."""
        self._left -= 1
        return nearest(written, known) if self._left >= 0 else ""

    def no_kind(self, name: str) -> str:
        """Why no event of a kind of that name can be taken: there is none, or the record draws it itself."""
        if name in DRAWN:
            return never_told(name)
        return f"there is no kind of event “{name:.100}”.{self.near(name, KINDS)}"
