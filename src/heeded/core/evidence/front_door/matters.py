"""Matters read off a family's events: which there are, in whose hands, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from heeded.core.chronology.answering import addressed
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.view import Known
from heeded.core.evidence.front_door.matter import Matter, Stage
from heeded.core.evidence.front_door.steps import (
    CAUSE,
    DOOR,
    OPENING,
    RECEIVED,
    RECEIVING,
    REFERRED,
    STEPS,
    leads_to,
    takes_it_on,
)

REFERRAL = "referral"


def matters(chronology: Chronology, now: int) -> tuple[Matter, ...]:
    """Every matter of a family's children as it stood to the record at a moment (seconds UTC).

    What was told of one referral is one matter. What names no referral belongs to what is not yet decided
    about the child; where there is nothing such, a contact, a referral or a reasonable cause to suspect
    harm begins one. Of what was told late the order of what happened counts. What is corrected counts as
    corrected, what is withdrawn does not.
    """
    events = [each for each in chronology.as_known(now) if each.entry.kind in STEPS]
    if not any(each.entry.kind in OPENING for each in events):
        return ()
    door = _Door(chronology)
    for event in events:
        door.hear(event)
    return tuple(each.made() for each in door.matters)


@dataclass(slots=True, eq=False)
class _Open:
    """A matter while it is read."""

    child: str
    agency: str
    key: str
    began: Entry
    reached: Entry
    stage: Stage = Stage.CONTACT
    heard: list[Known] = field(default_factory=list)

    def hear(self, event: Known, stage: Stage | None) -> None:
        """Take an event in, which may bring the matter elsewhere."""
        self.heard.append(event)
        if stage is not None and stage is not self.stage:
            self.stage, self.reached = stage, event.entry

    @property
    def undecided(self) -> bool:
        """Whether something must still be decided about it."""
        return self.stage is not Stage.DECIDED

    def made(self) -> Matter:
        """The matter as read."""
        told = [event.entry for event in self.heard]
        made = (each.source.agency for each in told if each.kind == REFERRED)
        sources = (str(each.facts["source"]) for each in told if "source" in each.facts)
        return Matter(
            child=self.child,
            agency=self.agency,
            key=self.key,
            stage=self.stage,
            since=self.reached.happened.earliest,
            began=self.began,
            reached=self.reached,
            sender=next(made, ""),
            source=next(sources, ""),
            of=frozenset(event.root for event in self.heard),
        )


class _Door:
    """The matters of a family, in the order in which they began."""

    def __init__(self, chronology: Chronology) -> None:
        self._chronology = chronology
        self.matters: list[_Open] = []

    def hear(self, event: Known) -> None:
        """Take an event in: where it belongs, or where it begins something."""
        entry = event.entry
        begun = [self._matter(event, agency) for agency in self._receivers(entry)]
        others = [each for each in self._concerned(entry) if each not in begun]
        for matter in (*begun, *others):
            matter.hear(event, leads_to(entry, matter.agency, matter.stage))

    def _receivers(self, entry: Entry) -> list[str]:
        """In whose hands an entry puts something: the front doors among those that took or were sent it."""
        if entry.kind not in OPENING:
            return []
        if entry.kind in RECEIVING:
            told: Iterable[str] = (entry.source.agency,) if takes_it_on(entry) else ()
        elif entry.kind == CAUSE:
            told = () if self._concerned(entry) else self._answerable(entry)
        else:
            told = addressed(entry, self._chronology)
        return [each for each in told if self._is_door(each)]

    def _answerable(self, entry: Entry) -> tuple[str, ...]:
        own = entry.source.agency
        return (own,) if self._is_door(own) else self._chronology.answerable(DOOR, entry.child)

    def _is_door(self, agency: str) -> bool:
        known = self._chronology.agencies.get(agency)
        return known is not None and known.sector == DOOR

    def _matter(self, event: Known, agency: str) -> _Open:
        """The matter that an event belongs to or begins."""
        entry = event.entry
        key = entry.keys.get(REFERRAL, "")
        same = [each for each in self.matters if (each.child, each.agency) == (entry.child, agency)]
        if key:
            found = [each for each in same if each.key == key]
        else:
            found = [each for each in same if each.undecided and entry.kind == RECEIVED]
            found = [each for each in found if each.stage is Stage.CONTACT]
        if found:
            return found[-1]
        begun = _Open(entry.child, agency, key or event.root, entry, entry)
        self.matters.append(begun)
        return begun

    def _concerned(self, entry: Entry) -> list[_Open]:
        """The matters that an entry speaks of: of its referral, else all of the child's not yet decided."""
        of_child = [each for each in self.matters if each.child == entry.child]
        key = entry.keys.get(REFERRAL, "")
        named = [each for each in of_child if key and each.key == key]
        if named or (entry.kind in OPENING and entry.kind != CAUSE):
            return named
        return [each for each in of_child if each.undecided]
