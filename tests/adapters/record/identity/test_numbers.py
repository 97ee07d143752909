"""Which numbers make one child of two agencies' children, and which must not."""

from datetime import date

import psycopg
import pytest

from heeded import bootstrap
from heeded.bootstrap import live
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from heeded.core.chronology.report import LOCAL_ID, NHS_NUMBER, UPN, Described, Identifier
from tests.borough import NOW, bruised, make_agencies


def children(database: str, *, of_hospital: Identifier, of_police: Identifier) -> int:
    """How many children the record holds after two agencies each told of one with such a number."""
    make_agencies()
    record, handbook = live.open_record(), bootstrap.open_handbook()
    for agency, identifier in (("hospital", of_hospital), ("police", of_police)):
        child = Described(
            ref=f"of {agency}", born=date(2024, 2, 15), area="Norhaven", identifiers=(identifier,)
        )
        received = receive(
            bruised(agency, agency=agency, child=child), Author(agency, "x"), NOW, record, handbook
        )
        assert len(received.kept) == 4
    with psycopg.connect(database) as admin:
        found = admin.execute("SELECT count(DISTINCT person) FROM record.subject").fetchone()
    assert found
    return int(found[0])


NOUGHTS, MISTYPED = Identifier(NHS_NUMBER, "0000000000"), Identifier(NHS_NUMBER, "9434765918")
SAME = {
    "an NHS number": (Identifier(NHS_NUMBER, "9434765919"), Identifier(NHS_NUMBER, "943 476 5919"), 1),
    "a pupil number": (Identifier(UPN, "B999240010012"), Identifier(UPN, "b999240010012"), 1),
    "the same local number": (Identifier(LOCAL_ID, "1"), Identifier(LOCAL_ID, "1"), 2),
    "noughts for a number": (NOUGHTS, NOUGHTS, 2),
    "the same mistyped number": (
        Identifier(NHS_NUMBER, "9434765918"),
        Identifier(NHS_NUMBER, "9434765918"),
        2,
    ),
    "a number of another register": (
        Identifier(NHS_NUMBER, "9434765919"),
        Identifier(LOCAL_ID, "9434765919"),
        2,
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_only_a_checked_national_number_joins_two_children(database: str, name: str) -> None:
    hospital, police, expected = SAME[name]
    assert children(database, of_hospital=hospital, of_police=police) == expected
