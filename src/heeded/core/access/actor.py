"""Who asks: a practitioner or an agency's system, in the roles that the agency gave them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from heeded.core.access.operation import Operation


class Role(StrEnum):
    """What an agency has given someone to do; the policy's rows speak of roles, never of names."""

    PRACTITIONER = "practitioner"
    TEAM_MANAGER = "team manager"
    HUB_COORDINATOR = "hub coordinator"
    DESIGNATED_LEAD = "designated lead"
    NAMED_OFFICER = "named officer"
    RECORDS_OFFICER = "records officer"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    BOARD_MEMBER = "board member"
    AGENCY_SYSTEM = "agency system"
    FAMILY_READER = "family reader"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone who has signed in, or an agency's own system with a credential.

    `area` is empty where the agency answers for all. `scopes` are what a system's credential was
    made for; they say nothing of people. `line` names those above this person in their agency, who
    do not judge that person's looks; it is looked up where looks are judged, and empty elsewhere.
    """

    id: str
    name: str
    agency: str
    sector: str
    area: str = ""
    roles: frozenset[Role] = frozenset()
    teams: frozenset[str] = frozenset()
    scopes: frozenset[Operation] = frozenset()
    line: frozenset[str] = field(default_factory=frozenset)
