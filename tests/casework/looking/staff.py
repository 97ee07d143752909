"""The borough's staff, invented, and what they may state."""

from __future__ import annotations

from heeded.bootstrap import looking
from heeded.core.access import Actor, Operation, Role, Stated

SECTORS = {
    "hospital": ("hospital", ""),
    "council": ("children's social care", "Norhaven"),
    "southby": ("children's social care", "Southby"),
    "police": ("police", ""),
    "school": ("school", "Norhaven"),
}

STAFF: tuple[tuple[str, str, str, str, tuple[Role, ...]], ...] = (
    ("worker", "Wanda Worker", "council", "assessment", (Role.PRACTITIONER,)),
    ("colleague", "Colin Colleague", "council", "assessment", (Role.PRACTITIONER,)),
    ("stranger", "Stella Stranger", "council", "adoption", (Role.PRACTITIONER,)),
    ("manager", "Mina Manager", "council", "assessment", (Role.TEAM_MANAGER,)),
    ("council-officer", "Olu Officer", "council", "", (Role.NAMED_OFFICER,)),
    ("other-officer", "Oona Officer", "council", "", (Role.NAMED_OFFICER, Role.PRACTITIONER)),
    ("council-lead", "Leni Lead", "council", "", (Role.DESIGNATED_LEAD,)),
    ("records", "Rita Records", "council", "", (Role.RECORDS_OFFICER,)),
    ("dr-okoro", "Ada Okoro", "hospital", "paediatrics", (Role.PRACTITIONER,)),
    ("nurse", "Nora Nurse", "hospital", "emergency", (Role.PRACTITIONER,)),
    ("hospital-officer", "Osric Officer", "hospital", "", (Role.NAMED_OFFICER,)),
    ("constable", "Cora Constable", "police", "", (Role.PRACTITIONER,)),
    ("teacher", "Tom Teacher", "school", "", (Role.PRACTITIONER,)),
    ("namesake", "Nell Invented", "school", "", (Role.PRACTITIONER,)),
    ("school-officer", "Orla Officer", "school", "", (Role.NAMED_OFFICER,)),
    ("southby-worker", "Sam Southby", "southby", "", (Role.PRACTITIONER,)),
    ("southby-visitor", "Val Visitor", "southby", "", (Role.PRACTITIONER,)),
    ("southby-officer", "Ossie Officer", "southby", "", (Role.NAMED_OFFICER,)),
    ("southby-both", "Bea Both", "southby", "", (Role.NAMED_OFFICER, Role.PRACTITIONER)),
    ("auditor", "Aud Auditor", "council", "", (Role.AUDITOR,)),
    ("administrator", "Adam Admin", "council", "", (Role.ADMINISTRATOR,)),
    ("board", "Bo Board", "council", "", (Role.BOARD_MEMBER,)),
)


def make_staff() -> None:
    """Put the borough's staff into the record."""
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - after Django is set up

    Practitioner.objects.bulk_create(
        Practitioner(
            id=id_,
            email=f"{id_}@{agency}.example",
            name=name,
            agency_id=agency,
            team=team,
            roles=[str(role) for role in roles],
        )
        for id_, name, agency, team, roles in STAFF
    )


def who(id_: str) -> Actor:
    """A member of staff, as the policy knows them."""
    for found, name, agency, team, roles in STAFF:
        if found == id_:
            sector, area = SECTORS[agency]
            return Actor(
                id=id_,
                name=name,
                agency=agency,
                sector=sector,
                area=area,
                roles=frozenset(roles),
                teams=frozenset({team} - {""}),
            )
    raise KeyError(id_)


def system(agency: str) -> Actor:
    """An agency's system that may read."""
    sector, area = SECTORS[agency]
    return Actor(
        id=f"{agency}-system",
        name=f"{agency} system",
        agency=agency,
        sector=sector,
        area=area,
        roles=frozenset({Role.AGENCY_SYSTEM}),
        scopes=frozenset(Operation),
    )


def why(purpose: str = "safeguarding", reason: str = "", agreed_by: str = "") -> Stated:
    """A purpose, stated on its first legal basis."""
    return looking.stated(purpose, reason=reason, agreed_by=agreed_by)


REASON = "She was brought in unconscious tonight"
"""A reason that says why."""
