"""Tests of asking whether a record exists: whom to ring, and never content."""

from __future__ import annotations

from dataclasses import fields

from heeded.casework.looking import Desk, Existence, NothingThere, by_number, by_reference
from heeded.core.chronology.report import NHS_NUMBER, Identifier
from tests.borough import NOW
from tests.casework.looking.staff import system, who
from tests.casework.looking.telling import ada_is_bruised, rows, run

ADA = Identifier(NHS_NUMBER, "9434765919")


def test_by_number_anyone_who_works_with_children_learns_whom_to_ring(desk: Desk, database: str) -> None:
    from heeded.adapters.record.agencies import forget_agencies  # noqa: PLC0415 - after Django is set up

    child = ada_is_bruised(database)
    run(
        database,
        "UPDATE record_agency SET telephone = '0100 1', telephone_out_of_hours = '0100 2' "
        "WHERE id = 'hospital'",
    )
    forget_agencies()
    for actor in (who("southby-worker"), who("constable"), system("school")):
        found = by_number(desk, actor, ADA, NOW + 60)
        assert isinstance(found, tuple)
        ((contact,),) = [each.contacts for each in found]
        assert found[0].child == child
        assert (contact.agency.id, contact.telephone, contact.out_of_hours) == (
            "hospital",
            "0100 1",
            "0100 2",
        )


def test_existence_holds_no_content() -> None:
    assert [field.name for field in fields(Existence)] == ["look", "child", "contacts", "why"]


def test_by_ones_own_reference_and_nobody_elses(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    own = by_reference(desk, who("nurse"), "ada", NOW + 60)
    assert isinstance(own, tuple)
    assert [each.child for each in own] == [child]
    assert isinstance(by_reference(desk, who("teacher"), "ada", NOW + 60), NothingThere)
    assert isinstance(by_reference(desk, who("nurse"), "adam", NOW + 60), NothingThere)


def test_each_ask_is_recorded_found_or_not(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    by_number(desk, who("constable"), ADA, NOW + 60)
    by_number(desk, who("constable"), Identifier(NHS_NUMBER, "9434765870"), NOW + 61)
    by_number(desk, who("board"), ADA, NOW + 62)
    held = rows(database, "SELECT actor, person, answer, rule, operation FROM record.look ORDER BY at")
    assert [(actor, answer, rule) for actor, _, answer, rule, _ in held] == [
        ("constable", "existence only", "existence"),
        ("constable", "hide", "nobody"),
        ("board", "hide", "no-content"),
    ]
    assert [str(person) == child for _, person, *_ in held] == [True, False, True]
    assert {operation for *_, operation in held} == {"know that it exists"}
