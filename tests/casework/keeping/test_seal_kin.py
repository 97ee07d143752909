"""Tests that kin is never suggested across a sealed adoption, from the old identity or from the new."""

from __future__ import annotations

from datetime import date

from heeded.bootstrap.keeping import walls
from heeded.casework.keeping import seal
from heeded.casework.looking import Ask, Desk, Opened, open_record
from heeded.core.chronology.report import NHS_NUMBER, Described, Identifier
from heeded.core.evidence.around import proposed
from heeded.core.evidence.seen import Seen
from tests.borough import NOW, ada
from tests.casework.keeping.test_seal import NEW, OLD, _by
from tests.casework.looking.conftest import desk
from tests.casework.looking.staff import who, why
from tests.casework.looking.telling import child_of, one, send

__all__ = ["desk"]

MOTHER = Described(
    ref="mum",
    name="Eve Invented",
    adult=True,
    born=date(1995, 3, 4),
    identifiers=(Identifier(NHS_NUMBER, "9434765897"),),
)


def two(database: str, *, sealed: bool) -> tuple[str, str]:
    """A child as born and as adopted, then recorded in one home, each with the same woman as the mother."""
    old = child_of(send(one("visit", name="o1")), database)
    new = child_of(send(one("visit", child=ada("new", nhs=NEW), name="n1")), database)
    if sealed:
        seal(walls.sealer(), _by("council-lead"), _by("records"), old, new)
    for ref, number in (("ada", OLD), ("new", NEW)):
        facts = {"person": "mum", "to": ref, "relation": "mother"}
        child = ada(ref, nhs=number)
        home = {"person": ref, "household": "h1"}
        send(one("household joined", child=child, name=f"h-{ref}", facts=home))
        send(one("relationship recorded", child=child, name=f"m-{ref}", facts=facts, people=(MOTHER,)))
    return old, new


def suggested(looking: Desk, child: str) -> list[tuple[str, str]]:
    """Whom the record of a child suggests to be kin, as a worker sees it."""
    opened = open_record(looking, Ask(actor=who("worker"), child=child, now=NOW + 200, stated=why()))
    assert isinstance(opened, Opened), opened
    return [(each.person, each.to) for each in proposed(Seen.of(opened.whole, NOW + 200))]


def test_without_a_seal_two_children_of_one_mother_are_suggested_as_siblings(
    desk: Desk, database: str
) -> None:
    old, new = two(database, sealed=False)
    assert {old, new} in [{*pair} for pair in suggested(desk, old)]


def test_across_a_seal_nobody_is_suggested(desk: Desk, database: str) -> None:
    old, new = two(database, sealed=True)
    for child, hidden in ((old, new), (new, old)):
        assert hidden not in repr(suggested(desk, child))
