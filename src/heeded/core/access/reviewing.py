"""Who reviews a look taken without standing: an officer of the agency or, where none may, another's."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from heeded.core.access.actor import Actor
from heeded.core.access.sides import may_review_look


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
