"""Invented people of the borough, who act in tests."""

from __future__ import annotations

from heeded.bootstrap import acting, live, looking, open_handbook
from heeded.casework.acting import By, Desk
from heeded.casework.ports import Author
from heeded.casework.receive import Received, receive
from heeded.core.access import Actor, Role
from heeded.core.chronology.report import Report
from tests.borough import AGENCIES, NOW, make_agencies

SECTORS = {identity: (sector, area) for identity, _, sector, area in AGENCIES}


def actor(name: str, agency: str, *roles: Role) -> Actor:
    """Somebody of an agency, in some roles."""
    sector, area = SECTORS[agency]
    return Actor(
        id=name,
        name=name,
        agency=agency,
        sector=sector,
        area=area,
        roles=frozenset(roles or {Role.PRACTITIONER}),
    )


DOCTOR = actor("dr-okoro", "hospital", Role.DESIGNATED_LEAD)
NURSE = actor("nurse-lind", "hospital")
LEAD = actor("ms-hale", "council", Role.TEAM_MANAGER)
WORKER = actor("mr-adeyemi", "council")
OTHER_LEAD = actor("ms-south", "southby", Role.TEAM_MANAGER)
OFFICER = actor("dc-marsh", "police", Role.TEAM_MANAGER)
TEACHER = actor("mr-kent", "school", Role.DESIGNATED_LEAD)


def by(who: Actor, request: str, now: int = NOW + 60, post: str = "") -> By:
    """Somebody who acts for the child's safety, under a request of that name."""
    purpose = looking.stated("safeguarding", reason="the child was found with bruises twice")
    return By(actor=who, request=request, now=now, stated=purpose, post=post)


def borough() -> Desk:
    """The borough's agencies in the record, and what every act stands on."""
    make_agencies()
    return acting.desk()


def told(report: Report, now: int = NOW) -> Received:
    """A report received from its agency."""
    return receive(report, Author(report.agency, "system"), now, live.open_record(), open_handbook())


def child_of(received: Received) -> str:
    """The child of a report, as a person of the record."""
    owed = next(line for changed in received.changed for line in changed.owed)
    return owed.finding.child
