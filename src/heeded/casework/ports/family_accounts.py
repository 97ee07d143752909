"""Accounts given to a child's family: as drawn up, what a second person said of each, when it was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from heeded.core.access import Actor
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.when import When


class Stage(StrEnum):
    """What was done with an account that was drawn up."""

    AGREED = "agreed"
    SENT_BACK = "sent back"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An event as an account tells of it: of which kind, when, told by which agency, which plain facts."""

    entry: str
    kind: str
    happened: When
    agency: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An event that an account leaves out, and on what ground: for practitioners alone."""

    line: Line
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """Looks of one kind as an account tells of them: agency, role, purpose, how often, first and last.

    `first` and `last` are seconds UTC. No name of anybody stands in it.
    """

    agency: str
    role: str
    purpose: str
    without_standing: bool
    count: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account as somebody drew it up, for one named person of the family, at a moment (seconds UTC).

    `lines` and `looks` are what it says beside the drawer's own `words`; `left_out` what it does not, and
    `held_back` how many looks by ground; `withheld` counts entries that the drawer could not see either.
    `upto` is how long the log was.
    """

    id: str
    child: str
    agency: str
    by: str
    at: int
    to: str
    to_name: str
    child_name: str
    words: str
    reason: str
    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]
    looks: tuple[Looked, ...]
    held_back: Mapping[str, int]
    withheld: int
    upto: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What somebody did with an account, when (seconds UTC), and in which words; `how` it was given."""

    stage: Stage
    by: str
    at: int
    words: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """An account with what became of it, the first step first."""

    account: Account
    steps: tuple[Step, ...] = ()

    @property
    def agreed(self) -> Step | None:
        """The second person's agreement; None where nobody agreed, or it was sent back."""
        return next((step for step in self.steps if step.stage is Stage.AGREED), None)

    @property
    def sent_back(self) -> Step | None:
        """Why a second person did not agree; None where nobody said so."""
        return next((step for step in self.steps if step.stage is Stage.SENT_BACK), None)

    @property
    def given(self) -> tuple[Step, ...]:
        """Each time that it was given."""
        return tuple(step for step in self.steps if step.stage is Stage.GIVEN)

    @property
    def awaits_second(self) -> bool:
        """Whether a second person has yet to say anything."""
        return self.agreed is None and self.sent_back is None


class FamilyAccounts(Protocol):
    """Keeps the accounts of an agency: nothing in one is ever changed."""

    def put(self, actor: Actor, account: Account) -> None:
        """Keep an account as it was drawn up."""

    def held(self, actor: Actor, child: str) -> Sequence[Held]:
        """The accounts of a child that the actor's agency drew up, the latest first."""

    def add(self, actor: Actor, child: str, account: str, step: Step) -> bool:
        """Keep what the actor did with one; false where somebody else decided on it first."""
