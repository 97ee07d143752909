"""A look at somebody's record, and how it is recorded before anything is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from heeded.casework.ports.notices import Notice


class NotRecorded(Exception):  # noqa: N818 - named for what is the case
    """The look could not be recorded durably, and so nothing may be answered: try again in a moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """That somebody looked: who, in what role, at whom, at which kinds of record, why, and the answer.

    `child` is whom they asked after, held in the record or not; empty for a list, where `people` are
    those whom it named. `rule` is the row of the policy that answered, `standing` how the looker stood
    to the child. `signs` are plain facts for whoever reviews looks. `at` is seconds UTC; `upto` the last
    place in the log that they could see, None where no content was shown.
    """

    id: str
    at: int
    actor: str
    name: str
    agency: str
    role: str
    operation: str
    records: tuple[str, ...]
    answer: str
    rule: str
    child: str = ""
    people: tuple[str, ...] = ()
    standing: str = ""
    purpose: str = ""
    basis: str = ""
    reason: str = ""
    agreed_by: str = ""
    signs: tuple[str, ...] = ()
    upto: int | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What an agency came to know by a look: a person's entries up to a place, or single entries.

    `subjects` are those references to the person whose entries were all shown up to the place `upto` in
    the log; `entries` those that were shown though others before them were not.
    """

    person: str
    agency: str
    at: int
    family: str
    upto: int = 0
    subjects: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


class Recorded(Protocol):
    """A look on its way into the record."""

    def wait(self) -> None:
        """Return when it is durable; NotRecorded where it could not be made so in time."""


class Recorder(Protocol):
    """Records looks from many readers together, each before its answer leaves."""

    def record(
        self,
        look: Look | None,
        notices: Sequence[Notice] = (),
        seen: Sequence[Seen] = (),
        *,
        wake: bool = False,
    ) -> Recorded:
        """Have a look recorded, with whom it obliges the record to tell and what was thereby seen.

        It returns at once; the answer must not leave before `wait` has returned. With `wake`, the
        families of `seen` are judged again, because what an agency knows has changed.
        """
