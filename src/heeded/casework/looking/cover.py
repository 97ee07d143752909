"""Cover for someone absent: their lines stand on one's own list from one day until another."""

from __future__ import annotations

from collections.abc import Sequence

from heeded.casework.looking.ask import Desk
from heeded.casework.ports.lists import Cover
from heeded.core.access import Actor, Role

LONGEST = 366 * 24 * 3600
"""For how long, in seconds, one cover may be put down: a longer absence is a new allocation."""


class NotArranged(ValueError):  # noqa: N818 - named for what is the case
    """The cover cannot be put down: why, and what to do."""


def cover(desk: Desk, actor: Actor, absent: str, cover_by: str, since: int, until: int, now: int) -> Cover:
    """Let one practitioner carry another's work between two moments (seconds UTC).

    Put down by oneself, or by a team manager for somebody of their team. NotArranged says what is wrong.
    """
    with desk.record.listing(actor, now) as listing:
        teams = {name: listing.teams_of(name) for name in (absent, cover_by)}
        for name, found in teams.items():
            if found is None:
                raise NotArranged(f"Nobody of the id {name} works at {actor.agency}. Choose a colleague.")
        managed = Role.TEAM_MANAGER in actor.roles and actor.teams & (teams[absent] or frozenset())
        if actor.id != absent and not managed:
            raise NotArranged("Cover is put down by whoever is absent, or by their team manager.")
        if absent == cover_by:
            raise NotArranged("Nobody covers for themselves. Choose a colleague.")
        if not since < until or until <= now or until - since > LONGEST:
            raise NotArranged("Cover ends after it begins, not in the past, and within a year.")
        arranged = Cover(
            absent=absent, cover=cover_by, agency=actor.agency, since=since, until=until, by=actor.id
        )
        listing.set_cover(arranged)
    return arranged


def covers(desk: Desk, actor: Actor, now: int) -> Sequence[Cover]:
    """Who carries whose work in the actor's agency, now or later."""
    with desk.record.listing(actor, now) as listing:
        return listing.covers()
