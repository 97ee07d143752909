"""What every act of administration needs, who may do it for which agency, and how it is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from heeded.casework.ports.staffing import Staffing
from heeded.core.access import NO_BOND, Actor, Operation, Policy, RecordClass, Role

ROLES = tuple(role.value for role in Role if role not in {Role.AGENCY_SYSTEM, Role.FAMILY_READER})
"""The roles that a person may be given."""


class NotPermitted(Exception):  # noqa: N818 - named for what is the case
    """Somebody else does that: the policy's words, or whose work it is."""


class NotDone(ValueError):  # noqa: N818 - named for what is the case
    """It cannot be done so: what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What it takes: the policy, the list, and who makes the page on which somebody sets a password.

    `tell` tells somebody, by id, that their second factor was taken away.
    """

    policy: Policy
    staffing: Staffing
    invitation: Callable[[str], str]
    tell: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class By:
    """Who does it, and when (seconds UTC)."""

    actor: Actor
    now: int


def permitted(desk: Desk, by: By, agency: str | None) -> None:
    """Return where the actor administers that agency (None: agencies at all); NotPermitted says why not.

    An agency's administrator keeps its own list; one of an agency that keeps the hub keeps every list,
    so that the partnership can let a new agency in, and help one whose administrator has left.
    """
    answer = desk.policy.decide(by.actor, NO_BOND, RecordClass.DIRECTORY, Operation.ADMINISTER, None, by.now)
    if not answer.permitted:
        raise NotPermitted("Only an administrator does that. Ask the administrator of your agency.")
    if agency != by.actor.agency and not for_all(desk, by):
        raise NotPermitted("That agency keeps its own list. Ask its administrator, or the hub's.")


def for_all(desk: Desk, by: By) -> bool:
    """Whether the actor works for an agency that keeps the hub, and so administers every agency."""
    return by.actor.agency in desk.staffing.hubs()


def said(text: str, name: str, longest: int = 100) -> str:
    """A text that must say something, without blanks around it; NotDone names it where it does not."""
    stripped = " ".join(text.split())
    if not stripped:
        raise NotDone(f"{name} is missing. Write it down.")
    if len(stripped) > longest:
        raise NotDone(f"{name} is too long: {longest} letters at most.")
    return stripped
