"""Five people in one strategy discussion: called, told into, closed, disagreed with, minuted."""

from __future__ import annotations

import html
import re
import time

import pytest
from django.test import Client

from tests.borough import bruised
from tests.casework.looking.telling import rows
from tests.doors.web.visiting import Answer, browser, said, signed_in, tell

WHY = "bruised on the ear and no account of it"
KNOWN = "Called to the home twice in May"
GROUNDS = "she was seen at home in May and was well"


def sits_down(practitioner: str, child: str) -> Client:
    """Somebody who has said that they look for a strategy discussion."""
    made = signed_in(practitioner)
    stating = {"purpose": "safeguarding", "reason": "For a strategy discussion about this child"}
    assert made.post(f"/children/{child}/discussions/purpose/discussions", stating).status_code == 302
    return made


def once(answer: Answer) -> str:
    """The name that a page's form gives to one act."""
    found = re.search(r'name="request" value="([^"]*)"', answer.content.decode())
    assert found, said(answer)
    return html.unescape(found[1])


def called(manager: Client, child: str) -> str:
    """The address of a discussion that social care calls, with police, hospital and school."""
    form = manager.get(f"/children/{child}/discussions")
    asked = {"reason": WHY, "arrangements": "At 14:00", "agencies": ["police", "hospital", "school"]}
    done = manager.post(f"/children/{child}/discussions", {**asked, "request": once(form)})
    assert done.status_code == 302, said(done)
    return str(done["Location"])


def tells(who: Client, room: str, **more: object) -> Answer:
    """Somebody tells what their agency knows."""
    return who.post(f"{room}/tell", {"answer": KNOWN, "request": once(who.get(room)), **more})


ENDED = {
    "attended": ["social care", "police", "health", "paediatrician"],
    "held_as": "video meeting",
    "outcome": "section 47",
    "decision": "a section 47 enquiry, and she stays on the ward",
    "reason": "no account fits what was found",
    "owner": "Mina Manager",
    "date": "2031-07-03",
    "contingency": "police protection if she is taken",
}


@pytest.fixture
def child(admin: str) -> str:
    """Ada, bruised, with a paediatrician's suspicion."""
    return tell(bruised(now=int(time.time())), admin)


def test_nothing_is_shown_before_somebody_says_why_they_look(child: str) -> None:
    for path in ("pack", "discussions", f"discussions/{child}", f"discussions/{child}/minutes"):
        page = signed_in("manager") if path == "pack" else None
        here = page or browser()
        answer = here.get(f"/children/{child}/{path}")
        assert "Ada Invented" not in said(answer)
        assert ("Say what the discussion is for" in said(answer)) == (path == "pack")


def test_the_room_says_who_must_come_and_under_which_agreement(child: str) -> None:
    manager = sits_down("manager", child)
    room = said(manager.get(called(manager, child)))
    for role in ("Social care", "Police", "Health", "Paediatrician"):
        assert role in room
    assert "procedures of Hertfordshire" in room
    assert "unverified" in room
    assert room.count("Nothing yet") == 3


def test_five_people_meet_and_each_says_their_own(child: str, admin: str) -> None:
    manager = sits_down("manager", child)
    room = called(manager, child)
    doctor, constable, teacher, worker = (
        sits_down(each, child) for each in ("dr-okoro", "constable", "teacher", "colleague")
    )
    assert tells(constable, room, conclusion="no concerns", grounds=GROUNDS).status_code == 302
    view = {"conclusion": "concern", "strength": "suspect", "grounds": "marks of a hand on her ear"}
    assert tells(doctor, room, answer="Bruises on ear and chest", **view).status_code == 302
    assert tells(teacher, room, answer="", nothing_held="on").status_code == 302
    seen = said(worker.get(room))
    for words in (KNOWN, "Bruises on ear and chest", "We looked, and hold nothing", "Cora Constable"):
        assert words in seen
    assert "Who disagrees, in full" in seen
    look = manager.post(f"{room}/close", {**ENDED, "do": "look"})
    assert "Nothing stands in the way" in said(look)
    assert manager.post(f"{room}/close", {**ENDED, "do": "close"}).status_code == 302
    held = said(doctor.get(room))
    assert "she stays on the ward" in held
    entry = re.search(rf"/children/{child}/disagree/([0-9a-f-]+)", doctor.get(room).content.decode())
    assert entry
    over = f"/children/{child}/disagree/{entry[1]}"
    against = {"grounds": "the ward cannot keep her father out", "question": "is she safe on the ward"}
    assert doctor.post(over, {**against, "request": once(doctor.get(over))}).status_code == 302
    minutes = html.unescape(said(teacher.get(f"{room}/minutes")))
    for words in (
        KNOWN,
        "she stays on the ward",
        "Mina Manager",
        "3 July 2031",
        "cannot keep her father out",
    ):
        assert words in minutes
    assert "Missing" not in minutes
    told = "SELECT agency FROM record.entry WHERE kind = 'information given' ORDER BY agency"
    assert rows(admin, told) == [("hospital",), ("police",), ("school",)]


def test_who_did_not_come_and_what_was_not_decided_is_owned_to_and_stands_in_the_minutes(child: str) -> None:
    manager = sits_down("manager", child)
    room = called(manager, child)
    short = {"attended": ["social care", "police"], "outcome": "undecided"}
    page = manager.post(f"{room}/close", {**short, "do": "close"})
    assert page.status_code == 400
    assert "Say that you close it although something is missing" in said(page)
    assert "decision" in said(page).partition("What stands before it")[2]
    assert manager.post(f"{room}/close", {**short, "do": "close", "without": "1"}).status_code == 302
    minutes = said(manager.get(f"{room}/minutes"))
    assert minutes.count("Missing: nobody says that they came or were heard") == 2
    assert manager.get(f"{room}/close").status_code == 302


