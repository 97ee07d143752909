"""Tests of finding a child of one's own list by the beginning of a name."""

from __future__ import annotations

import pytest

from heeded.casework.looking import Desk, OwnChildren, Refused, own_children
from tests.borough import NOW
from tests.casework.looking.staff import who, why
from tests.casework.looking.telling import ada_is_bruised, connect, rows


def found(desk: Desk, practitioner: str, begins: str) -> OwnChildren | Refused:
    return own_children(desk, who(practitioner), begins, NOW + 60, why())


def names(desk: Desk, practitioner: str, begins: str) -> list[str]:
    answer = found(desk, practitioner, begins)
    assert isinstance(answer, OwnChildren)
    return [each.name for each in answer.children]


@pytest.mark.parametrize("begins", ["ad", "ADA INV", "invented a", " Inv "])
def test_a_child_of_the_agencys_list_is_found_as_the_name_is_typed(
    desk: Desk, database: str, begins: str
) -> None:
    ada_is_bruised(database)
    assert names(desk, "worker", begins) == ["Ada Invented"]


@pytest.mark.parametrize("begins", ["", "a", "da", "Bo", "Ada Bo"])
def test_nothing_is_guessed(desk: Desk, database: str, begins: str) -> None:
    ada_is_bruised(database)
    assert names(desk, "worker", begins) == []


def test_a_child_who_is_on_no_list_of_ones_agency_is_not_found(desk: Desk, database: str) -> None:
    ada_is_bruised(database)
    assert names(desk, "constable", "ada") == []


def test_a_child_of_a_household_that_one_belongs_to_is_not_found(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    connect(database, "worker", child)
    assert names(desk, "worker", "ada") == []
    assert names(desk, "colleague", "ada") == ["Ada Invented"]


def test_the_look_is_recorded_with_those_whom_it_showed(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    answer = found(desk, "worker", "ada")
    looked = rows(database, "SELECT people::text[], record_class FROM record.look WHERE id = %s", answer.look)
    assert looked == [([child], ["worklist line"])]
    assert isinstance(found(desk, "board", "ada"), Refused)
