"""Practitioners as the policy knows them: who they are, where they work, in which roles."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.adapters.record.models import Practitioner
from heeded.core.access import Actor, Role


@dataclass(frozen=True, slots=True)
class KnownPractitioner:
    """A practitioner who works: as the policy knows them, and their post ("consultant paediatrician")."""

    actor: Actor
    post: str


def colleagues(agency: str) -> list[tuple[str, str]]:
    """Everybody who works at an agency now, by id and name, in the order of their names."""
    found = Practitioner.objects.filter(agency_id=agency, is_active=True).order_by("name", "id")
    return list(found.values_list("id", "name"))


def practitioner(identity: str, agency: str | None = None) -> KnownPractitioner | None:
    """The practitioner of that id, if they work (for that agency, where one is named); else None."""
    found = Practitioner.objects.select_related("agency").filter(id=identity, is_active=True).first()
    if found is None or agency not in (None, found.agency_id):
        return None
    actor = Actor(
        id=found.id,
        name=found.name,
        agency=found.agency_id,
        sector=found.agency.sector,
        area=found.agency.area,
        roles=frozenset(map(Role, found.roles)),
        teams=frozenset({found.team} - {""}),
    )
    return KnownPractitioner(actor, found.post)
