"""Drafts: what somebody has begun to write and not yet said; no rule reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from heeded.core.access import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody has begun: about whom (empty: somebody new), saved when, sent when (seconds UTC).

    `content` is whatever the door that wrote it needs to show it again, as JSON; nothing once it is sent.
    `version` counts how often it was saved, `by` names who saved it last, `shared` the colleagues who may
    write in it, and `present` says when each of those at it last had it open (seconds UTC).
    """

    id: str
    author: str
    child: str
    saved: int
    content: Mapping[str, object]
    sent: int | None = None
    version: int = 1
    by: str = ""
    shared: frozenset[str] = frozenset()
    present: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Over:
    """Over what somebody writes: the version that they saw, and the window from which they write.

    A window is a page that was opened once: what it saved itself it may save over. `child` is about whom
    it now is; empty where that is somebody new, or is not said yet.
    """

    version: int
    window: str
    child: str = ""


class Drafts(Protocol):
    """The drafts of whoever asks: each sees their own, and what a colleague shares with them."""

    def begin(
        self, actor: Actor, child: str, content: Mapping[str, object], now: int, draft: str = ""
    ) -> str:
        """Keep a new draft, under an id that its page was given where it has one; its id.

        Empty where there is one of that id already.
        """

    def save(
        self, actor: Actor, draft: str, content: Mapping[str, object], now: int, over: Over | None = None
    ) -> bool:
        """Keep what a draft now says.

        False where it is not theirs, or was sent or discarded, or is not what they write `over` any more.
        """

    def find(self, actor: Actor, draft: str) -> Draft | None:
        """One of their drafts, sent or not, or one that is shared with them; None where there is none."""

    def mine(
        self, actor: Actor, before: tuple[int, str] | None = None, most: int | None = None
    ) -> Sequence[Draft]:
        """Their own drafts that are not sent, the last saved first.

        `before` is when the last one of the page before was saved (seconds UTC), and its id; `most` how
        many are given, where not all are.
        """

    def shared(self, actor: Actor) -> Sequence[Draft]:
        """What colleagues share with them and have not sent, the last saved first, up to a hundred."""

    def share(self, actor: Actor, draft: str, colleagues: Sequence[str]) -> bool:
        """Share a draft of their own with these colleagues and no others; False where there is none."""

    def be_there(self, actor: Actor, draft: str, now: int) -> None:
        """Keep that they have it open."""

    def sent(self, actor: Actor, draft: str, now: int, child: str = "") -> None:
        """A draft has become entries about a child: keep that it has, and nothing of what it said."""

    def discard(self, actor: Actor, draft: str) -> bool:
        """Throw a draft of their own away that was not sent; False where there is none."""
