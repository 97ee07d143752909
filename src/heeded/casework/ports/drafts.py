"""Drafts: what somebody has begun to write and not yet said; nobody else sees them, no rule reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from heeded.core.access import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody has begun: about whom (empty: somebody new), saved when, sent when (seconds UTC).

    `content` is whatever the door that wrote it needs to show it again, as JSON; nothing once it is sent.
    """

    id: str
    child: str
    saved: int
    content: Mapping[str, object]
    sent: int | None = None


class Drafts(Protocol):
    """The drafts of whoever asks: each sees their own alone."""

    def begin(self, actor: Actor, child: str, content: Mapping[str, object], now: int) -> str:
        """Keep a new draft; its id."""

    def save(self, actor: Actor, draft: str, content: Mapping[str, object], now: int) -> bool:
        """Keep what a draft now says; False where it is not theirs, or was sent or discarded."""

    def find(self, actor: Actor, draft: str) -> Draft | None:
        """One of their drafts, sent or not; None where there is none."""

    def mine(
        self, actor: Actor, before: tuple[int, str] | None = None, most: int | None = None
    ) -> Sequence[Draft]:
        """Their drafts that are not sent, the last saved first.

        `before` is when the last one of the page before was saved (seconds UTC), and its id; `most` how
        many are given, where not all are.
        """

    def sent(self, actor: Actor, draft: str, now: int) -> None:
        """A draft has become an entry: keep that it has, and nothing of what it said."""

    def discard(self, actor: Actor, draft: str) -> bool:
        """Throw a draft away that was not sent; False where there is none."""
