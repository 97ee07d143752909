"""Disclosures: each waits for an answer, and asks for a decision for every child of the household."""

from __future__ import annotations

from heeded.core.evidence.accounts import ANSWERS, disclosed
from tests.core.evidence.told import POLICE, entry, lives, seen

SAID = entry(
    "said",
    "disclosure",
    "2025-02-12T10:00",
    by=POLICE,
    child="Ben",
    keys={"disclosure": "D"},
    words="he held my head under",
)
HOME = lives("Ada", "Ben", "Eve")


def test_it_waits_for_an_answer_and_for_a_decision_for_each_child() -> None:
    (found,) = disclosed(seen(SAID, *HOME))
    assert (found.waiting, found.missing) == (True, ANSWERS)
    assert [(each.child, each.decided) for each in found.children] == [("Ben", None), ("Ada", None)]


def test_an_answer_says_what_it_leaves_unsaid() -> None:
    answer = entry(
        "w",
        "disclosure weighed",
        "2025-02-13",
        child="Ben",
        keys={"disclosure": "D"},
        weight="full",
        action="seen",
    )
    (found,) = disclosed(seen(SAID, answer, *HOME))
    assert (found.waiting, found.missing) == (False, ("weighed with", "child told"))


def test_an_answer_to_another_disclosure_answers_none() -> None:
    answer = entry(
        "w", "disclosure weighed", "2025-02-13", child="Ben", keys={"disclosure": "E"}, weight="full"
    )
    assert disclosed(seen(SAID, answer))[0].waiting


def test_a_decision_before_it_and_one_for_another_child_decide_nothing() -> None:
    before = entry("b", "sibling decision", "2025-02-11", child="Ada", outcome="assessment", reason="June")
    own = entry("o", "strategy discussion", "2025-02-13", child="Ada")
    (found,) = disclosed(seen(SAID, before, own, *HOME))
    assert [each.decided for each in found.children] == [None, None]
    after = entry("a", "sibling decision", "2025-02-13", child="Ada", outcome="assessment", reason="she told")
    (found,) = disclosed(seen(SAID, before, after, *HOME))
    decided = {each.child: each.decided.root for each in found.children if each.decided}
    assert decided == {"Ada": "a"}
