"""Agencies' telephones and the people who work there: nothing here names a child."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.adapters.record.agencies import agencies as known
from heeded.adapters.record.agencies import telephones as telephones_known
from heeded.adapters.record.models import Practitioner
from heeded.casework.ports.reading import Contact
from heeded.core.access import Actor, Role


def telephones(agencies: Iterable[str]) -> tuple[Contact, ...]:
    """How some agencies are rung, in the order of their names."""
    everybody, numbers = known(), telephones_known()
    found = [everybody[agency] for agency in set(agencies) if agency in everybody]
    found.sort(key=lambda agency: (agency.name, agency.id))
    return tuple(Contact(agency, *numbers[agency.id]) for agency in found)


def named_officers(agency: str) -> list[str]:
    """The named officers of an agency who work there now, by id."""
    found = Practitioner.objects.filter(
        agency_id=agency, is_active=True, roles__contains=[str(Role.NAMED_OFFICER)]
    )
    return list(found.order_by("id").values_list("id", flat=True))


def officers() -> list[Actor]:
    """Every named officer who works now, of every agency, with those above them."""
    found = Practitioner.objects.filter(is_active=True, roles__contains=[str(Role.NAMED_OFFICER)])
    return [
        Actor(
            id=each.id,
            name=each.name,
            agency=each.agency_id,
            sector="",
            roles=frozenset(map(Role, each.roles)),
            line=managers(each.id, each.agency_id) if each.team else frozenset(),
        )
        for each in found.order_by("id")
    ]


def teams_of(practitioner: str, agency: str) -> frozenset[str] | None:
    """The teams of somebody who works at an agency now; None where nobody of that id does."""
    found = Practitioner.objects.filter(id=practitioner, agency_id=agency, is_active=True)
    team = found.values_list("team", flat=True).first()
    return None if team is None else frozenset({team} - {""})


def team(teams: Iterable[str], agency: str) -> list[str]:
    """Everybody of some teams of an agency, by id."""
    found = Practitioner.objects.filter(agency_id=agency, team__in=list(teams), is_active=True)
    return list(found.order_by("id").values_list("id", flat=True))


def managers(practitioner: str, agency: str) -> frozenset[str]:
    """Who manages the team of somebody of an agency, by id; never the person asked after."""
    mine = teams_of(practitioner, agency) or frozenset()
    found = Practitioner.objects.filter(
        agency_id=agency, team__in=mine, is_active=True, roles__contains=[str(Role.TEAM_MANAGER)]
    )
    return frozenset(found.exclude(id=practitioner).values_list("id", flat=True))


def somebody(account: str, agency: str) -> Actor:
    """Who an account of an agency is, working there now or not; a system has no name but its account's."""
    found = Practitioner.objects.filter(id=account, agency_id=agency).first()
    name = found.name if found else account
    roles = frozenset(map(Role, found.roles)) if found else frozenset({Role.AGENCY_SYSTEM})
    return Actor(id=account, name=name, agency=agency, sector="", roles=roles)
