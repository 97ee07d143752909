"""Walls around a person: shields, members of staff of a household, letters by the resolver."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from heeded.core.access.shield import Shield


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter on its way: to whom (a person's id), its words, who sends it, when (seconds UTC)."""

    id: str
    person: str
    words: str
    by: str
    agency: str
    at: int


class Walls(Protocol):
    """Puts walls up and takes them down."""

    def shield(self, shield: Shield) -> int:
        """Hold something of a person back; the shield's number."""

    def shielding(self, number: int) -> Shield | None:
        """The shield of that number, of the person as they are now known; None where there is none."""

    def unshield(self, number: int, now: int) -> None:
        """Let a shield end now (seconds UTC)."""

    def connect(self, practitioner: str, person: str, how: str, since: int, by: str) -> int:
        """Note that a practitioner belongs to, or is connected with, a household since then; its number."""

    def disconnect(self, number: int, now: int, *, agency: str, not_of: str) -> bool:
        """Let a connection of anybody of an agency but one person end now (seconds UTC); whether one did."""

    def gives_away(self, words: str, child: str, now: int) -> bool:
        """Whether some words give a shielded place of a child's family away."""

    def send(self, letter: Letter) -> bool:
        """Hand a letter to the post with the person's last address; false where none is known."""
