"""An ask to look at a child's record, what every look needs, and what it can be answered with."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.casework.ports.looks import Recorder
from heeded.casework.ports.reading import Contact, Readings
from heeded.core.access import NOTHING_FOUND, Actor, Policy, Stated
from heeded.core.procedures.calendar import Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Who asks, after which child (a person of the record, by id), when (seconds UTC), and what for."""

    actor: Actor
    child: str
    now: int
    stated: Stated | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every look needs: the record, the recorder of looks, the policy and the area's calendar.

    `judges_knowing` says whether any agreed deadline runs from when an agency knew, so that a look that
    tells an agency something new must be followed by judging anew.
    """

    record: Readings
    recorder: Recorder
    policy: Policy
    calendar: Calendar
    judges_knowing: bool = True


@dataclass(frozen=True, slots=True)
class NothingThere:
    """What is answered of a child whom the record does not hold, and of everything hidden: the same."""

    look: str
    said: str = NOTHING_FOUND


@dataclass(frozen=True, slots=True)
class Existence:
    """There may be a record: whom to ring, and why no more than that is told."""

    look: str
    child: str
    contacts: tuple[Contact, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """It is not answered until what `why` asks for is met; says nothing of whether a record exists."""

    look: str
    why: str
