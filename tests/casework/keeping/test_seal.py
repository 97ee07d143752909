"""Tests of sealed adoptions: nothing leads from the old identity to the new but two people together (A10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heeded.bootstrap import looking
from heeded.bootstrap.keeping import walls
from heeded.casework.keeping import By, NotDone, Sealer, seal, unseal
from heeded.casework.looking import Desk, NothingThere
from heeded.casework.looking import by_number as ask_by_number
from heeded.core.chronology.report import NHS_NUMBER, Described, Identifier
from tests.borough import NOW, ada
from tests.casework.keeping.reach import reachable
from tests.casework.looking.conftest import desk
from tests.casework.looking.staff import who, why
from tests.casework.looking.telling import child_of, one, rows, send

__all__ = ["desk"]

OLD, NEW, SISTER = "9434765919", "9434765870", "9434765897"
BORN = date(2024, 2, 15)


def _by(name: str) -> By:
    purpose = "record-keeping" if name == "records" else "safeguarding"
    stated = why(purpose, reason="The court asks where the child now lives")
    return By(actor=who(name), now=NOW + 100, stated=stated)


@pytest.fixture
def sealed(desk: Desk, database: str) -> tuple[Sealer, str, str]:
    """A child as born, with a sister, and the same child as adopted: sealed by two people."""
    del desk
    sister = ada("sister", nhs=SISTER, born=date(2020, 1, 1))
    told = one(
        "relationship recorded",
        name="o1",
        facts={"person": "sister", "relationship": "sibling"},
        people=(sister,),
    )
    old = child_of(send(told), database)
    new = child_of(send(one("visit", child=ada("new", nhs=NEW), name="n1")), database)
    sealer = walls.sealer()
    seal(sealer, _by("council-lead"), _by("records"), old, new)
    return sealer, old, new


def test_the_table_holds_no_id_of_either(sealed: tuple[Sealer, str, str], database: str) -> None:
    _, old, new = sealed
    ((row,),) = rows(database, "SELECT seal::text FROM record.seal")
    assert old.replace("-", "") not in row
    assert new.replace("-", "") not in row


@pytest.mark.parametrize("agency", ["hospital", "council", "school"])
def test_no_report_links_the_two(sealed: tuple[Sealer, str, str], database: str, agency: str) -> None:
    _, old, new = sealed
    both = Described(
        ref="both",
        name="Ada",
        born=BORN,
        identifiers=(Identifier(NHS_NUMBER, OLD), Identifier(NHS_NUMBER, NEW)),
    )
    send(one("visit", agency=agency, child=both, name="b1"))
    send(one("visit", agency="council", child=ada("new", nhs=OLD), name="b2"))
    send(one("visit", agency="council", child=ada("ada", nhs=NEW), name="b3"))
    send(one("visit", agency=agency, child=replace(both, ref="no-date", born=None), name="b4"))
    home = {"household": "h1"}
    for ref, number in (("ada", OLD), ("new", NEW)):
        send(
            one("household joined", agency="council", child=ada(ref, nhs=number), name=f"h-{ref}", keys=home)
        )
    third = ada("sister", nhs=SISTER, born=date(2020, 1, 1))
    send(
        one(
            "relationship recorded",
            agency="council",
            child=ada("new", nhs=NEW),
            name="s1",
            facts={"person": "sister", "relationship": "sibling"},
            people=(third,),
        )
    )
    assert new not in reachable(database, old)
    assert old not in reachable(database, new)


def test_the_same_reports_link_two_who_are_not_sealed(desk: Desk, database: str) -> None:
    del desk
    old = child_of(send(one("visit", name="o1")), database)
    new = child_of(send(one("visit", child=ada("new", nhs=NEW), name="n1")), database)
    both = Described(
        ref="both",
        name="Ada",
        born=BORN,
        identifiers=(Identifier(NHS_NUMBER, OLD), Identifier(NHS_NUMBER, NEW)),
    )
    send(one("visit", agency="hospital", child=both, name="b1"))
    assert new in reachable(database, old)


def test_asking_by_the_old_number_finds_the_old_identity_alone(
    sealed: tuple[Sealer, str, str], desk: Desk
) -> None:
    _, old, new = sealed
    for name in ("worker", "council-lead", "records", "manager", "administrator", "southby-worker"):
        found = ask_by_number(desk, who(name), Identifier(NHS_NUMBER, OLD), NOW + 200, why())
        assert new not in repr(found), name
        assert isinstance(found, NothingThere) or old in repr(found), name


def test_two_people_together_open_it_and_no_one_alone(sealed: tuple[Sealer, str, str], database: str) -> None:
    sealer, old, new = sealed
    assert unseal(sealer, _by("council-lead"), _by("records"), new) == (old,)
    assert unseal(sealer, _by("records"), _by("council-lead"), old) == (new,)
    looking.recorder().close()
    told = rows(database, "SELECT practitioner FROM record.notice WHERE why ~ 'opened'")
    assert {name for (name,) in told} >= {"council-officer", "other-officer"}
    for first, second in (
        ("council-lead", "council-lead"),
        ("council-lead", "worker"),
        ("worker", "records"),
    ):
        with pytest.raises(NotDone):
            unseal(sealer, _by(first), _by(second), new)
