"""Whose name somebody tells in who signed in: their own; a colleague's only where the policy lets them."""

from __future__ import annotations

from dataclasses import replace

from heeded.core.access import NO_BOND, Actor, Operation, Policy, RecordClass
from heeded.core.access.standing import ALLOCATED, STOOD_DOWN
from heeded.core.chronology.report import Event, Refusal, Report


def in_own_name(report: Report, actor: Actor, policy: Policy, now: int) -> Report:
    """The report of a practitioner who signed in, or for whom a system speaks, written `now` (seconds UTC).

    What names nobody was told by them. What names somebody else as the one who did it is set aside, event
    by event, unless their role may write for a colleague, or allocate where it says whose work a child is.
    """
    kept: list[Event] = []
    refused: list[Refusal] = []
    for event in report.events:
        if event.practitioner in {"", actor.id, actor.name}:
            kept.append(replace(event, practitioner=actor.id))
        elif why := _not_allowed(event, actor, policy, now):
            refused.append(Refusal(f"event {event.ref}", why, event.ref))
        else:
            kept.append(event)
    return replace(report, events=tuple(kept), refusals=(*report.refusals, *refused))


def _not_allowed(event: Event, actor: Actor, policy: Policy, now: int) -> str:
    """Why the actor may not tell an event in somebody else's name; empty where they may."""
    allocating = event.kind in {ALLOCATED, STOOD_DOWN}
    operation = Operation.ALLOCATE if allocating else Operation.WRITE_FOR
    if policy.decide(actor, NO_BOND, RecordClass.DIRECTORY, operation, None, now).permitted:
        return ""
    said = f"you are signed in as {actor.id}, and it is told in the name of {event.practitioner:.60}"
    if allocating:
        return f"{said}: whose work a child is, a manager says; ask yours"
    return (
        f"{said}: leave the practitioner out where you did or saw it, and say in it who told you; a manager "
        "or an administrator may write it down for them, or they sign in and tell it"
    )
