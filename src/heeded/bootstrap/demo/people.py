"""Who works in the demonstration: the borough's agencies and their practitioners, put into the record."""

from __future__ import annotations

from heeded.adapters.record.agencies import forget_agencies
from heeded.adapters.record.models import Agency, Practitioner
from heeded.bootstrap.demo.tellings import borough


def put_to_work() -> None:
    """Put the borough's agencies, and the people who work there, into an empty record."""
    invented = borough()
    for agency in invented.agencies.values():
        reached = invented.telephones[agency.id]
        Agency.objects.create(
            id=agency.id,
            name=agency.name,
            sector=agency.sector,
            area=agency.area,
            telephone=reached.telephone,
            telephone_out_of_hours=reached.out_of_hours,
        )
    for each in invented.staff:
        Practitioner.objects.create_user(
            f"{each.id}@{each.agency}.example",
            id=each.id,
            name=each.name,
            agency_id=each.agency,
            post=each.post,
            team=each.team,
            roles=list(each.roles),
        )
    forget_agencies()
