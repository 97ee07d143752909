"""Tests of asking for information: given, or refused for the one reason that the law knows."""

from __future__ import annotations

import pytest

from heeded.casework.acting import Desk, NotNow, NotYours, Unfit
from heeded.casework.acts import Reply, Request, give, refuse_to_give, request_information
from tests.borough import NOW, bruised
from tests.casework.acts.people import DOCTOR, LEAD, OFFICER, TEACHER, by, child_of, chronology, owed, told

GROUNDS = "the father would learn where the mother now lives"


def asked(child: str, desk: Desk) -> str:
    """Social care asks the school; the key of the request."""
    request = Request(child=child, to=frozenset({"school"}), question="was she at school on Monday")
    return request_information(request, by(LEAD, "q1"), desk).keys["request"]


def test_who_is_asked_owes_an_answer_and_giving_it_meets_the_duty(desk: Desk) -> None:
    child = child_of(told(bruised()))
    key = asked(child, desk)
    owing = {rule for agency, rule in owed(child) if agency == "school"}
    assert owing
    done = give(Reply(child=child, request=key), by(TEACHER, "g1", NOW + 90), desk)
    assert not {rule for agency, rule in owed(child) if agency == "school"} & owing
    given = next(entry for entry in chronology(child).entries if entry.id == done.entry)
    assert given.facts["to"] == frozenset({"children's social care"})
    assert given.known_to("council") == NOW + 90


def test_a_refusal_says_how_telling_would_harm_the_child_more(desk: Desk) -> None:
    child = child_of(told(bruised()))
    key = asked(child, desk)
    for reason in ("", "data protection", "we would rather not"):
        with pytest.raises(Unfit, match=r"harm the child more.*s16LA\(3\); unverified"):
            refuse_to_give(child, key, reason, by(TEACHER, f"r {reason}", NOW + 90), desk)
    done = refuse_to_give(child, key, GROUNDS, by(TEACHER, "r1", NOW + 90), desk)
    refused = next(entry for entry in chronology(child).entries if entry.id == done.entry)
    assert refused.facts == {"reason": GROUNDS, "more detrimental": True}


def test_nobody_answers_for_whom_was_not_asked_nor_what_was_not_asked(desk: Desk) -> None:
    child = child_of(told(bruised()))
    key = asked(child, desk)
    with pytest.raises(NotYours, match="asked of others"):
        give(Reply(child=child, request=key), by(DOCTOR, "g1", NOW + 90), desk)
    with pytest.raises(NotNow, match="no such request"):
        give(Reply(child=child, request="council:another"), by(DOCTOR, "g2", NOW + 90), desk)


def test_a_stranger_may_ask_and_whoever_leads_hears_of_it(desk: Desk) -> None:
    child = child_of(told(bruised()))
    request = Request(child=child, to=frozenset({"hospital"}), question="is she known to you")
    done = request_information(request, by(OFFICER, "q1"), desk)
    assert done.kept


def test_one_agency_is_asked_questions_of_the_list_and_says_that_it_holds_nothing(desk: Desk) -> None:
    child = child_of(told(bruised()))
    asks = frozenset({"call-outs to the home"})
    request = Request(child=child, agency="police", asks=asks)
    done = request_information(request, by(LEAD, "q1"), desk)
    made = next(entry for entry in chronology(child).entries if entry.id == done.entry)
    assert made.facts == {"to": frozenset({"police"}), "one agency": "police", "asks": asks}
    assert made.known_to("police") == NOW + 60
    assert made.known_to("hospital") is None
    reply = Reply(child=child, request=done.keys["request"], nothing_held=True)
    said = give(reply, by(OFFICER, "g1", NOW + 90), desk)
    given = next(entry for entry in chronology(child).entries if entry.id == said.entry)
    assert given.facts["nothing held"] is True


@pytest.mark.parametrize(
    ("agency", "why"), [("nowhere", "no agency nowhere takes part"), ("council", "your own agency")]
)
def test_who_takes_no_part_and_ones_own_agency_cannot_be_asked(desk: Desk, agency: str, why: str) -> None:
    child = child_of(told(bruised()))
    with pytest.raises(Unfit, match=why):
        request_information(
            Request(child=child, agency=agency, question="what do you know"), by(LEAD, "q1"), desk
        )


def test_a_request_asks_something_of_somebody(desk: Desk) -> None:
    child = child_of(told(bruised()))
    with pytest.raises(Unfit, match="does not say: question"):
        request_information(Request(child=child, agency="police"), by(LEAD, "q1"), desk)
    with pytest.raises(Unfit, match="addressed to nobody"):
        request_information(Request(child=child, question="who knows her"), by(LEAD, "q2"), desk)
