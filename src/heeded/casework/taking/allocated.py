"""Who is told that a report says whose work a child is: those whom the act of allocating tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from heeded.casework.acting.permission import obliged_by
from heeded.casework.ports import Notice, Writing
from heeded.core.access import Actor, Operation, Policy, RecordClass
from heeded.core.access.standing import ALLOCATED, STOOD_DOWN, bond
from heeded.core.chronology.entry import Entry


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose hand wrote a report, and the policy that says of whom they may say whose work a child is."""

    actor: Actor
    policy: Policy

    def told(self, entries: Iterable[Entry], work: Writing) -> Iterator[Notice]:
        """Whom the policy's answers oblige the record to tell of entries of a report, as they were told."""
        for told in entries:
            if told.kind not in {ALLOCATED, STOOD_DOWN}:
                continue
            child = work.as_held(told).child
            tie = bond(self.actor, work.shown(self.actor, child), work.now)
            answer = self.policy.decide(
                self.actor, tie, RecordClass.DIRECTORY, Operation.ALLOCATE, None, work.now
            )
            for held in work.families:
                if child in held.chronology.people:
                    yield from obliged_by(answer, held.chronology, child, self.actor.agency, work.now)
