"""Who reviews a look taken without standing, as a table that a practitioner can check."""

from __future__ import annotations

import pytest

from heeded.core.access import Actor, Role
from heeded.core.access.sides import reviewers

HUBS = frozenset({"council"})


def _who(id_: str, agency: str, *roles: Role, line: tuple[str, ...] = ()) -> Actor:
    return Actor(id=id_, name=id_, agency=agency, sector="", roles=frozenset(roles), line=frozenset(line))


def _officer(id_: str, agency: str, *line: str) -> Actor:
    return _who(id_, agency, Role.NAMED_OFFICER, line=line)


NURSE = _who("nurse", "hospital", Role.PRACTITIONER, line=("ward-manager",))
ONE = _officer("hospital-one", "hospital")
TWO = _officer("hospital-two", "hospital")
MANAGING = _officer("ward-manager", "hospital")
MANAGED = _officer("managed", "hospital", "nurse")
COUNCIL = _officer("council-officer", "council")
SCHOOL = _officer("school-officer", "school")
MERELY_LEAD = _who("hospital-lead", "hospital", Role.DESIGNATED_LEAD)

TABLE = [
    ("an officer of the agency", NURSE, [ONE, COUNCIL, SCHOOL], {"hospital-one"}),
    ("each officer of the agency may", NURSE, [ONE, TWO, COUNCIL], {"hospital-one", "hospital-two"}),
    ("not whoever manages the looker, but a second", NURSE, [MANAGING, TWO, COUNCIL], {"hospital-two"}),
    ("the only one manages the looker: the hub's", NURSE, [MANAGING, COUNCIL, SCHOOL], {"council-officer"}),
    ("the only one is managed by the looker: the hub's", NURSE, [MANAGED, COUNCIL], {"council-officer"}),
    ("the only one is the looker: the hub's", ONE, [ONE, COUNCIL, SCHOOL], {"council-officer"}),
    ("the agency has none: the hub's", NURSE, [COUNCIL, SCHOOL], {"council-officer"}),
    ("a lead who is no officer does not count", NURSE, [MERELY_LEAD, COUNCIL], {"council-officer"}),
    ("no hub has one: any agency's", NURSE, [MANAGING, SCHOOL], {"school-officer"}),
    ("the looker is the hub's only officer: any agency's", COUNCIL, [COUNCIL, SCHOOL], {"school-officer"}),
    ("the partnership has nobody", ONE, [ONE], set()),
    ("the partnership has named nobody", NURSE, [], set()),
]


@pytest.mark.parametrize(
    ("looker", "officers", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_who_reviews(looker: Actor, officers: list[Actor], expected: set[str]) -> None:
    assert {each.id for each in reviewers(looker, officers, HUBS)} == expected
