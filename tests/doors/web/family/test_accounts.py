"""Tests of accounts for a family: proposed, drawn up, agreed by a second person, printed, given, kept."""

from __future__ import annotations

import re
import time

from django.test import Client

from tests.casework.looking.telling import one, rows
from tests.doors.web.visiting import Answer, ada_now, said, signed_in, tell

REASON = "The mother asked what is held and who has looked"
WORDS = "We are worried about a bruise.\nWe would like to talk with you about it."


def told(admin: str) -> str:
    """Ada, bruised and referred; the council visited and noted a view, and the police told something too."""
    now = int(time.time())
    child = ada_now(admin)
    for kind, agency, facts in (
        ("visit", "council", {"child seen": True}),
        ("disclosure", "council", {"words": "CANARY-CHILD said it was him"}),
        ("observation recorded", "council", {"what": "CANARY-VIEW of her uncle"}),
        ("arrest", "police", {}),
    ):
        tell(one(kind, agency=agency, facts=facts, now=now, name=f"{kind}-{agency}"), admin)
    return child


def asked(practitioner: str, child: str) -> Client:
    """Somebody who has said why the family is given an account."""
    made = signed_in(practitioner)
    answer = made.post(f"/children/{child}/family-accounts/why", {"reason": REASON})
    assert answer.status_code == 302, said(answer)
    return made


def drawn(lead: Client, child: str, **more: object) -> Answer:
    """What is answered when an account is drawn up for the child's family."""
    posted = {"to": child, "words": WORDS, **more}
    return lead.post(f"/children/{child}/family-accounts/new", posted, follow=True)


def address(answer: Answer) -> str:
    """Where an account stands that was just drawn up."""
    return str(answer.redirect_chain[-1][0])


def entry_of(page: str, kind: str) -> str:
    """The event of a kind that a checkbox of the page is for."""
    found = re.search(rf'value="([0-9a-f-]{{36}})"[^>]*>[^<]*<span class="unseen">[^<]*: {kind},', page)
    assert found, kind
    return found[1]


def test_what_is_proposed_says_what_is_left_out_and_why(admin: str) -> None:
    child = told(admin)
    text = said(asked("council-lead", child).get(f"/children/{child}/family-accounts/new"))
    left = text.partition("What is left out")[2]
    assert "Visit" in text.partition("What is left out")[0]
    assert "The police told it, and they say what of theirs is told. Nobody may put it in." in left
    assert "It is what the child said, and may put the child in danger." in left
    assert "Another agency told it: ask them first." in left
    assert "CANARY" not in text


def test_two_people_stand_behind_what_the_family_reads(admin: str) -> None:
    child = told(admin)
    lead = asked("council-lead", child)
    answer = drawn(lead, child)
    where = address(answer)
    assert "Waits for a second person" in said(answer)
    assert "What they do not read, and why" in said(answer)
    assert "Your answer" not in said(answer)
    refused = lead.post(f"{where}/decision", {"decision": "agree"})
    assert "Two people stand behind an account, and you drew this one up" in said(refused)
    early = lead.get(f"{where}/print")
    assert early.status_code == 403
    assert "Nobody has agreed to this account yet" in said(early)
    manager = asked("manager", child)
    assert "You are asked as the second person" in said(manager.get(where))
    agreed = manager.post(f"{where}/decision", {"decision": "agree"}, follow=True)
    assert "Mina Manager agreed" in said(agreed)
    again = manager.post(f"{where}/decision", {"decision": "send back", "words": "I thought again about it"})
    assert "Somebody decided on this account already" in said(again)
    printed = said(lead.get(f"{where}/print")).partition("what stands below goes out")[2]
    assert "We are worried about a bruise." in printed
    assert "Visit" in printed
    for unsaid in (
        "CANARY",
        "Arrest",
        "Disclosure",
        "Leni Lead",
        "Wanda",
        "second person",
        "left out",
        "police",
    ):
        assert unsaid not in printed, unsaid


