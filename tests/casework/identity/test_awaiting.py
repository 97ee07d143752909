"""Tests of what awaits a person's word: where it presses first, and a word taken back waits again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heeded.bootstrap import looking
from heeded.casework.identity import By, Desk, Queue, awaiting, join, said_lately, say, undo
from heeded.casework.keeping import NotDone
from heeded.casework.keeping.desk import NothingThere
from heeded.casework.ports.identity import Verdict
from heeded.core.chronology.report import Described
from heeded.core.evidence.front_door import Pressing
from tests.borough import NOW, bruised
from tests.casework.identity.conftest import coordinator
from tests.casework.identity.test_possible import HOSPITALS, POLICES, owed
from tests.casework.looking.telling import child_of, one, rows, send

QUIET = Described(ref="q1", name="Wanjiru Invented", born=date(2019, 5, 2), area="Norhaven")
QUIETS = replace(QUIET, ref="q2", name="INVENTED Wanjiru", born=date(2019, 2, 5))


def queue(desk: Desk, by: By) -> Queue:
    """What awaits the coordinator."""
    found = awaiting(looking.desk(), desk.identities, by)
    assert isinstance(found, Queue)
    return found


@pytest.fixture
def pair(desk: Desk, database: str) -> tuple[str, str]:
    """A child seen bruised at the hospital, and met by the police under another spelling."""
    del desk
    first = child_of(send(bruised("h1", child=HOSPITALS)), database)
    return first, child_of(send(bruised("p1", agency="police", child=POLICES), NOW + 60), database)


def test_where_an_injury_was_seen_comes_before_what_was_asked_earlier(desk: Desk, database: str) -> None:
    send(one("early help started", agency="council", child=QUIET, name="q1"), NOW)
    send(one("record created", agency="school", child=QUIETS, name="q2"), NOW + 10)
    send(bruised("h1", agency="council", child=HOSPITALS), NOW + 30)
    send(bruised("p1", agency="police", child=POLICES), NOW + 60)
    found = queue(desk, coordinator(NOW + 100))
    told = [each.grounds for each in found.all]
    assert (len(found.now), len(found.at_next_contact)) == (2, 0), told
    assert {Pressing.IN_FORCE} in map(set, told)
    assert any(Pressing.INJURY in each for each in told)
    named = rows(
        database,
        "SELECT cardinality(people) FROM record.look WHERE rule = %s",
        "a-child-who-may-be-known-is-recognised",
    )
    assert named == [(4,)]


def test_where_nothing_presses_it_waits_for_the_next_contact(desk: Desk) -> None:
    send(one("record created", agency="school", child=QUIET, name="q1"), NOW)
    send(one("record created", agency="council", child=QUIETS, name="q2"), NOW + 10)
    found = queue(desk, coordinator(NOW + 100))
    assert (len(found.now), len(found.at_next_contact)) == (0, 1)


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_a_word_taken_back_is_owed_anew_and_stays_in_the_record(
    desk: Desk, pair: tuple[str, str], database: str, verdict: Verdict
) -> None:
    say(desk, coordinator(NOW + 200), *pair, verdict)
    assert owed(database) == []
    assert queue(desk, coordinator(NOW + 250)).all == ()
    (said,) = said_lately(desk, coordinator(NOW + 250))
    undo(desk, coordinator(NOW + 300, "It was another child's red book"), said.act)
    assert [person for person, _, _ in owed(database)] == [pair[1]]
    assert len(queue(desk, coordinator(NOW + 350)).all) == 1
    told = rows(database, "SELECT verdict, reason FROM record.assertion WHERE by = 'hana-hub' ORDER BY place")
    assert [one_said for one_said, _ in told] == [str(verdict), "unsure"]
    assert told[1][1] == "taken back: It was another child's red book"
    joined = join(desk, coordinator(NOW + 400), *pair)
    assert joined.person in pair
    assert owed(database) == []


def test_the_machines_word_and_a_join_are_not_taken_back_so(desk: Desk, pair: tuple[str, str]) -> None:
    (waiting,) = queue(desk, coordinator(NOW + 100)).all
    with pytest.raises(NotDone, match="another agency's word"):
        undo(desk, coordinator(NOW + 110), waiting.act)
    join(desk, coordinator(NOW + 200), *pair)
    (said,) = said_lately(desk, coordinator(NOW + 210))
    with pytest.raises(NotDone, match="Take them apart"):
        undo(desk, coordinator(NOW + 220), said.act)
    with pytest.raises(NothingThere):
        undo(desk, coordinator(NOW + 220), "00000000-0000-8000-8000-000000000000")
