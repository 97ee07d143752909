"""Rules that cannot be read: each is refused with its line and what to write instead."""

import pytest

from tests.core.procedures.language.checked import DUTY, GATE
from tests.core.procedures.language.written import mistakes, only

BY_EXPIRES = (
    "rule a\n per child\n when emergency protection order made\n must next step decided\n by expires\n"
)


@pytest.mark.parametrize(
    ("text", "line", "what", "remedy"),
    [
        ("", 1, "The block is empty", "rule NAME"),
        (" per child\n", 2, "begins with the rule's name", "rule NAME"),
        (DUTY.replace("rule a", "rule"), 2, "“rule” is followed by nothing", "its name"),
        (DUTY.replace("rule a", "rule My Rule"), 2, "cannot be the name of a rule", "“my-rule”"),
        (DUTY.replace(" per child\n", ""), 2, "what ties its events together", "per referral"),
        (DUTY.replace("per child", "per chld"), 3, "“chld” does not tie", "Did you mean “child”"),
        (DUTY.replace("per child", "per child and plan"), 3, "“and plan” cannot be read", "Write one key"),
        (DUTY.replace("within", "witin"), 6, "“witin” is not a word", "Did you mean “within”"),
        (DUTY + " when injury observed\n", 7, "“when” stands twice, first in line 4", "joined by “or”"),
        (DUTY.replace(" when disclosure\n", ""), 2, "This is a duty, but it has no “when”", "when …"),
        (DUTY.replace(" within 1 day\n", ""), 2, "it has no “within”", "within …"),
        (DUTY.replace(" within 1 day\n", ""), 2, "it has no “within”", "“by …”"),
        (DUTY + " by time\n", 7, "Both “within” and “by”", "a second rule"),
        (DUTY.replace("within 1 day", "by"), 6, "has no field “nothing”", "Its fields"),
        (DUTY.replace("within 1 day", "by expires"), 6, "has no field “expires”", "Its fields"),
        (DUTY.replace("within 1 day", "by words"), 6, "“words” states no day", "a field of a date"),
        (BY_EXPIRES.replace("by expires", "by expires at noon"), 6, "“at noon” cannot be read", "one field"),
        (
            BY_EXPIRES.replace("made\n", "made or case closed\n"),
            6,
            "“case closed” has no field",
            "Its fields",
        ),
        (BY_EXPIRES.replace("emergency protection order made", "b is overdue"), 6, "no day", "within …"),
        (GATE + " by outcome\n", 6, "“by” does not belong to a gate; it belongs to a duty", ""),
        (DUTY.replace("1 day", "0 days"), 6, "0 is not a number of days", "at least 1"),
        (DUTY.replace("1 day", "-1 day"), 6, "is not an amount of time", "15 working days"),
        (DUTY.replace("1 day", "3 fortnights"), 6, "is not a unit of time", "working days"),
        (DUTY.replace("1 day", ""), 6, "“within” is followed by nothing", "an amount of time"),
        (DUTY.replace("1 day", "10% of it"), 6, "is not an amount of time", "15 working days"),
        (DUTY.replace("1 day", "Decision Time"), 6, "cannot be the name of an amount", "small letters"),
        (DUTY + " never case closed\n", 2, "This is a ban, but it has no “while”", "while …"),
        (DUTY + " since injury observed\n", 7, "“since” does not belong to a duty; it belongs to a gate", ""),
        ("rule a\n per child\n", 2, "does not say what is owed", "gate: before, need"),
        (DUTY + " agreed the partners\n", 7, "what kind of agreement", "statutory guidance"),
        (DUTY + " agreed\n", 7, "“agreed” is followed by nothing", "the source"),
        (
            DUTY + " owed by the hospital\n   unless case closed\n",
            8,
            "continues “owed by”, but begins with “unless”",
            "like the other clauses",
        ),
        (DUTY + " review by March 2027\n", 7, "“March 2027” is not a date", "2024-03-08"),
        (DUTY + " review by 2027-02-30\n", 7, "is not a date of the calendar", "2024-03-08"),
        (DUTY + " until 2020-01-01\n in force from 2021-01-01\n", 7, "ends before it begins", "earlier"),
        (DUTY + " until protection plan ended\n", 7, "takes a date", "on the line of that “while”"),
        (DUTY + " while section 47 started\n", 7, "does not say when this ends", "until"),
        (
            DUTY + " for each adult with access\n for each other child in the household\n",
            8,
            "two sorts of people",
            "two rules",
        ),
        (DUTY.replace("when", "when third"), 4, "within what time", "within 12 months"),
        (DUTY.replace("when", "when 1st"), 4, "begins at the second", "Leave the number out"),
        (
            DUTY.replace("disclosure\n must", "second disclosure within ages\n must"),
            4,
            "not an amount",
            "15 working days",
        ),
        (DUTY.replace("when disclosure", "when disclosure within 1 day"), 4, "“within 1 day” cannot", ""),
        (
            "rule a\n per child\n when disclosure\n must state colour\n",
            5,
            "has no field “colour”",
            "Its fields: speaker",
        ),
        (
            "rule a\n per child\n when disclosure or injury observed\n must state words\n",
            5,
            "“injury observed” has no field “words”",
            "Its fields: what",
        ),
        (
            "rule a\n per child\n when disclosure\n must state words or heard by\n",
            5,
            "“or heard by” cannot be read",
            "commas",
        ),
        (
            (
                "rule a\n per plan\n while protection plan started until protection plan ended\n must visit\n"
                " second within 2 days\n every 3 days\n"
            ),
            2,
            "leave one out",
            "first within",
        ),
        (
            "ladder a\n per disagreement\n when disagreement opened\n until disagreement resolved\n",
            2,
            "The ladder has no “step”",
            "step …",
        ),
        (
            (
                "ladder a\n per disagreement\n when disagreement opened\n until disagreement resolved\n"
                " step someone\n"
            ),
            6,
            "does not say both who acts and within what time",
            "their managers within",
        ),
        (
            (
                "ladder a\n per disagreement\n when disagreement opened\n until disagreement resolved\n"
                " step x within 1 day\n never case closed\n"
            ),
            7,
            "“never” is not a word",
            "step",
        ),
    ],
)
def test_refusals(text: str, line: int, what: str, remedy: str) -> None:
    found = only(mistakes(text)[:1])
    assert (found.line, what in found.what, remedy in str(found)) == (line, True, True), str(found)


def test_every_mistake_of_a_rule_is_told_in_the_order_of_the_text() -> None:
    found = mistakes(
        "rule a\n per chld\n when disclsure\n must disclosure wieghed\n within 0 days\n review by soon\n"
    )
    assert [each.line for each in found] == [3, 4, 5, 6, 7]


def test_a_rule_with_a_mistake_is_left_out_and_the_next_one_read() -> None:
    found = mistakes(DUTY.replace("1 day", "0 days") + DUTY.replace("rule a", "rule b"))
    assert [each.line for each in found] == [6]
