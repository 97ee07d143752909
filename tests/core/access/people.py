"""Invented people, ties and purposes with which the policy is asked."""

from heeded.adapters.policy import shipped_purposes
from heeded.core.access import Actor, Bond, BreakGlass, Operation, Role, Standing, Stated

NOW = 1_700_000_000
REASON = "fresh bruises seen at the door this morning"


def someone(*roles: Role, agency: str = "st-marys", **other: object) -> Actor:
    """An invented actor in those roles, with every scope there is."""
    return Actor(
        id=str(other.get("id", "ana")),
        name="Ana Birch",
        agency=agency,
        sector="hospital",
        roles=frozenset(roles),
        scopes=frozenset(Operation),
    )


def bond(standing: Standing, actor: str = "ana") -> Bond:
    """A bond by which the actor stands so at NOW."""
    glass = BreakGlass(actor, NOW - 60, REASON) if standing is Standing.BREAK_GLASS else None
    return Bond(
        allocated=standing is Standing.ALLOCATED,
        involved=standing is Standing.INVOLVED,
        own_agency=standing is Standing.OWN_AGENCY,
        conflicted=standing is Standing.CONFLICTED,
        family=standing is Standing.FAMILY,
        glass=glass,
    )


def stated(role: Role, operation: Operation, **said: str) -> Stated | None:
    """A purpose which that role may state for that operation; None where the shipped ones have none."""
    for purpose in shipped_purposes().values():
        if role in purpose.roles and operation in purpose.operations:
            words = {"reason": REASON, "agreed_by": "ben", **said}
            return Stated(purpose=purpose, basis=purpose.bases[0], **words)
    return None
