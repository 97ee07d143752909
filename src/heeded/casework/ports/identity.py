"""Who is who: what people and models say of two references, and people put together and taken apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from heeded.casework.ports.looks import Look
from heeded.casework.ports.record import Author, Writing

BY_THE_RECORD = "the record"
"""Who says it, where a model of the record does and no person."""


class Verdict(StrEnum):
    """What somebody says of two references."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that was compared: how it came out, and what that weighs (base 2; below nothing: against)."""

    what: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What is said of two people of the record, by id, and why; `act` names the act once.

    `overrules` says that whoever says it knows that somebody said the opposite. `model` is the dated version
    of a model, where one says it, and `terms` are the weights that stood beside it.
    """

    act: str
    one: str
    other: str
    reason: str
    overrules: bool = False
    model: str = ""
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asserted:
    """What was last said of two references: when (seconds UTC), by whom, and what it superseded.

    `one` and `other` are subjects, by id.
    """

    place: int
    act: str
    one: str
    other: str
    verdict: Verdict
    at: int
    by: str
    agency: str
    model: str
    terms: tuple[Term, ...]
    reason: str
    supersedes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One agency's reference to a person, by its subject's id.

    Whose it is, since when it is taken for the person (seconds UTC), by whom and why; and how the agency
    describes who it is.
    """

    id: str
    person: str
    agency: str
    ref: str
    since: int
    by: str
    reason: str
    name: str = ""
    born: date | None = None
    sex: str = ""
    area: str = ""
    numbers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A person as the links now stand: the references, and what was last said of each with any other."""

    person: str
    references: tuple[Reference, ...]
    asserted: tuple[Asserted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Two people are one now, by that id; `moved` are the references that were the other's.

    `settles` are the acts by which the record noted that they may be one.
    """

    person: str
    moved: tuple[str, ...]
    settles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """One person is two now, by their ids.

    They were one since a moment (seconds UTC); `readers` are the looks by which something of the two was
    shown since then. `written` are the entries, by id, with the agency that told each, that were told
    meanwhile about a person chosen from the record: of which of the two they speak, only their agency knows.
    """

    kept: str
    parted: str
    since: int
    readers: tuple[Look, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)


class AlreadyOne(ValueError):  # noqa: N818 - named for what is the case
    """The two are one person already."""


class NotOne(ValueError):  # noqa: N818 - named for what is the case
    """The references named are none of the person's, or all of them: there is nothing to take apart."""


class KeptApart(ValueError):  # noqa: N818 - named for what is the case
    """Something in the record keeps the two apart, and no reason overrules it."""


class Opposed(ValueError):  # noqa: N818 - named for what is the case
    """Somebody said that the two are different: the last sayings, `said`, stand against it."""

    def __init__(self, said: Sequence[tuple[str, int, str]]) -> None:
        super().__init__("somebody said that the two are different")
        self.said = tuple(said)
        """By whom, when (seconds UTC) and why."""


class Identities(Protocol):
    """Whom the record takes for whom."""

    def whole(self, people: Sequence[str], author: Author) -> Sequence[Whole]:
        """Some people as the links now stand, in the order asked; Nobody where there is no such person."""

    def joining(
        self, saying: Saying, author: Author, now: int
    ) -> AbstractContextManager[tuple[Writing, Together]]:
        """Let two people be one, and hold the family while it is judged anew.

        Nobody, AlreadyOne, KeptApart or Opposed where that cannot be.
        """

    def parting(
        self, saying: Saying, references: Sequence[str], author: Author, now: int
    ) -> AbstractContextManager[tuple[Writing, Apart]]:
        """Let some references of a person (`saying.one`) be another, and hold the families meanwhile.

        Nobody or NotOne where that cannot be.
        """

    def saying(
        self, saying: Saying, verdict: Verdict, author: Author, now: int
    ) -> AbstractContextManager[tuple[Writing, tuple[str, ...]]]:
        """Note that two people are different, or that nobody can tell, and hold their families meanwhile.

        With it come the acts by which the record noted that they may be one. Nobody or AlreadyOne where not.
        """

    def questioned(self, act: str, author: Author) -> tuple[Asserted, str, str] | None:
        """What the record noted by an act, and the two people, by id, as they are now; None where nothing."""

    def said_by(self, author: Author, since: int) -> Sequence[Asserted]:
        """What somebody said since a moment (seconds UTC) and is the last of its pair, the latest first."""
