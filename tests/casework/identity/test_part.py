"""Tests of a wrong link made on purpose: undone with nothing lost, its readers listed and told (C6)."""

from __future__ import annotations

from datetime import date

import pytest

from heeded.bootstrap import looking
from heeded.casework.identity import Desk, join, part, say, whole
from heeded.casework.keeping import NotDone
from heeded.casework.keeping.desk import NothingThere, NotPermitted
from heeded.casework.looking import Ask, open_record
from heeded.casework.looking.deciding.opened import Opened
from heeded.casework.ports.identity import Verdict
from heeded.core.chronology.report import Described
from tests.borough import NOW, ada, bruised
from tests.casework.identity.conftest import coordinator
from tests.casework.keeping.conftest import by as records_officer
from tests.casework.looking.staff import who, why
from tests.casework.looking.telling import child_of, one, rows, send

BEN = Described(ref="ben", name="Ben Invented", born=date(2023, 7, 9), area="Norhaven")


@pytest.fixture
def two(desk: Desk, database: str) -> tuple[str, str]:
    """Two toddlers: one whom the hospital knows, and one of whom the council and the school tell."""
    del desk
    first = child_of(send(bruised()), database)
    second = child_of(send(bruised("c1", agency="council", child=BEN)), database)
    return first, second


def read(name: str, child: str, now: int) -> Opened:
    """A member of staff reads a child's record."""
    opened = open_record(looking.desk(), Ask(actor=who(name), child=child, now=now, stated=why()))
    assert isinstance(opened, Opened)
    return opened


def test_one_chronology_and_then_two_again(desk: Desk, two: tuple[str, str]) -> None:
    first, second = two
    before = [read("worker", each, NOW + 1).whole.entries for each in two]
    joined = join(desk, coordinator(NOW + 2), first, second)
    mixed = read("worker", second, NOW + 3)
    assert mixed.child == joined.person == min(two)
    assert len(mixed.whole.entries) == 8
    references = [each.id for each in whole(desk, coordinator(NOW + 4), [first])[0].references]
    assert len(references) == 2
    gone = [each for each in references if each in joined.moved]
    done = part(desk, coordinator(NOW + 5), first, gone)
    assert {done.apart.kept, done.apart.parted} == {first, second}
    after = [read("worker", each, NOW + 6).whole.entries for each in two]
    assert [[each.id for each in own] for own in after] == [[each.id for each in own] for own in before]


def test_whoever_read_the_two_as_one_is_listed_and_told(
    desk: Desk, two: tuple[str, str], database: str
) -> None:
    read("worker", two[0], NOW + 1)
    joined = join(desk, coordinator(NOW + 2), *two)
    read("dr-okoro", two[1], NOW + 3)
    read("colleague", two[0], NOW + 4)
    done = part(desk, coordinator(NOW + 5), two[0], joined.moved)
    readers = {look.actor for look in done.apart.readers}
    assert {"dr-okoro", "colleague"} <= readers
    assert "worker" not in readers
    told = rows(database, "SELECT practitioner FROM record.notice WHERE why LIKE '%%two people as one'")
    assert {("dr-okoro",), ("colleague",)} <= set(told)


def test_what_is_owed_comes_back_as_it_stood_and_nobody_is_told_of_it_anew(
    desk: Desk, two: tuple[str, str], database: str
) -> None:
    standing = "SELECT person, agency, rule, about, trigger, verdict, due, owed, since FROM record.duty"
    before = sorted(rows(database, standing), key=str)
    joined = join(desk, coordinator(NOW + 2), *two)
    done = part(desk, coordinator(NOW + 5), two[0], joined.moved)
    assert sorted(rows(database, standing), key=str) == before
    assert [line for changed in done.changed for line in changed.fresh] == []


def test_no_report_makes_one_of_two_who_were_said_to_be_different(
    desk: Desk, two: tuple[str, str], database: str
) -> None:
    """The council comes to hold the number of the first child for the second: swapped numbers happen."""
    say(desk, coordinator(NOW + 1), *two, Verdict.DIFFERENT)
    swapped = ada("ben", born=None)
    assert child_of(send(one("visit", child=swapped, now=NOW + 2), NOW + 2), database) == two[1]
    both = ada("new to the school", born=None)
    third = child_of(send(one("visit", agency="school", child=both, now=NOW + 3), NOW + 3), database)
    assert third not in two
    assert len({*two, third}) == 3


def test_who_said_that_they_are_different_is_named_to_whoever_says_the_opposite(
    desk: Desk, two: tuple[str, str]
) -> None:
    say(desk, coordinator(NOW + 1, "The second has a scar that the first has not"), *two, Verdict.DIFFERENT)
    with pytest.raises(NotDone, match="hana-hub on 01 July 2026: The second has a scar"):
        join(desk, coordinator(NOW + 2), *two)
    assert join(desk, coordinator(NOW + 2), *two, overrules=True).person == min(two)


def test_an_unsure_word_moves_nothing_and_is_kept(desk: Desk, two: tuple[str, str]) -> None:
    say(desk, coordinator(NOW + 1, "Neither ward wrote down the mother"), *two, Verdict.UNSURE)
    found = whole(desk, coordinator(NOW + 2), two)
    assert [each.person for each in found] == [*two]
    ((said,),) = {each.asserted for each in found}
    assert (said.verdict, said.by, said.reason) == (
        Verdict.UNSURE,
        "hana-hub",
        "Neither ward wrote down the mother",
    )


def test_each_word_names_the_one_that_it_supersedes(desk: Desk, two: tuple[str, str]) -> None:
    say(desk, coordinator(NOW + 1), *two, Verdict.UNSURE)
    say(desk, coordinator(NOW + 2), *two, Verdict.DIFFERENT)
    ((first, second),) = {
        tuple(each.asserted[0].supersedes is not None for each in whole(desk, coordinator(NOW + 3), two))
    }
    assert first
    assert second


@pytest.mark.parametrize("references", [[], ["00000000-0000-8000-8000-000000000000"]])
def test_what_is_not_theirs_cannot_be_taken_apart(
    desk: Desk, two: tuple[str, str], references: list[str]
) -> None:
    with pytest.raises(NotDone, match="none of this person's references, or all"):
        part(desk, coordinator(), two[0], references)
    with pytest.raises(NotDone, match="none of this person's references, or all"):
        part(desk, coordinator(), two[0], [two[0]])


def test_only_whoever_may_decide_says_who_is_who(desk: Desk, two: tuple[str, str], database: str) -> None:
    with pytest.raises(NotPermitted):
        join(desk, records_officer(now=NOW), *two)
    with pytest.raises(NothingThere):
        join(desk, coordinator(), two[0], "00000000-0000-8000-8000-000000000000")
    assert rows(database, "SELECT count(*) FROM record.assertion") == [(0,)]


def test_a_shield_put_up_while_they_were_one_holds_for_both(
    desk: Desk, two: tuple[str, str], database: str
) -> None:
    from heeded.bootstrap.keeping import walls  # noqa: PLC0415 - after the record is known
    from heeded.casework.keeping import shield  # noqa: PLC0415 - as above
    from heeded.core.access.shield import Shielded  # noqa: PLC0415 - as above

    joined = join(desk, coordinator(NOW + 2), *two)
    shield(walls.walled(), coordinator(NOW + 3), joined.person, joined.person, Shielded.ADDRESS)
    part(desk, coordinator(NOW + 5), two[0], joined.moved)
    held = rows(
        database, "SELECT subject.person FROM record.shield JOIN record.subject ON subject.id = shield.person"
    )
    assert {str(person) for (person,) in held} == {*two}
