"""A shield: what of a person is told to nobody but those it names, since when, by whom and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from heeded.core.access.actor import Actor
from heeded.core.access.bond import Bond, Standing
from heeded.core.access.operation import Operation


class Shielded(StrEnum):
    """What a shield holds back."""

    ADDRESS = "address"
    IDENTITY = "identity"
    WHEREABOUTS = "whereabouts"


class Disclosure(StrEnum):
    """What may become of something about a person, a shield being there or not."""

    OPEN = "open"
    NAMED = "to those whom the shield names"
    BY_RESOLVER = "by the address resolver alone"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shield:
    """One person's shield; `until` is None while no end is set, times are seconds UTC.

    `named` are the ids of the people who may see what it holds back. ValueError where it ends before
    it begins, or nobody or no reason stands behind it.
    """

    person: str
    what: Shielded
    since: int
    by: str
    reason: str
    until: int | None = None
    named: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse a shield that could not be answered for."""
        if self.until is not None and self.until <= self.since:
            raise ValueError(
                f"A shield that ends ({self.until}) before it begins ({self.since}) holds nothing."
            )
        if not self.by.strip() or not self.reason.strip():
            raise ValueError("A shield needs who placed it and why, so that its end can be judged.")

    def holds(self, person: str, what: Shielded, now: int) -> bool:
        """Whether it holds that back of that person at `now` (seconds UTC).

        Who somebody is tells where they are: a shield on an identity holds back address and
        whereabouts too, and one on an address holds back the whereabouts.
        """
        implied = {
            Shielded.IDENTITY: frozenset(Shielded),
            Shielded.ADDRESS: frozenset({Shielded.ADDRESS, Shielded.WHEREABOUTS}),
            Shielded.WHEREABOUTS: frozenset({Shielded.WHEREABOUTS}),
        }[self.what]
        in_time = self.since <= now and (self.until is None or now < self.until)
        return self.person == person and what in implied and in_time


@dataclass(frozen=True, slots=True)
class Sought:
    """Something about a person that somebody would see or use: of whom, and what."""

    person: str
    what: Shielded


def disclosable(
    sought: Sought, shields: Iterable[Shield], actor: Actor, bond: Bond, operation: Operation, now: int
) -> Disclosure:
    """What may become of it at `now` (seconds UTC), over whatever else the policy permits.

    Where several shields hold, all must name the actor. Whom a shield names may read and in nothing
    else use it; nobody of the household does, named or not. A letter goes by the resolver, which shows
    the address to nobody, when someone at work with the child sends it. OPEN is no permission: only
    that no shield stands in the way.
    """
    holding = [shield for shield in shields if shield.holds(sought.person, sought.what, now)]
    if not holding:
        return Disclosure.OPEN
    standing = bond.standing(actor.id, now)
    if standing in {Standing.CONFLICTED, Standing.FAMILY}:
        return Disclosure.WITHHELD
    if operation is Operation.READ and all(actor.id in shield.named for shield in holding):
        return Disclosure.NAMED
    at_work = standing in {Standing.ALLOCATED, Standing.INVOLVED}
    to_an_address = operation is Operation.SEND_LETTER and sought.what is Shielded.ADDRESS
    return Disclosure.BY_RESOLVER if at_work and to_an_address else Disclosure.WITHHELD
