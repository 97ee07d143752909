"""Tests of what agencies say in a strategy discussion, each in its own name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heeded.bootstrap import looking
from heeded.casework.acting import Desk, NotNow, Unfit
from heeded.casework.looking import Ask
from heeded.casework.meeting import (
    Contribution,
    close_discussion,
    contribute,
    news,
)
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.unknowns import Standing, unknowns
from tests.borough import NOW, bruised
from tests.casework.acts.people import LEAD, OFFICER, TEACHER, by, child_of, chronology, told
from tests.casework.meeting.discussed import EVERYBODY, called, closing, the_one


def test_what_each_agency_says_is_its_own_entry_and_answers_what_it_was_asked(desk: Desk) -> None:
    child = child_of(told(bruised()))
    key = called(child, desk)
    said = Contribution(
        child=child,
        meeting=key,
        words="Called to the home twice in May; the caller was the mother.",
        conclusion="no concerns",
        grounds="she was seen in May and was well",
    )
    first = contribute(said, by(OFFICER, "s1"), desk)
    assert contribute(said, by(OFFICER, "s1", NOW + 90), desk).again
    assert contribute(said, by(OFFICER, "s1"), desk).entry == first.entry
    contribute(Contribution(child=child, meeting=key, nothing_held=True), by(TEACHER, "s2"), desk)
    held = the_one(child)
    told_by = [(each.entry.source.agency, each.entry.kind) for each in held.told]
    assert sorted(told_by) == [
        ("police", "information given"),
        ("police", "view recorded"),
        ("school", "information given"),
    ]
    answered = unknowns(Seen.of(chronology(child), NOW + 600), child, NOW + 600, EVERYBODY).requests
    stands = {each.agency: each.standing for each in answered}
    assert stands["police"] is Standing.ANSWERED
    assert stands["school"] is Standing.NO_TRACE
    assert stands["hospital"] is Standing.SILENT


def test_a_view_opposite_to_the_doctors_is_dissent_by_itself(desk: Desk) -> None:
    child = child_of(told(bruised()))
    key = called(child, desk)
    view = Contribution(child=child, meeting=key, words="Seen at home, and well.")
    said = replace(view, conclusion="no concerns", grounds="she was seen at home and was well")
    contribute(said, by(OFFICER, "s1"), desk)
    against = replace(view, conclusion="concern", strength="suspect", grounds="marks of a hand on her arm")
    contribute(against, by(TEACHER, "s2"), desk)
    (dissent,) = the_one(child).dissent
    assert dissent.by_itself
    assert {each.source.agency for each in dissent.answers} >= {"police", "school"}


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({}, "it says nothing"),
        ({"words": "Two visits.", "nothing_held": True}, "that nothing is held"),
        ({"words": "Two visits.", "conclusion": "concern", "grounds": "well"}, "does not say why"),
        (
            {"words": "Two visits.", "conclusion": "concern", "grounds": "the marks are those of a hand"},
            "does not say: strength",
        ),
    ],
)
def test_a_contribution_that_says_too_little_is_refused(
    desk: Desk, wrong: dict[str, object], why: str
) -> None:
    child = child_of(told(bruised()))
    key = called(child, desk)
    with pytest.raises(Unfit, match=why):
        contribute(Contribution(child=child, meeting=key, **wrong), by(OFFICER, "s1"), desk)  # type: ignore[arg-type]


def test_nothing_is_added_to_what_was_held_or_was_never_called(desk: Desk) -> None:
    child = child_of(told(bruised()))
    late = Contribution(child=child, meeting="council:nothing", words="Two visits in May.")
    with pytest.raises(NotNow, match="holds none of this name"):
        contribute(late, by(OFFICER, "s1"), desk)
    key = called(child, desk)
    close_discussion(closing(child, key), by(LEAD, "e1", NOW + 120), desk)
    with pytest.raises(NotNow, match="has been held"):
        contribute(replace(late, meeting=key), by(OFFICER, "s2", NOW + 180), desk)


def test_news_is_told_where_something_came_in_and_only_then(desk: Desk) -> None:
    child = child_of(told(bruised()))
    key = called(child, desk)
    ask = Ask(actor=LEAD, child=child, now=NOW + 200, stated=by(LEAD, "x").stated)
    with looking.desk().record.reading(LEAD, NOW + 200) as reading:
        size = reading.ties(child).size
    assert not news(looking.desk(), ask, size)
    contribute(Contribution(child=child, meeting=key, nothing_held=True), by(TEACHER, "s1"), desk)
    assert news(looking.desk(), ask, size)
    stranger = replace(ask, actor=replace(OFFICER, agency="southby", sector="police"), stated=None)
    assert not news(looking.desk(), stranger, size)
