"""Tests of second readings: of the two as they stood and not of the word; they move nobody, and count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heeded.casework.identity import (
    By,
    Desk,
    blind,
    compare,
    join,
    part,
    read_again,
    reliability,
    said_lately,
    say,
    to_read_again,
    undo,
)
from heeded.casework.keeping.desk import NothingThere
from heeded.casework.ports.identity import Verdict
from tests.borough import NOW, bruised
from tests.casework.identity.conftest import coordinator
from tests.casework.identity.test_possible import HOSPITALS, POLICES
from tests.casework.looking.telling import child_of, rows, send

WEEK = 7 * 24 * 3600


def another(now: int, reason: str = "I read both letters again") -> By:
    """A second coordinator of the hub."""
    first = coordinator(now, reason)
    return replace(first, actor=replace(first.actor, id="ivo-hub", name="Ivo Hub"))


@pytest.fixture
def drawn(desk: Desk) -> Desk:
    """A desk that draws every word for a second reading."""
    return replace(desk, sample=replace(desk.sample, share=1.0))


@pytest.fixture
def proposal(drawn: Desk, database: str) -> str:
    """The act by which the record noted that a child seen bruised may be the one whom the police met."""
    del drawn
    child_of(send(bruised("h1", child=HOSPITALS), NOW), database)
    child_of(send(bruised("p1", agency="police", child=POLICES), NOW + 60), database)
    ((act,),) = rows(database, "SELECT act::text FROM record.assertion")
    return str(act)


def said(desk: Desk, proposal: str, verdict: Verdict) -> str:
    """The first reader's word on it, as the page and the command line say it; its act."""
    noted = compare(desk, coordinator(NOW + 100), proposal)
    one, other = (side.person for side in noted.sides)
    by, shown = coordinator(NOW + 100), noted.noted
    if verdict is Verdict.SAME:
        join(desk, by, one, other, model=shown.model, terms=shown.terms)
    else:
        say(desk, by, one, other, verdict, model=shown.model, terms=shown.terms)
    (act,) = to_read_again(desk, another(NOW + 200))
    return act


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_second_reader_sees_the_two_as_they_stood_whatever_was_said(
    drawn: Desk, proposal: str, verdict: Verdict
) -> None:
    act = said(drawn, proposal, verdict)
    shown = blind(drawn, another(NOW + 200), act)
    names = [{each.name for each in side.references} for side in shown.sides]
    assert sorted(map(sorted, names)) == sorted([[HOSPITALS.name], [POLICES.name]])
    assert shown.terms
    assert str(verdict) not in repr(shown.sides)
    assert all(not side.asserted for side in shown.sides)


def test_whoever_said_it_another_agency_and_a_share_of_none_read_nothing(drawn: Desk, proposal: str) -> None:
    act = said(drawn, proposal, Verdict.DIFFERENT)
    reader = another(NOW + 200)
    elsewhere = replace(reader, actor=replace(reader.actor, agency="hospital"))
    none = replace(drawn, sample=replace(drawn.sample, share=0.0))
    late = another(NOW + drawn.sample.days * 24 * 3600 + 200)
    for desk, by in ((drawn, coordinator(NOW + 200)), (drawn, elsewhere), (none, reader), (drawn, late)):
        assert to_read_again(desk, by) == ()
        with pytest.raises(NothingThere):
            blind(desk, by, act)
        with pytest.raises(NothingThere):
            read_again(desk, by, act, Verdict.SAME)
    with pytest.raises(NothingThere):
        blind(drawn, reader, proposal)


def test_a_second_reading_moves_nobody_and_is_given_once(drawn: Desk, proposal: str, database: str) -> None:
    act = said(drawn, proposal, Verdict.DIFFERENT)
    before = rows(database, "SELECT id, person FROM record.subject ORDER BY id")
    word = read_again(drawn, another(NOW + 300), act, Verdict.SAME)
    assert word.said.verdict is Verdict.DIFFERENT
    assert rows(database, "SELECT id, person FROM record.subject ORDER BY id") == before
    assert to_read_again(drawn, another(NOW + 400)) == ()
    with pytest.raises(NothingThere):
        read_again(drawn, another(NOW + 400), act, Verdict.SAME)
    found = reliability(drawn, coordinator(NOW + 400))
    assert (found.words, found.drawn, found.between.both) == (1, 1, 1)
    assert found.between.same is not None
    assert found.between.same.part == 0
    assert [each.said.act for each in found.differing] == [act]


def test_a_second_reading_is_never_the_last_word_of_its_pair(drawn: Desk, proposal: str) -> None:
    act = said(drawn, proposal, Verdict.DIFFERENT)
    read_again(drawn, another(NOW + 300), act, Verdict.UNSURE)
    undo(drawn, coordinator(NOW + 400, "It was another child's red book"), act)
    found = reliability(drawn, coordinator(NOW + 500))
    assert found.reversed_since is not None
    assert (found.reversed_since.part, found.reversed_since.whole) == (1, 1)


def test_a_second_reading_is_no_word_that_could_be_looked_up_or_taken_back(
    drawn: Desk, proposal: str, database: str
) -> None:
    act = said(drawn, proposal, Verdict.DIFFERENT)
    read_again(drawn, another(NOW + 300), act, Verdict.UNSURE)
    ((second,),) = rows(database, "SELECT act::text FROM record.assertion WHERE reads IS NOT NULL")
    with pytest.raises(NothingThere):
        undo(drawn, another(NOW + 400), str(second))
    with pytest.raises(NothingThere):
        compare(drawn, another(NOW + 400), str(second))
    assert said_lately(drawn, another(NOW + 400)) == ()


def test_a_join_taken_apart_counts_as_turned_round(drawn: Desk, proposal: str, database: str) -> None:
    said(drawn, proposal, Verdict.SAME)
    ((person,),) = rows(database, "SELECT DISTINCT person::text FROM record.subject")
    (reference,) = rows(database, "SELECT id::text FROM record.subject WHERE agency = 'police' LIMIT 1")
    assert reliability(drawn, coordinator(NOW + 250)).reversed_since is not None
    part(drawn, coordinator(NOW + 300), str(person), [str(reference[0])])
    found = reliability(drawn, coordinator(NOW + WEEK))
    assert found.reversed_since is not None
    assert found.reversed_since.part == 1
    assert to_read_again(drawn, another(NOW + 400)) == ()
