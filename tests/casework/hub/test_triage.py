"""Tests of the board: a card moves by what is told, shows the minimum, and is recorded as a look."""

from __future__ import annotations

import pytest

from heeded.casework.looking import Desk, Refused
from heeded.casework.looking.hub import Board, CardShown, Kept, column, triage
from heeded.core.evidence.front_door import Stage
from tests.borough import NOW, ada, bruised
from tests.casework.looking.staff import who, why
from tests.casework.looking.telling import ada_is_bruised, connect, one, rows, run, send

HOUR = 3600
DAY = 24 * HOUR
R1 = {"referral": "hospital:m1-referral"}


def board(desk: Desk, by: str = "manager", now: int = NOW + 60, kept: Kept | None = None) -> Board:
    """The board as somebody sees it."""
    found = triage(desk, who(by), now, why(), kept or Kept())
    assert isinstance(found, Board)
    return found


def where(found: Board) -> dict[str, list[str]]:
    """By column the names of the children in it."""
    return {
        str(each.stage): [card.child.name for card in each.page.cards]
        for each in found.columns
        if each.page.cards
    }


def card(desk: Desk, now: int = NOW + 60) -> CardShown:
    """The one card on the board."""
    (found,) = [each for part in board(desk, now=now).columns for each in part.page.cards]
    return found


def test_a_card_moves_with_what_is_told_and_with_nothing_else(desk: Desk, database: str) -> None:
    ada_is_bruised(database)
    assert where(board(desk)) == {"contact": ["Ada Invented"]}
    send(one("referral received", keys=R1, facts={"source": "emergency department"}, now=NOW + 60), NOW + 60)
    assert where(board(desk)) == {"screening": ["Ada Invented"]}
    decided = {"outcome": "strategy discussion", "reason": "a strong concern"}
    send(one("referral decision", keys=R1, facts=decided, now=NOW + 120), NOW + 120)
    assert where(board(desk)) == {"strategy": ["Ada Invented"]}
    send(one("strategy discussion", keys=R1, facts={"outcome": "section 47"}, now=NOW + 180), NOW + 180)
    assert where(board(desk)) == {"decided": ["Ada Invented"]}
    assert where(board(desk, now=NOW + 8 * DAY)) == {}


