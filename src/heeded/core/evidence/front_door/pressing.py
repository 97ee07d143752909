"""What presses to know who a child is: a referral not yet decided, something in force, an injury seen."""

from __future__ import annotations

from enum import StrEnum

from heeded.core.chronology.chronology import Chronology
from heeded.core.evidence.front_door.matter import Stage
from heeded.core.evidence.front_door.matters import matters
from heeded.core.evidence.in_force import in_force
from heeded.core.evidence.seen import Seen


class Pressing(StrEnum):
    """A ground for which it presses: facts of the record, none weighed against another."""

    REFERRAL = "a referral is open"
    IN_FORCE = "a plan, an order or an enquiry is in force"
    INJURY = "an injury was seen"


def pressing(chronology: Chronology, child: str, now: int) -> tuple[Pressing, ...]:
    """The grounds on which it presses to know who a child is, at a moment (seconds UTC).

    As far as the chronology goes: of what it leaves out, nothing presses.
    """
    seen = Seen.of(chronology, now)
    found = {
        Pressing.REFERRAL: any(
            each.child == child and each.stage is not Stage.DECIDED for each in matters(chronology, now)
        ),
        Pressing.IN_FORCE: bool(in_force(seen, child)),
        Pressing.INJURY: any(True for _ in seen.of_kinds(("injury observed",), child)),
    }
    return tuple(ground for ground, holds in found.items() if holds)
