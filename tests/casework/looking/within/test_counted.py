"""What awaits somebody in a record, counted: what is open, what nobody asked, and who has not answered."""

from __future__ import annotations

from heeded.casework.looking.within.counted import Counted, counted
from heeded.core.chronology.entry import Entry
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.unknowns import unknowns
from tests.casework.looking.within.records import opened
from tests.core.evidence.told import AGENCIES, HOSPITAL, LATER, POLICE, entry, family, saying

HURT = entry("hurt", "injury observed", "2025-02-10T20:00", by=HOSPITAL, keys={"injury": "I1"}, what="bruise")
WORRIED = entry(
    "worried",
    "medical opinion",
    "2025-02-10T21:00",
    by=HOSPITAL,
    keys={"injury": "I1"},
    strength="strong concern",
)
CLEAR = entry(
    "clear", "view recorded", "2025-02-11T09:00", by=POLICE, keys={"injury": "I1"}, conclusion="no concerns"
)
CALLS = "call-outs to the home"
ASKED = saying(
    entry("Q1", "information requested", "2025-02-11T10:00", keys={"request": "Q1"}),
    to=frozenset({"police"}),
    asks=frozenset({CALLS}),
)
GIVEN = saying(
    entry("A1", "information given", "2025-02-11T16:00", by=POLICE, keys={"request": "Q1"}),
    answer="twice in May",
)


def counts(*entries: Entry) -> Counted:
    return counted(opened(*entries), LATER, AGENCIES)


def test_of_an_empty_record_nothing_awaits_anybody() -> None:
    assert counts() == Counted(disagreements=0, to_ask=0, silent=0)


def test_an_open_disagreement_counts_and_a_settled_one_does_not() -> None:
    assert counts(HURT, WORRIED).disagreements == 0
    assert counts(HURT, WORRIED, CLEAR).disagreements == 1
    raised = entry(
        "d", "disagreement opened", "2025-02-12", by=HOSPITAL, keys={"disagreement": "D"}, question="?"
    )
    settled = entry("s", "disagreement resolved", "2025-02-13", keys={"disagreement": "D"})
    assert counts(HURT, raised).disagreements == 1
    assert counts(HURT, raised, settled).disagreements == 0


def test_a_request_counts_until_something_comes_back_and_its_question_no_longer_as_not_asked() -> None:
    before, during, after = counts(HURT), counts(HURT, ASKED), counts(HURT, ASKED, GIVEN)
    assert (before.silent, during.silent, after.silent) == (0, 1, 0)
    assert before.to_ask == during.to_ask + 1


def test_the_questions_are_those_of_the_page_each_once() -> None:
    entries = (HURT, ASKED)
    found = unknowns(Seen.of(family(*entries), LATER), "Ada", LATER, AGENCIES)
    listed = {each.question.asks for each in found.questions if each.to_ask}
    assert len(listed) > 1
    assert counts(*entries).to_ask == len(listed)