def test_a_gate_before_the_decision_is_shown_and_taken_on_by_a_post(child: str) -> None:
    manager = sits_down("manager", child)
    room = called(manager, child)
    home = {**ENDED, "lives": "returns home", "takes_1": "her uncle stays away"}
    page = manager.post(f"{room}/close", {**home, "do": "look"})
    asked = page.content.decode()
    gates = {html.unescape(each) for each in re.findall(r'name="why-([^"]+)"', asked)}
    assert gates
    mark = re.search(r'name="shown" value="([^"]+)"', asked)
    assert mark
    stopped = manager.post(f"{room}/close", {**home, "do": "close", "shown": mark[1]})
    assert stopped.status_code == 400
    who = dict(re.findall(r'<select name="who-([^"]+)"[^>]*><option>([^<]+)', asked))
    taken = {f"why-{each}": "the grandmother is there day and night" for each in gates}
    taken |= {f"who-{each}": who.get(each, "service manager") for each in gates}
    done = manager.post(f"{room}/close", {**home, **taken, "do": "close", "shown": mark[1]})
    assert done.status_code == 302, said(done)
    minutes = said(manager.get(f"{room}/minutes"))
    assert "returns home" in minutes
    assert "her uncle stays away" in minutes


def test_what_is_begun_is_kept_for_its_author_alone_and_told_once(child: str, admin: str) -> None:
    manager, constable = sits_down("manager", child), sits_down("constable", child)
    room = called(manager, child)
    page = constable.get(room)
    found = re.search(r'name="meeting" value="([^"]+)"', page.content.decode())
    assert found
    begun = {"answer": "Called to the ho", "meeting": html.unescape(found[1])}
    kept = constable.post(f"{room}/draft", begun, headers={"HX-Request": "true"})
    assert "Kept for you" in said(kept)
    assert constable.post(f"{room}/draft", {**begun, "answer": KNOWN}).status_code == 302
    assert KNOWN in constable.get(room).content.decode()
    assert KNOWN not in manager.get(room).content.decode()
    telling = {"answer": KNOWN, "request": once(constable.get(room))}
    assert constable.post(f"{room}/tell", telling).status_code == 302
    assert constable.post(f"{room}/tell", telling).status_code == 302
    assert rows(admin, "SELECT count(*) FROM record.entry WHERE kind = 'information given'") == [(1,)]
    assert rows(admin, "SELECT count(*) FROM record.draft WHERE sent IS NULL") == [(0,)]


def test_what_is_refused_keeps_what_was_written(child: str) -> None:
    manager = sits_down("manager", child)
    room = called(manager, child)
    page = tells(manager, room, nothing_held="on")
    assert page.status_code == 400
    assert "that nothing is held" in said(page)
    assert KNOWN in page.content.decode()


def test_what_others_tell_comes_to_a_page_that_is_open_and_each_is_a_look(child: str, admin: str) -> None:
    manager, constable = sits_down("manager", child), sits_down("constable", child)
    room = called(manager, child)
    found = re.search(r'hx-get="([^"]+)"', manager.get(room).content.decode())
    assert found
    looks = "SELECT count(*) FROM record.look WHERE actor = 'manager'"
    before = rows(admin, looks)
    assert manager.get(html.unescape(found[1])).status_code == 204
    assert rows(admin, looks) == before
    tells(constable, room)
    part = manager.get(html.unescape(found[1]))
    assert part.status_code == 200
    assert KNOWN in said(part)
    assert "<html" not in part.content.decode()
    assert rows(admin, looks) != before


def test_a_doctor_does_not_call_or_close_it_and_is_told_whom_to_ring(child: str) -> None:
    manager, doctor = sits_down("manager", child), sits_down("dr-okoro", child)
    assert "ring them now" in said(doctor.get(f"/children/{child}/discussions"))
    room = called(manager, child)
    assert "Decide and close" not in said(doctor.get(room))
    assert "whoever called it closes it" in said(doctor.post(f"{room}/close", {**ENDED, "do": "close"}))


def test_minutes_are_sent_by_whoever_called_it(child: str) -> None:
    manager = sits_down("manager", child)
    room = called(manager, child)
    manager.post(f"{room}/close", {**ENDED, "do": "close"})
    assert manager.post(f"{room}/minutes/send").status_code == 302
    assert "Sent out:" in said(manager.get(f"{room}/minutes"))


def test_a_stranger_reads_nothing_of_it_and_of_nobody_there_is_nothing(child: str) -> None:
    manager = sits_down("manager", child)
    room = called(manager, child)
    stranger = sits_down("southby-worker", child)
    for path in (
        "pack",
        "discussions",
        *(room.rpartition(f"{child}/")[2] + each for each in ("", "/minutes")),
    ):
        page = said(stranger.get(f"/children/{child}/{path}"))
        assert WHY not in page
        assert "bruise" not in page
    assert stranger.get(room).status_code == stranger.get(f"{room}/close").status_code == 404
    nobody = child.replace(child[:4], "0000")
    gone = sits_down("worker", nobody)
    for path in ("pack", "discussions", f"discussions/{child}", f"discussions/{child}/news?since=0"):
        assert gone.get(f"/children/{nobody}/{path}").status_code in {204, 404}
