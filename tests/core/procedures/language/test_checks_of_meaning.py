"""The checker: rules that nobody can meet, and events that would answer themselves."""

from __future__ import annotations

import pytest

from tests.core.procedures.language.checked import BAN, DUTY, GATE, RECURRING, found, when
from tests.core.procedures.language.written import STANDING, only


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (
            DUTY.replace("weighed", "weighed where told back and not told back"),
            5,
            "as “must” says of “told back”",
        ),
        (
            DUTY.replace("disclosure\n", "disclosure where alone is stated and alone is not stated\n", 1),
            4,
            "alone",
        ),
        (when("referral received where source is school and source is any of police"), 4, "“source”"),
        (when("injury observed where count over 3 and count under 3"), 4, "“count”"),
        (when("medical opinion where strength at least suspect and strength under suspect"), 4, "“strength”"),
        (when("injury observed where age under 1 year and age at least 12 months"), 4, "“age”"),
        (when("injury observed where age under 0 months"), 4, "“age”"),
        (
            when("injury observed where age at least 5 years").replace("ned", "ned where age under 5 years"),
            5,
            "younger child than what starts it",
        ),
        (RECURRING.replace("1 day", "the same day"), 2, "owed again on the very day"),
    ],
)
def test_rules_that_nobody_can_meet(text: str, line: int, what: str) -> None:
    mistake = found(text + STANDING)[0]
    assert (mistake.line, what in mistake.what, "obody can meet" in mistake.what) == (line, True, True), str(
        mistake
    )


@pytest.mark.parametrize(
    "conditions",
    [
        "count over 3 and count under 4",
        "strength",
        "what is not bruise and what is not burn",
        "implement is not stick and implement is not belt",
        "age at least 12 months and age under 2 years",
        "sites includes any of ear, neck and sites includes torso",
    ],
)
def test_conditions_that_can_be_met_together_are_left_alone(conditions: str) -> None:
    if conditions == "strength":
        text = "medical opinion where strength at least suspect and strength under strong concern"
    else:
        text = f"injury observed where {conditions}"
    assert found(when(text) + STANDING) == []


@pytest.mark.parametrize(
    ("text", "line", "clauses"),
    [
        (DUTY.replace("disclosure weighed", "disclosure"), 5, "both in “when” and in “must”"),
        (DUTY + " unless disclosure\n", 7, "both in “when” and in “unless”"),
        (DUTY + " while disclosure until disclosure weighed\n", 7, "both in “when” and in “while”"),
        (DUTY + " except while case closed until disclosure\n", 7, "both in “when” and in “except while”"),
        (GATE.replace("closure agreed", "case closed"), 5, "both in “before” and in “need”"),
        (GATE + " since case closed\n", 6, "both in “before” and in “since”"),
        (BAN.replace("closure agreed", "case closed"), 4, "both in “never” and in “while”"),
        (RECURRING.replace("concern raised", "visit where child seen"), 4, "both in “must” and in “while”"),
    ],
)
def test_an_event_that_would_answer_itself(text: str, line: int, clauses: str) -> None:
    mistake = only(found(text + STANDING))
    assert (mistake.line, clauses in mistake.what) == (line, True), str(mistake)


def test_a_day_that_is_never_stated() -> None:
    text = (
        "rule a\n per child\n when emergency protection order made where expires is not stated\n"
        " must next step decided\n by expires\n"
    )
    mistake = only(found(text + STANDING))
    assert (mistake.line, "starts where it states none" in mistake.what) == (4, True), str(mistake)
    assert found(text.replace("is not stated", "is stated") + STANDING) == []


def test_one_kind_under_conditions_that_no_one_event_meets_may_answer() -> None:
    text = DUTY.replace("disclosure\n", "visit where not child seen\n", 1).replace(
        "disclosure weighed", "visit where child seen"
    )
    assert found(text + STANDING) == []
