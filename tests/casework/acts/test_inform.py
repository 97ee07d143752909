"""Tests of asking for information: given, or refused for the one reason that the law knows."""

from __future__ import annotations

import pytest

from heeded.casework.acting import Desk, NotNow, NotYours, Unfit
from heeded.casework.acts import Request, give, refuse_to_give, request_information
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
    done = give(child, key, by(TEACHER, "g1", NOW + 90), desk)
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
        give(child, key, by(DOCTOR, "g1", NOW + 90), desk)
    with pytest.raises(NotNow, match="no such request"):
        give(child, "council:another", by(DOCTOR, "g2", NOW + 90), desk)


def test_a_stranger_may_ask_and_whoever_leads_hears_of_it(desk: Desk) -> None:
    child = child_of(told(bruised()))
    request = Request(child=child, to=frozenset({"hospital"}), question="is she known to you")
    done = request_information(request, by(OFFICER, "q1"), desk)
    assert done.kept
