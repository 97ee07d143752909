"""Words on who is who, read a second time by somebody who does not know the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from heeded.casework.ports.identity import Asserted, Verdict, Whole
from heeded.casework.ports.record import Author


@dataclass(frozen=True, slots=True, kw_only=True)
class Second:
    """What a second reader said of the two, when (seconds UTC), and why."""

    verdict: Verdict
    at: int
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A person's word on a proposal; `reversed_since` says that somebody said otherwise after it."""

    said: Asserted
    reversed_since: bool
    second: Second | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """The two of a word, as they stood before it was said; `people` are who they are by now, by id."""

    word: Word
    sides: tuple[Whole, Whole]
    people: tuple[str, ...]


class ReadBefore(ValueError):  # noqa: N818 - named for what is the case
    """Somebody gave the second reading already."""


class SecondReadings(Protocol):
    """The words that people said on proposals, and how a second reader read them."""

    def words(self, author: Author, since: int) -> Sequence[Word]:
        """Every word on a proposal since a moment (seconds UTC), whoever said it, in the record's order."""

    def stood(self, act: str, author: Author) -> Stood | None:
        """The two of a word as they stood before it; None where there is no such word."""

    def read_again(self, act: str, second: Second, author: Author) -> None:
        """Keep a second reading: it moves nobody. ReadBefore where there is one."""
