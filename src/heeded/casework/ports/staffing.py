"""The agencies, the people who work for them and their systems, as whoever administers them keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

Value = str | bool | list[str]
"""What a field of an agency, a person or a credential holds."""


ASKED_IN = "asked in change"
"""Under which name a second factor's taking away says in which change it was asked for."""

COMMAND_LINE = "the command line"
"""Who did it, where somebody did it on the server itself."""


class Kept(StrEnum):
    """What is kept."""

    AGENCY = "agency"
    PERSON = "person"
    CREDENTIAL = "credential"


class Act(StrEnum):
    """What somebody did who administers."""

    ADDED = "added"
    CHANGED = "changed"
    STOPPED = "let in no more"
    BACK = "let in again"
    INVITED = "given a page to set a password"
    UNDONE = "undone"
    ASKED = "second factor said to be lost"
    TAKEN_AWAY = "second factor taken away, owner told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was done, to what, by whom, when (seconds UTC) and why, with the fields before and after.

    `agency` is the one that it concerns; `before` is empty where something was added. `undoes` is the
    number of the change that it took back. `number` is 0 until it is kept.
    """

    act: Act
    kept: Kept
    id: str
    agency: str
    by: str
    at: int
    why: str = ""
    before: Mapping[str, Value] = field(default_factory=dict)
    after: Mapping[str, Value] = field(default_factory=dict)
    undoes: int | None = None
    number: int = 0


class Staffing(Protocol):
    """The list of agencies, people and credentials; every change stands in its history for good."""

    def found(self, kept: Kept, id_: str) -> Mapping[str, Value] | None:
        """The fields of one agency, person or credential; None where there is none of that id."""

    def every(self, kept: Kept, agency: str = "") -> Sequence[Mapping[str, Value]]:
        """All of an agency, or of every agency, in the order of their names."""

    def hubs(self) -> frozenset[str]:
        """The agencies, by id, in which a hub coordinator works now."""

    def somebody_with(self, email: str) -> str | None:
        """Who signs in with an e-mail address, by id; None where nobody does."""

    def free(self, kept: Kept, name: str) -> str:
        """An id made from a name that nothing of that kind has."""

    def apply(self, change: Change) -> None:
        """Do it and put it into the history, both or neither."""

    def make_credential(self, change: Change) -> tuple[str, str]:
        """Make a credential, put that into the history; its id and its secret, told this once."""

    def history(self, agency: str | None, before: int | None, limit: int) -> Sequence[Change]:
        """What was done for an agency, or for all, the latest first, from before a number on."""

    def change(self, number: int) -> Change | None:
        """One line of the history."""