def test_that_it_was_given_is_kept_with_how_and_what_was_said(admin: str) -> None:
    child = told(admin)
    lead = asked("council-lead", child)
    where = address(drawn(lead, child))
    how = "handed over in person, and talked through"
    assert "Nobody has agreed" in said(lead.post(f"{where}/given", {"how": how}))
    asked("manager", child).post(f"{where}/decision", {"decision": "agree"})
    given = said(lead.post(f"{where}/given", {"how": how, "words": "She says it was a fall"}, follow=True))
    assert "Leni Lead gave it" in given
    assert how in given
    assert "She says it was a fall" in given
    listed = said(lead.get(f"/children/{child}/family-accounts"))
    assert "Given" in listed


def test_what_a_second_person_sends_back_never_goes(admin: str) -> None:
    child = told(admin)
    lead = asked("council-lead", child)
    where = address(drawn(lead, child))
    manager = asked("manager", child)
    assert "Say what should be different" in said(
        manager.post(f"{where}/decision", {"decision": "send back"})
    )
    posted = {"decision": "send back", "words": "Her grandmother could be found by it"}
    assert "sent it back" in said(manager.post(f"{where}/decision", posted, follow=True))
    assert lead.get(f"{where}/print").status_code == 403
    assert "already" in said(manager.post(f"{where}/decision", {"decision": "agree"}))


def test_what_may_be_put_in_is_put_in_and_what_stands_behind_a_wall_is_not(admin: str) -> None:
    child = told(admin)
    lead = asked("council-lead", child)
    page = lead.get(f"/children/{child}/family-accounts/new").content.decode()
    injury, visit = entry_of(page, "injury observed"), entry_of(page, "visit")
    text = said(drawn(lead, child, put_in=[injury], leave_out=[visit]))
    read, _, left = text.partition("What they do not read")
    assert "Injury observed" in read
    assert "Visit" in left
    assert "Whoever drew it up chose to leave it out." in left
    assert "Visit" not in read.partition("What they read")[2]
    ((arrest,),) = rows(admin, "SELECT id FROM record.entry WHERE kind = 'arrest'")
    refused = drawn(lead, child, put_in=[str(arrest)])
    assert refused.status_code == 400
    assert "is put in by nobody" in said(refused)


def test_a_shield_placed_later_stops_an_account_that_two_people_agreed_on(admin: str) -> None:
    child = told(admin)
    lead = asked("council-lead", child)
    where = address(drawn(lead, child))
    asked("manager", child).post(f"{where}/decision", {"decision": "agree"})
    assert lead.get(f"{where}/print").status_code == 200
    worker = signed_in("worker")
    worker.post(f"/children/{child}/purpose/record", {"purpose": "safeguarding"})
    shielded = worker.post(
        f"/children/{child}/shield",
        {"person": child, "what": "address", "reason": "They fled last night and are being looked for"},
    )
    assert shielded.status_code == 302
    stopped = lead.get(f"{where}/print")
    assert stopped.status_code == 403
    assert "shielded since this was drawn up" in said(stopped)


def test_nobody_else_draws_one_up_or_reads_one(admin: str) -> None:
    child = told(admin)
    lead = asked("council-lead", child)
    where = address(drawn(lead, child))
    for outsider in ("worker", "auditor", "administrator", "board", "dr-okoro"):
        made = signed_in(outsider)
        made.post(f"/children/{child}/family-accounts/why", {"reason": REASON})
        for path in (f"/children/{child}/family-accounts", where, f"{where}/print"):
            assert made.get(path).status_code in {403, 404}, (outsider, path)
    unknown = "00000000-0000-4000-8000-000000000000"
    lead.post(f"/children/{unknown}/family-accounts/why", {"reason": REASON})
    assert lead.get(f"/children/{unknown}/family-accounts").status_code == 404
