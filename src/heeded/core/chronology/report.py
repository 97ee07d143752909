"""A report: what arrives at a door, in the field's words and not yet anybody's chronology."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from heeded.core.chronology.entry import Fact
from heeded.core.chronology.vocabulary import kind
from heeded.core.chronology.when import When

NHS_NUMBER, UPN, LOCAL_ID = "NHS number", "UPN", "local"
"""The systems of identifiers that the record knows; `local` is the reporting agency's own."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number by which some register knows a person: its system, and the number as written there."""

    system: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A person as one agency describes them.

    `ref` is that agency's own reference: the same in each of its reports about that person, and the
    name by which the report's events speak of them. An address stands here and in no other text, so
    that it can be shielded.
    """

    ref: str
    name: str = ""
    born: date | None = None
    sex: str = ""
    adult: bool = False
    area: str = ""
    address: str = ""
    postcode: str = ""
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event as its source tells it.

    `ref` is the source's own name for it: the same ref from the same agency is the same event, told
    again. `child`, and facts that name a person, hold the `ref` of somebody described. `told` is when
    the source says that it wrote this (seconds UTC). `known` says whom the source itself has told,
    and when, by agency id. `corrects` and `withdraws` hold the ref of an earlier event of the agency.
    A key's value belongs to the agency that sends it, unless it is written `agency:value`.

    `as_of` is given where the sender's system keeps the record of this event and tells it again when it
    changes: as of when it stands so, by that system's clock (seconds UTC). Told again as of a later moment,
    and otherwise, it corrects what the system said before. Where it is None, the event is told once.
    """

    ref: str
    kind: str
    child: str
    happened: When
    told: int
    practitioner: str = ""
    role: str = ""
    known: Mapping[str, int] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    corrects: str | None = None
    withdraws: str | None = None
    as_of: int | None = None

    @property
    def naming(self) -> frozenset[str]:
        """Those of its facts that name a person."""
        return frozenset(name for name in kind(self.kind).naming if name in self.facts)

    @property
    def names(self) -> frozenset[str]:
        """The refs of everybody whom it names, its child among them."""
        return frozenset((self.child, *(str(self.facts[name]) for name in self.naming)))


def said_at(event: Event) -> int:
    """When its source said it (seconds UTC): where a system keeps the record of it, as of when it stands."""
    return event.told if event.as_of is None else event.as_of


def own(agency: str, name: str) -> str:
    """A key's value as the record writes it: the agency's own, unless it already says whose it is."""
    return name if ":" in name else f"{agency}:{name}"


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be taken as it stood: where it stands, why, and what to do about it.

    `ref` names the event where it has a name; `grave` ones kept an event out, others only a detail.
    """

    place: str
    reason: str
    ref: str = ""
    grave: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one agency sent at once: people, events about them, and what in it could not be read.

    `id` is the sender's own name for the report: sent again, it is the same report. `agency` is known
    from who is at the door, never from what they sent.
    """

    id: str
    agency: str
    people: tuple[Described, ...] = ()
    events: tuple[Event, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def as_of_all(report: Report, moment: int | None) -> Report:
    """The report of a system that keeps the record of all that it tells, as it stood at a moment.

    Seconds UTC. What says itself as of when it stands is left as it is; None changes nothing.
    """
    if moment is None:
        return report
    events = tuple(
        event if event.as_of is not None else replace(event, as_of=moment) for event in report.events
    )
    return replace(report, events=events)


def once(report: Report) -> Report:
    """The report of somebody who tells what they did or saw: each event once, and corrected by hand."""
    return replace(report, events=tuple(replace(event, as_of=None) for event in report.events))
