"""A borough with two children in the record, and intruders who try to see the one that is not theirs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from heeded import bootstrap
from heeded.bootstrap import live
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from tests.adapters.record.security.intruder import Children, Intruder, as_admin
from tests.borough import NOW, ada, bruised, make_agencies

BEN = "Ben Hidden"
NUMBER = "9434765870"


@pytest.fixture
def children(database: str) -> Children:
    """Ada, at whom somebody has a look granted, and Ben, at whom nobody has."""
    make_agencies()
    record, handbook = live.open_record(), bootstrap.open_handbook()
    hospital = Author("hospital", "hospital-system")
    ben = ada("ben", nhs=NUMBER, born=date(2021, 5, 4))
    ben = type(ben)(
        ref="ben",
        name=BEN,
        born=ben.born,
        area=ben.area,
        identifiers=ben.identifiers,
        address="7 Refuge Row",
        postcode="ZZ1 1ZZ",
    )
    receive(bruised(), hospital, NOW, record, handbook)
    receive(bruised("m2", child=ben), hospital, NOW, record, handbook)
    with as_admin(database) as admin:
        rows = admin.execute("SELECT name, id FROM record.person").fetchall()
        people = {str(row[0]): row[1] for row in rows}
        admin.execute("ANALYZE")
    return Children(database, people["Ada Invented"], people[BEN])


@pytest.fixture
def app(children: Children) -> Iterator[Intruder]:
    """Somebody who can slip any statement into the application's connection."""
    with Intruder(children, "heeded_app") as intruder:
        yield intruder


@pytest.fixture
def reader(children: Children) -> Iterator[Intruder]:
    """The same with the connection that reports are read with."""
    with Intruder(children, "heeded_reader") as intruder:
        yield intruder
