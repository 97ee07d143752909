"""Tests of shields: no text gives the place away, whoever reads it, and letters go there all the same."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from heeded.bootstrap import acting
from heeded.bootstrap.keeping import walls
from heeded.casework.acting import By as Acting
from heeded.casework.acting import Telling, Unfit
from heeded.casework.acts import record
from heeded.casework.guarding import GIVES_AWAY
from heeded.casework.keeping import (
    By,
    NotDone,
    NothingThere,
    Walled,
    address_letter,
    connect,
    disconnect,
    shield,
    unshield,
)
from heeded.casework.looking import Ask, Desk, Opened, Whose, Worklist, worklist
from heeded.casework.looking import open_record as look
from heeded.core.access.shield import Shielded
from tests.borough import NOW, ada, bruised
from tests.casework.looking.conftest import desk
from tests.casework.looking.staff import who, why
from tests.casework.looking.telling import child_of, one, rows, send

__all__ = ["desk"]

PLACE = "14 Hazelwood Close"
SAID = "The family now lives at 14, Hazelwood Cl, and the door is green"


@pytest.fixture
def walled(desk: Desk) -> Walled:
    """What it takes to put walls up."""
    del desk
    return walls.walled()


@pytest.fixture
def child(walled: Walled, database: str) -> str:
    """Ada, who lives in a refuge that the council has told of."""
    del walled
    child_of(send(bruised()), database)
    there = replace(ada("ada-c"), address=f"{PLACE}, Norhaven", postcode="NR9 4QX")
    return child_of(send(one("visit", child=there, name="v1")), database)


def _by(name: str, now: int = NOW + 10) -> By:
    return By(actor=who(name), now=now, stated=why(reason="He has said that he will find them again"))


def test_a_system_that_tells_of_the_place_is_heard_and_its_words_are_withheld(
    walled: Walled, child: str, database: str, desk: Desk
) -> None:
    send(one("view recorded", name="early", facts={"grounds": SAID}, keys={"concern": SAID}))
    shield(walled, _by("worker"), child, child, Shielded.ADDRESS)
    later = NOW + 60
    send(one("view recorded", name="late", facts={"grounds": SAID}, now=later), later)
    flagged = rows(database, "SELECT flags FROM record.entry WHERE kind = 'view recorded' ORDER BY index")
    assert flagged == [([],), ([GIVES_AWAY],)]
    opened = look(desk, Ask(actor=who("worker"), child=child, now=later + 1, stated=why()))
    assert isinstance(opened, Opened)
    views = [entry for entry in opened.chronology.entries if entry.kind == "view recorded"]
    assert len(views) == 2
    assert all("[withheld]" in str(entry.facts["grounds"]) for entry in views)
    assert "hazel" not in repr((opened.chronology, opened.owed)).lower()
    listed = worklist(desk, who("worker"), Whose.AGENCY, later + 2, why())
    assert isinstance(listed, Worklist)
    assert listed.lines
    assert "hazel" not in repr(listed).lower()


def test_a_practitioner_who_writes_the_place_down_is_told_to_leave_it_out(walled: Walled, child: str) -> None:
    shield(walled, _by("worker"), child, child, Shielded.ADDRESS)
    by = Acting(actor=who("worker"), request="r1", now=NOW + 60, stated=why())
    with pytest.raises(Unfit, match="give away an address that is shielded"):
        record(Telling(kind="view recorded", child=child, facts={"grounds": SAID}), by, acting.desk())
    record(Telling(kind="view recorded", child=child, facts={"grounds": "She is settled"}), by, acting.desk())


def test_who_has_no_part_in_it_learns_by_no_refusal_where_a_child_lives(
    walled: Walled, child: str, database: str
) -> None:
    """Whoever may tell and gets a receipt alone could guess at streets until one is refused."""
    shield(walled, _by("worker"), child, child, Shielded.ADDRESS)
    by = Acting(actor=who("constable"), request="r1", now=NOW + 60, stated=why())
    done = record(Telling(kind="concern raised", child=child, facts={"grounds": SAID}), by, acting.desk())
    assert done.changed is None
    flagged = rows(database, "SELECT flags FROM record.entry WHERE kind = 'concern raised'")
    assert flagged == [([GIVES_AWAY],)]


def test_a_shield_holds_for_whomever_the_child_is_found_to_be(walled: Walled, child: str, desk: Desk) -> None:
    shield(walled, _by("worker"), child, child, Shielded.ADDRESS)
    for number in range(6):
        told = one("visit", agency="school", child=ada(f"s{number}"), name=f"s{number}")
        send(replace(told, people=(ada(f"s{number}"),)))
    with desk.record.reading(who("worker"), NOW + 60) as reading:
        ties = reading.ties(child)
    assert [(each.person, each.what) for each in ties.shields] == [(ties.child, Shielded.ADDRESS)]


def test_a_letter_goes_to_the_place_and_nobody_learns_where(walled: Walled, child: str) -> None:
    shield(walled, _by("worker"), child, child, Shielded.ADDRESS)
    name = address_letter(walled, _by("worker", NOW + 60), child, child, "Your meeting is on Monday.")
    (letter,) = walls.letters().glob(f"{name}.json")
    assert letter.stat().st_mode & 0o077 == 0
    assert json.loads(letter.read_text("utf-8"))["address"].startswith(PLACE)
    letter.unlink()
    with pytest.raises(NotDone, match="give away"):
        address_letter(walled, _by("worker", NOW + 60), child, child, SAID)
    with pytest.raises(NotDone):
        address_letter(walled, _by("southby-worker", NOW + 60), child, child, "Hello")


def test_a_shield_is_taken_away_by_two_people_and_by_no_one_alone(
    walled: Walled, child: str, desk: Desk
) -> None:
    number = shield(walled, _by("worker"), child, child, Shielded.ADDRESS)
    with pytest.raises(NotDone, match="Two people"):
        unshield(walled, _by("manager"), who("manager"), child, number)
    with pytest.raises(NotDone):
        unshield(walled, _by("manager"), who("southby-worker"), child, number)
    with desk.record.reading(who("worker"), NOW + 60) as reading:
        assert all(each.until is None for each in reading.ties(child).shields)
    unshield(walled, _by("manager"), who("council-lead"), child, number)
    with desk.record.reading(who("worker"), NOW + 60) as reading:
        assert [each.until for each in reading.ties(child).shields] == [NOW + 11]


def test_whoever_says_that_they_belong_to_the_household_sees_nothing_from_then_on(
    walled: Walled, child: str, desk: Desk
) -> None:
    ask = Ask(actor=who("worker"), child=child, now=NOW + 60, stated=why())
    assert isinstance(look(desk, ask), Opened)
    number = connect(walled, _by("worker"), "worker", child, "her uncle")
    assert not isinstance(look(desk, ask), Opened)
    with pytest.raises(NotDone):
        disconnect(walled, _by("worker"), number)
    with pytest.raises(NotDone):
        connect(walled, _by("colleague"), "worker", child, "her uncle")
    disconnect(walled, _by("council-officer", NOW + 30), number)
    assert isinstance(look(desk, ask), Opened)


def test_only_their_own_agency_says_it_of_somebody_or_that_it_has_ended(
    walled: Walled, child: str, desk: Desk
) -> None:
    with pytest.raises(NotDone, match="works at your agency"):
        connect(walled, _by("southby-officer"), "worker", child, "her uncle")
    number = connect(walled, _by("council-officer"), "worker", child, "her uncle")
    with pytest.raises(NotDone, match="of your agency"):
        disconnect(walled, _by("southby-officer", NOW + 30), number)
    ask = Ask(actor=who("worker"), child=child, now=NOW + 60, stated=why())
    assert not isinstance(look(desk, ask), Opened)


def test_whoever_is_connected_learns_by_no_shield_that_there_is_such_a_child(
    walled: Walled, child: str
) -> None:
    connect(walled, _by("worker"), "worker", child, "her uncle")
    said = []
    for each in (child, "00000000-0000-8000-8000-000000000000"):
        with pytest.raises(NothingThere) as refused:
            shield(walled, _by("worker", NOW + 20), each, each, Shielded.ADDRESS)
        said.append(str(refused.value))
    assert said[0] == said[1]
