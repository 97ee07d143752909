"""Who may not judge: a side of a disagreement, whoever is disagreed with, whoever looked; and who does."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from heeded.core.access.actor import Actor, Role


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: an agency and the person who spoke for it, empty where unknown."""

    agency: str
    person: str = ""


def may_resolve(actor: Actor, sides: Iterable[Side]) -> bool:
    """Whether the actor is of no side, as a person or by agency; never where no sides are known.

    A disagreement between two people of one agency is resolved from outside that agency too.
    """
    known = tuple(sides)
    return bool(known) and not any(_is_side(actor, side) for side in known)


def may_close_concern(actor: Actor, opposed: Iterable[Side]) -> bool:
    """Whether the actor may close a concern that someone opposes: never one of the opposed to it.

    `opposed` are those with whom the concern disagrees; where there are none, anyone entitled may.
    """
    return not any(_is_side(actor, side) for side in opposed)


def may_review_look(officer: Actor, looker: Actor) -> bool:
    """Whether an officer may review a look: named for it, not their own, and not in either's line."""
    return (
        Role.NAMED_OFFICER in officer.roles
        and officer.id != looker.id
        and officer.id not in looker.line
        and looker.id not in officer.line
    )


def reviewers(looker: Actor, officers: Iterable[Actor], hubs: Collection[str]) -> tuple[Actor, ...]:
    """The named officers whose work it is to review somebody's look; any one of them may.

    Those of the looker's own agency who are neither the looker nor of the looker's line. Where there is
    none, those of an agency that keeps the hub (`hubs`, by id); where there is none either, those of every
    agency. Empty where the whole partnership has nobody: then it must name somebody.

    The order is our own design, from two published needs: every such look is reviewed by a named officer
    within one working day, and nobody judges the look of somebody whom they manage, or who manages them.
    """
    able = tuple(officer for officer in officers if may_review_look(officer, looker))
    own = tuple(officer for officer in able if officer.agency == looker.agency)
    hub = tuple(officer for officer in able if officer.agency in hubs)
    return own or hub or able


def _is_side(actor: Actor, side: Side) -> bool:
    """Whether a side is the actor, or the actor's agency."""
    return actor.agency == side.agency or (bool(side.person) and actor.id == side.person)
