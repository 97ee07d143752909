"""Tests of the hub's pages: the board, what is offered, what is disputed, and to whom they open."""

from __future__ import annotations

import re
import time

import pytest

from tests.casework.looking.telling import one, rows, send
from tests.doors.web.visiting import ada_now, said, signed_in, tell

pytestmark = pytest.mark.usefixtures("admin")
R1 = {"referral": "hospital:m1-referral"}


def now_told(kind: str, database: str, *, agency: str = "council", **said_of_it: object) -> None:
    """An agency tells something of Ada now."""
    facts = {name.replace("_", " "): value for name, value in said_of_it.items()}
    tell(
        one(kind, agency=agency, keys=R1, facts=facts, now=int(time.time()), name=f"{agency} {kind}"),
        database,
    )


def test_the_board_says_what_came_from_whom_and_what_is_to_be_done(admin: str) -> None:
    child = ada_now(admin)
    answer = signed_in("manager").get("/hub")
    text = said(answer)
    assert answer.status_code == 200
    assert "Referral from Northgate Hospital" in text
    assert "Contact: 1, Screening: 0, Strategy: 0, Decided: 0." in text
    assert "Nobody leads yet" in text
    assert f"/children/{child}" in answer.content.decode()
    assert "bruise" not in text


def test_a_card_moves_by_what_is_told(admin: str) -> None:
    ada_now(admin)
    now_told("referral received", admin, source="emergency department")
    made = signed_in("manager")
    assert "Contact: 0, Screening: 1," in said(made.get("/hub"))
    assert made.post("/hub", {"stage": "decided"}).status_code == 405


def test_a_silent_agency_is_named_with_since_when(admin: str) -> None:
    ada_now(admin)
    now_told("information requested", admin, to=frozenset({"police"}), question="what is known")
    made = signed_in("manager")
    assert "Asked, no answer yet: Norhaven police, since" in said(made.get("/hub"))
    assert "Screening: 1" in said(made.get("/hub?unanswered=yes"))
    assert "Screening: 0" in said(made.get("/hub?overdue=yes"))
    assert "Screening: 0" in said(made.get("/hub?mine=yes"))


def test_the_lively_part_is_the_same_board_without_the_page_around_it(admin: str) -> None:
    ada_now(admin)
    made = signed_in("manager")
    part = made.get("/hub?overdue=yes", headers={"HX-Request": "true"})
    assert part.content.startswith(b'<div id="board"')
    assert b"<html" not in part.content
    assert re.search(rb'hx-get="/hub\?mark=[0-9a-f]{64}&amp;overdue=yes"', part.content)
    assert b'<p id="as-at" hx-swap-oob="innerHTML">Contact: 0' in part.content
    assert part["Vary"].startswith("HX-Request")
    assert part["Cache-Control"] == "no-store"


@pytest.mark.parametrize("narrowed", ["", "&column=contact", "&overdue=yes"])
def test_an_open_board_is_looked_at_anew_only_when_something_changed(narrowed: str, admin: str) -> None:
    ada_now(admin)
    made = signed_in("manager")
    looks = "SELECT count(*) FROM record.look WHERE record_class = '{hub board}'"
    [[mark]] = [re.findall(r"mark=([0-9a-f]{64})", made.get(f"/hub?{narrowed}").content.decode())]
    before = rows(admin, looks)
    anew = f"/hub?mark={mark}{narrowed}"
    lively = {"HX-Request": "true"}
    assert made.get(anew, headers=lively).status_code == 204
    assert rows(admin, looks) == before
    now_told("information requested", admin, to=frozenset({"police"}), question="what is known")
    now_told("contact received", admin, source="school")
    changed = made.get(anew, headers=lively)
    assert changed.status_code == (204 if narrowed == "&overdue=yes" else 200)
    assert (rows(admin, looks) == before) is (changed.status_code == 204)
    assert signed_in("worker").get(anew, headers=lively).status_code == 403


def test_one_column_stands_alone_and_no_other_word_names_one(admin: str) -> None:
    ada_now(admin)
    made = signed_in("manager")
    text = said(made.get("/hub?column=contact"))
    assert "Contact: 1." in text
    assert "Screening" not in text
    assert made.get("/hub?column=likely").status_code == 404


@pytest.mark.parametrize("address", ["/hub", "/hub/hand-overs", "/hub/escalation"])
def test_the_pages_open_to_those_alone_whom_the_policy_lets(address: str, admin: str) -> None:
    ada_now(admin)
    assert signed_in("worker").get(address).status_code == 403
    assert "Ada" not in said(signed_in("auditor").get(address))
    assert signed_in("council-lead").get(address).status_code == 200
    looks = rows(admin, "SELECT answer FROM record.look WHERE record_class = '{hub board}' ORDER BY at")
    assert [answer for (answer,) in looks] == ["deny", "hide", "permit"]


def test_an_offer_waits_for_the_others_answer_and_stays_with_whoever_made_it(admin: str) -> None:
    ada_now(admin)
    made = signed_in("manager")
    keys = {**R1, "hand-over": "H1"}
    offer = {"to": "children's social care", "area": "Southby", "in writing": True}
    now = int(time.time())
    send(one("hand-over offered", keys=keys, facts=offer, now=now), now)
    text = said(made.get("/hub/hand-overs"))
    assert "Still with Norhaven" in text
    assert "Offered to Southby" in text
    cards = rows(
        admin, "SELECT agency, desk, stage FROM record.card WHERE desk LIKE 'offered%%' ORDER BY desk"
    )
    assert cards == [
        ("council", "offered by us", "offered"),
        ("southby", "offered to us", "offered"),
    ]
    refusal = {"reason": "they are moving back", "in writing": True}
    answered = {"hand-over": "council:H1"}
    send(one("hand-over refused", agency="southby", keys=answered, facts=refusal, now=now), now)
    assert "Refused on" in said(made.get("/hub/hand-overs"))
    send(one("hand-over offered", keys=keys, facts=offer, now=now + 60, name="again"), now + 60)
    accepted = {"in writing": True}
    send(one("hand-over accepted", agency="southby", keys=answered, facts=accepted, now=now + 120), now + 120)
    text = said(made.get("/hub/hand-overs"))
    assert "We have offered nothing that is not accepted." in text


def test_a_disagreement_stands_on_the_desk_with_who_has_it_and_who_is_next(admin: str) -> None:
    child = ada_now(admin)
    injury = rows(admin, "SELECT keys->>'injury' FROM record.entry WHERE kind = 'injury observed'")[0][0]
    clear = {"conclusion": "no concerns", "question": "was the injury inflicted", "grounds": "a fall"}
    now = int(time.time())
    send(one("view recorded", agency="council", keys={"injury": injury}, facts=clear, now=now), now)
    answer = signed_in("council-lead").get("/hub/escalation")
    text = said(answer)
    cards = rows(admin, "SELECT agency FROM record.card WHERE desk = 'disagreement' ORDER BY agency")
    assert cards == [("council",), ("hospital",)]
    assert "Between Northgate Hospital; Norhaven" in text
    assert "Step 1 of 4: the practitioners of both sides" in text
    assert "When its time runs out it goes to: their managers" in text
    assert f"/children/{child}/disagreement?which=" in answer.content.decode()
    assert "a fall" not in text
