"""The checker: rules without standing, events that nothing ties, deadlines that cannot be worked out."""

from __future__ import annotations

from datetime import date

import pytest

from heeded.adapters.handbooks.folder import read_folder
from heeded.core.procedures.check import mistakes_in
from heeded.core.procedures.handbook import Edition
from tests.core.procedures.language.checked import BAN, DUTY, GATE, found
from tests.core.procedures.language.written import SAMPLE, STANDING, TODAY, block, handbook, only


def test_a_small_complete_handbook_has_no_mistake() -> None:
    read = read_folder(SAMPLE)
    assert read.mistakes == ()
    assert read.handbook is not None
    assert mistakes_in(read.handbook, TODAY) == ()


def test_a_sound_rule_has_no_mistake() -> None:
    assert found(DUTY + STANDING) == []


@pytest.mark.parametrize(
    ("gone", "what"),
    [
        ("agreed", "does not say who agreed it"),
        ("owner", "does not say who keeps it"),
        ("review by", "does not say by when it is looked at again"),
        ("owed by", "does not say who owes it"),
    ],
)
def test_a_rule_without_standing(gone: str, what: str) -> None:
    standing = "".join(line for line in STANDING.splitlines(keepends=True) if gone not in line)
    mistake = only(found(DUTY + standing))
    assert (mistake.line, mistake.what, mistake.grave) == (2, f"The rule “a” {what}.", True)
    assert f"“{gone} " in mistake.remedy


def test_a_review_date_in_the_past_is_a_warning() -> None:
    mistake = only(found(DUTY + STANDING, today=date(2031, 4, 1)))
    assert (mistake.line, mistake.grave) == (2, False)
    assert "was to be reviewed by 2031-03-31" in mistake.what


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (
            DUTY.replace("child", "injury"),
            5,
            "“disclosure weighed” in “must” of “a” does not say which injury",
        ),
        (
            DUTY.replace("per child", "per disclosure").replace("must disc", "must case reopened or disc"),
            5,
            "“ca",
        ),
        (DUTY.replace("child", "disclosure") + " unless case closed\n", 7, "“case closed” in “unless”"),
        (GATE.replace("child", "plan") + " since injury observed\n", 6, "“injury observed” in “since”"),
        (GATE.replace("child", "plan").replace("closure agreed", "death"), 5, "“death” in “need” of “a”"),
        (
            BAN.replace("agreed", "agreed matching enquiry")
            .replace("concern", "x")
            .replace("x r", "concern r"),
            0,
            "",
        ),
        (BAN.replace("closure agreed", "closure agreed matching injury"), 4, "“closure agreed” in “while”"),
        (
            DUTY + " for each adult with access\n",
            5,
            "“disclosure weighed” in “must” of “a” does not say which person",
        ),
    ],
)
def test_events_that_nothing_ties_together(text: str, line: int, what: str) -> None:
    if not line:
        assert found(text + STANDING) == []
        return
    mistake = only(found(text + STANDING))
    assert (mistake.line, what in mistake.what) == (line, True), str(mistake)


def test_the_remedy_for_an_untied_event_names_the_keys_that_would_do() -> None:
    text = DUTY.replace("child", "incident").replace("weighed", "weighed or injury observed")
    assert "can be tied by: child, household." in only(found(text + STANDING)).remedy


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (DUTY.replace("1 day", "some time"), 2, "within “some time”, but there is no such amount"),
        (DUTY.replace("1 day", "decision tmie"), 2, "Did you mean “decision time”"),
        (DUTY.replace("1 day", "late time"), 3, "no line that holds everywhere on 2020-01-01"),
        (DUTY.replace("1 day", "local time"), 3, "no line that holds everywhere on 2020-01-01"),
        (DUTY.replace("1 day", "1 day of knowing"), 2, "“the one who heard” knew, which names no agency"),
        (
            DUTY.replace("1 day", "1 day of knowing").replace("disclosure\n", "b is overdue\n", 1),
            2,
            "which is no news to anyone",
        ),
    ],
)
def test_deadlines_that_cannot_be_worked_out(text: str, line: int, what: str) -> None:
    amounts = (
        "decision time\n from 2020-01-01 1 day agreed x\n",
        "late time\n from 2020-01-02 1 day agreed x\n",
        "local time\n from 2019-01-01 1 day in Anytown agreed x\n",
    )
    standing = STANDING.replace("children's social care", "the one who heard")
    other = DUTY.replace("rule a", "rule b")
    mistakes = [each for each in found(text + standing + other + standing, *amounts) if each.grave]
    assert (mistakes[0].line, what in mistakes[0].what) == (line, True), str(mistakes[0])
    assert len(mistakes) == 1


def test_an_amount_must_reach_back_to_the_rules_own_first_day_only() -> None:
    text = DUTY.replace("1 day", "late time") + " in force from 2021-01-01\n" + STANDING
    assert found(text, "late time\n from 2020-06-01 1 day agreed x\n") == []


def test_an_amount_that_no_rule_uses_is_a_warning() -> None:
    mistake = only(found(DUTY + STANDING, "a time\n from 2020-01-01 1 day agreed x\n"))
    assert (mistake.line, mistake.grave) == (3, False)


def test_editions_must_begin_within_the_calendar() -> None:
    book = handbook(block("rule", DUTY + STANDING), editions=[Edition("1999", "1999", date(1999, 1, 1))])
    assert any(
        "begins on 2000-01-01, after the first edition" in each.what for each in mistakes_in(book, TODAY)
    )


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (DUTY.replace("must disclosure weighed", "must injury beyond one source"), 5, "in “must” of “a”"),
        (DUTY + " unless assumption contradicted\n", 7, "in “unless” of “a”"),
        (GATE.replace("need closure agreed", "need possible source"), 5, "in “need” of “a”"),
    ],
)
def test_what_the_record_draws_is_asked_of_nobody(text: str, line: int, what: str) -> None:
    mistake = only(found(text + STANDING))
    assert (mistake.line, what in mistake.what) == (line, True), str(mistake)
    assert "nobody can do it" in mistake.what


def test_what_the_record_draws_may_begin_a_rule() -> None:
    text = DUTY.replace("when disclosure", "when injury beyond one source") + " for each possible source\n"
    assert found(text.replace("disclosure weighed", "possible source considered") + STANDING) == []


def test_what_the_record_draws_may_be_what_a_gate_looks_back_to() -> None:
    assert found(GATE + " since possible source\n" + STANDING) == []
