"""The rung of a ladder on which something stands that is owed, and to whom it goes from there."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.procedures.handbook import Handbook


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung: which of how many, who acts on it, and who acts on the next when its time runs out.

    `next_owed_by` is empty on the last.
    """

    number: int
    of: int
    owed_by: str
    next_owed_by: str


def rung(rule: str, handbook: Handbook) -> Rung | None:
    """The rung that a rule of the handbook is; None where it belongs to no ladder."""
    named = handbook.rules_named(rule)
    if not named or not named[-1].ladder:
        return None
    ladder = [each for each in handbook.rules if each.ladder == named[-1].ladder]
    names = list(dict.fromkeys(each.name for each in ladder))
    place = names.index(rule)
    beyond = handbook.rules_named(names[place + 1]) if place + 1 < len(names) else ()
    return Rung(place + 1, len(names), named[-1].owed_by, beyond[-1].owed_by if beyond else "")
