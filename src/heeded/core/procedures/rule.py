"""A rule of a handbook: who owes what, when, and by whose agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from heeded.core.procedures.amount import Amount
from heeded.core.procedures.pattern import Condition, Nth, Patterns, Scope


class Tier(StrEnum):
    """What kind of agreement stands behind a rule."""

    STATUTE = "statute"
    GUIDANCE = "statutory guidance"
    LOCAL = "local procedure"
    CLINICAL = "clinical"
    PRODUCT = "product rule"


class ForEach(StrEnum):
    """For whom, beside the child of the event, an occasion is judged."""

    OTHER_CHILD = "each other child in the household"
    ADULT_WITH_ACCESS = "each adult with access"
    POSSIBLE_SOURCE = "each possible source"

    @property
    def grown(self) -> bool:
        """Whether it is each of some adults, so that what answers must be about the same one."""
        return self is not ForEach.OTHER_CHILD


class Spoilt(StrEnum):
    """What may befall one rule's finding and start another rule."""

    OVERDUE = "overdue"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A trigger: an event of these patterns, if wanted only from the nth within a time on."""

    patterns: Patterns
    nth: Nth | None = None


@dataclass(frozen=True, slots=True)
class OfFinding:
    """A trigger: the moment at which another rule's finding became overdue or broken."""

    rule: str
    spoilt: Spoilt


@dataclass(frozen=True, slots=True)
class Within:
    """How long: an amount, or the name of one of the handbook's dated amounts.

    `of_knowing`: the clock starts when the owing agency came to know, not at the event.
    """

    amount: Amount | str
    of_knowing: bool = False


@dataclass(frozen=True, slots=True)
class StatedDay:
    """By when: the end of the local day that the event which starts the duty states in this field."""

    field: str


@dataclass(frozen=True, slots=True)
class Duty:
    """When something happens, something must follow in time, unless the need falls away."""

    when: Occurrence | OfFinding
    must: Patterns
    within: Within | StatedDay
    unless: Patterns = ()


@dataclass(frozen=True, slots=True)
class Recurring:
    """While the rule's scope is open, something must happen again and again.

    `every` gives the time from the opening to the first, from the first to the second, and
    so on; the last one repeats.
    """

    must: Patterns
    every: tuple[Within, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """Before something is done, other things must have been done (each of `need`).

    With `since`, only what was done after the latest such event counts, and without any
    such event nothing is needed. With `within`, only what is recent enough counts.
    """

    before: Patterns
    need: tuple[Patterns, ...]
    since: Patterns = ()
    within: Within | None = None


@dataclass(frozen=True, slots=True)
class Ban:
    """While the rule's scope is open, something must never be done."""

    never: Patterns


@dataclass(frozen=True, slots=True)
class Content:
    """When something is done, its own record must meet these conditions."""

    when: Patterns
    conditions: tuple[Condition, ...]


Form = Duty | Recurring | Gate | Ban | Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One clause of an agreement, as it can be judged.

    `asks` says in plain words what it asks of whoever owes it; it is read by people and judges nothing.
    `per` names what ties its events together (a key, `child` or `household`). `scope` limits
    it to occasions while a state is open, `apart` to those while none is. `for_each` judges
    the occasion once for each such person. `departure_by` names the roles that may depart
    from it with a reason (none: whoever records the departure). It governs occasions on days
    from `since` to `until` (both included; `since` None with `pending` set: not yet in force).
    `ref` is the rule's number in the published list; `unverified` says what has not been
    checked against a primary text.
    """

    name: str
    form: Form
    per: str
    owed_by: str
    asks: str = ""
    agreed: str = ""
    ref: str = ""
    tier: Tier = Tier.LOCAL
    owner: str = ""
    review_by: date | None = None
    scope: Scope | None = None
    apart: Scope | None = None
    for_each: ForEach | None = None
    guards: str = ""
    departure_by: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    pending: str = ""
    unverified: str = ""
    ladder: str = ""
    file: str = ""
    line: int = 0

    @property
    def title(self) -> str:
        """What it asks, in plain words: as its author put it or, without that, its name in words."""
        words = self.name.replace("-", " ")
        return self.asks or f"{words[:1].upper()}{words[1:]}"

    def in_force(self, day: date) -> bool:
        """Whether the rule governs an occasion on this local day."""
        if self.pending:
            return False
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
