"""What is looked at afterwards: glasses broken for want of standing, and who looked at a record."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from heeded.casework.ports.lists import Place
from heeded.casework.ports.looks import Look
from heeded.casework.ports.notices import Notice
from heeded.core.access import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Glass:
    """A glass broken: by whom, for whom, why, until when, and by when it is reviewed (seconds UTC)."""

    id: str
    actor: str
    agency: str
    child: str
    since: int
    until: int
    reason: str
    review_by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a named officer found of a broken glass, when (seconds UTC), and in which words."""

    glass: str
    by: str
    at: int
    outcome: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """Which looks at a record are wanted: of one agency, from a moment until another (seconds UTC).

    `answered` is "shown" or "refused"; `without_standing` keeps those by somebody without a part in the
    child's work. None asks for all.
    """

    agency: str | None = None
    since: int | None = None
    until: int | None = None
    answered: str | None = None
    without_standing: bool = False


EVERY = Narrowed()
"""Every look."""


class Oversight(Protocol):
    """One transaction of breaking a glass, or of looking at who looked."""

    def break_glass(
        self, glass: Glass, look: Look, notices: Sequence[Notice], referred: Collection[str] = ()
    ) -> None:
        """Put down a broken glass with the look that it is, and tell those who must know.

        `referred` are the agencies, by id, whose named officers review it because nobody of the looker's may.
        """

    def awaiting(self, after: Place | None, limit: int) -> Sequence[Glass]:
        """The glasses broken in the reader's agency, or given to it to review, the first due first."""

    def officers(self) -> tuple[Sequence[Actor], frozenset[str]]:
        """Every named officer, with those above them, and the agencies (by id) that keep the hub."""

    def glass(self, glass: str) -> tuple[Glass, Review | None] | None:
        """One glass broken in the reader's agency, with its review; None where there is none."""

    def who_broke(self, glass: Glass) -> Actor:
        """The one who broke a glass, as an actor, with those above them."""

    def with_line(self, actor: Actor) -> Actor:
        """The same actor, with those who are above them in their agency now."""

    def review(self, review: Review) -> None:
        """Put down what a named officer found of a glass."""

    def looks(self, child: str, before: Place | None, limit: int, only: Narrowed = EVERY) -> Sequence[Look]:
        """Who looked at a child's record, or was shown a line about the child, the latest first."""
