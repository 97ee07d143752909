"""Practitioners as the policy knows them: who they are, where they work, in which roles."""

from __future__ import annotations

from heeded.adapters.record.models import Practitioner
from heeded.core.access import Actor, Role


def practitioner(identity: str, agency: str | None = None) -> Actor | None:
    """The practitioner of that id, if they work (for that agency, where one is named); else None."""
    found = Practitioner.objects.select_related("agency").filter(id=identity, is_active=True).first()
    if found is None or agency not in (None, found.agency_id):
        return None
    return Actor(
        id=found.id,
        name=found.name,
        agency=found.agency_id,
        sector=found.agency.sector,
        area=found.agency.area,
        roles=frozenset(map(Role, found.roles)),
        teams=frozenset({found.team} - {""}),
    )