def test_a_card_says_what_came_from_whom_and_by_when_it_is_owed(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    shown = card(desk)
    assert (shown.child.id, shown.child.name) == (child, "Ada Invented")
    about = shown.card
    assert (about.kind, about.sender, about.key) == ("referral made", "hospital", "hospital:m1-referral")
    told = (
        "SELECT min(due) FROM record.duty WHERE agency = 'council' AND person = %s "
        "AND (key = 'hospital:m1-referral' OR rule = 'strategy-discussion-is-held')"
    )
    assert [(about.due,)] == rows(database, told, child)
    assert about.owed
    assert about.rule
    assert about.opposed == 0


def test_whoever_was_asked_and_is_silent_stands_on_the_card_until_they_answer(
    desk: Desk, database: str
) -> None:
    ada_is_bruised(database)
    asking = {"to": frozenset({"police", "school"}), "question": "what is known"}
    send(one("information requested", keys={"request": "Q1", **R1}, facts=asking, now=NOW + 60), NOW + 60)
    assert [each.agency for each in card(desk, NOW + 120).card.silent] == ["police", "school"]
    assert where(board(desk, now=NOW + 120, kept=Kept(unanswered=True))) == {"screening": ["Ada Invented"]}
    answer = {"to": frozenset({"children's social care"}), "answer": "nothing", "nothing held": True}
    request = rows(database, "SELECT keys->>'request' FROM record.entry WHERE kind = 'information requested'")
    keys = {"request": request[0][0]}
    for agency in ("police", "school"):
        send(one("information given", agency=agency, keys=keys, facts=answer, now=NOW + 180), NOW + 180)
    assert card(desk, NOW + 240).card.silent == ()
    assert where(board(desk, now=NOW + 240, kept=Kept(unanswered=True))) == {}


def test_an_open_disagreement_shows_that_there_is_one_and_no_word_of_it(desk: Desk, database: str) -> None:
    ada_is_bruised(database)
    clear = {"conclusion": "no concerns", "question": "was the injury inflicted", "grounds": "a fall"}
    injury = rows(database, "SELECT keys->>'injury' FROM record.entry WHERE kind = 'injury observed'")[0][0]
    send(one("view recorded", agency="police", keys={"injury": injury}, facts=clear, now=NOW + 60), NOW + 60)
    shown = card(desk, NOW + 120)
    assert shown.card.opposed == 1
    assert "a fall" not in repr(shown)


def test_mine_and_overdue_are_kept_apart(desk: Desk, database: str) -> None:
    ada_is_bruised(database)
    assert where(board(desk, kept=Kept(mine=True))) == {}
    send(one("worker allocated", practitioner="manager", now=NOW + 10), NOW + 10)
    assert where(board(desk, kept=Kept(mine=True))) == {"contact": ["Ada Invented"]}
    assert where(board(desk, kept=Kept(overdue=True))) == {}
    later = board(desk, now=NOW + 30 * DAY, kept=Kept(overdue=True))
    assert where(later) == {"contact": ["Ada Invented"]}


def test_only_those_see_it_whom_the_policy_lets_and_each_look_is_recorded(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    for by in ("worker", "board", "auditor", "administrator", "council-officer"):
        assert isinstance(triage(desk, who(by), NOW, why()), Refused), by
    assert isinstance(triage(desk, who("manager"), NOW, None), Refused)
    board(desk)
    looks = rows(database, "SELECT actor, answer, people FROM record.look WHERE record_class = '{hub board}'")
    assert [(actor, answer) for actor, answer, _ in looks][-1] == ("manager", "permit")
    assert [str(each) for each in looks[-1][2]] == [child]
    assert len(looks) == 7


def test_nobody_sees_the_household_that_they_belong_to(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    connect(database, "manager", child)
    assert where(board(desk)) == {}
    assert where(board(desk, by="council-lead")) == {"contact": ["Ada Invented"]}


@pytest.mark.usefixtures("desk")
def test_another_council_sees_nothing_of_it(database: str) -> None:
    ada_is_bruised(database)
    assert rows(database, "SELECT DISTINCT agency FROM record.card") == [("council",)]


@pytest.mark.parametrize("length", [1, 3, 50])
def test_a_column_holds_every_card_once_what_is_due_first_first(desk: Desk, length: int) -> None:
    for number in range(4):
        child = ada(f"child-{number}", nhs="")
        send(bruised(f"m{number}", child=child, now=NOW + number), NOW + number)
    found: list[CardShown] = []
    after = None
    while True:
        page = column(desk, who("manager"), NOW + 60, why(), Stage.CONTACT, Kept(), after, length)
        assert isinstance(page, Board)
        found += page.columns[0].page.cards
        if (after := page.columns[0].page.next_after) is None:
            break
    assert len({each.id for each in found}) == len(found) == 4
    dues = [each.card.due for each in found]
    assert dues == sorted(dues, key=lambda due: (due is None, due))


@pytest.mark.usefixtures("desk")
def test_what_was_laid_out_is_made_again_by_a_rebuild(database: str) -> None:
    from heeded import bootstrap  # noqa: PLC0415 - after Django is set up
    from heeded.bootstrap import live  # noqa: PLC0415 - as above
    from heeded.casework.ports import Author  # noqa: PLC0415 - as above
    from heeded.casework.unasked.rebuild import rebuild  # noqa: PLC0415 - as above

    child = ada_is_bruised(database)
    before = rows(database, "SELECT * FROM record.card")
    run(database, "DELETE FROM record.card")
    author = Author("heeded", "heeded")
    rebuild([child], live.open_record(), author, bootstrap.open_handbook(), NOW)
    assert rows(database, "SELECT * FROM record.card") == before
