"""Running examples: what the definition finds is held against what an example expects."""

from __future__ import annotations

import pytest

from heeded.adapters.handbooks.folder import read_folder
from heeded.core.evaluation.examples import ready_to_run, run_example
from heeded.core.procedures.mistake import Mistake
from tests.core.procedures.language.written import SAMPLE, STANDING, block, handbook, only

RULE = (
    "rule referral-decision\n per referral\n when referral received\n must referral decision\n"
    " within 1 working day\n" + STANDING
)
TABLE = (
    "| when | what | which |\n|---|---|---|\n"
    "| 2024-03-08 16:00 | referral received | referral 1 |\n"
    "| 2024-03-12 | referral decision | referral 1 |\n"
    "judged 2024-03-20\n"
)


def run(expected: str, rule: str = RULE, table: str = TABLE) -> tuple[Mistake, ...]:
    book = handbook(block("rule", rule), block("example", table + expected, "a late decision"))
    return run_example(book.examples[0], book)


def test_every_example_of_the_sample_agrees() -> None:
    book = read_folder(SAMPLE).handbook
    assert book is not None
    assert len(book.examples) > 15
    for example in book.examples:
        assert ready_to_run(example, book)
        assert run_example(example, book) == (), example.title


@pytest.mark.parametrize(
    "expected",
    [
        "expect referral-decision kept late\n",
        "expect referral-decision kept late due 2024-03-11\n",
        "expect referral-decision kept late for the child due 2024-03-11 23:59\n",
    ],
)
def test_what_is_expected_and_found(expected: str) -> None:
    assert run(expected) == ()


@pytest.mark.parametrize(
    ("expected", "what"),
    [
        (
            "expect referral-decision kept\n",
            "“a late decision” expects referral-decision kept, but it is found kept late for the child due",
        ),
        (
            "expect referral-decision kept late due 2024-03-12\n",
            "expects referral-decision kept late due 2024-03-12, but it is found kept late for the child due",
        ),
        (
            "expect referral-decision not owed\n",
            "referral-decision is found kept late for the child due 2024-03-11",
        ),
    ],
)
def test_what_is_expected_and_not_found(expected: str, what: str) -> None:
    mistake = only(run(expected))
    assert mistake.line == 7
    assert what in mistake.what
    assert mistake.remedy


def test_a_finding_too_many_is_named_where_its_rule_is() -> None:
    table = TABLE.replace("judged", "| 2024-03-08 | referral received | referral 2 |\njudged")
    mistake = only(run("expect referral-decision kept late\n", table=table))
    assert (mistake.line, "overdue for the child due 2024-03-11, which is not expected" in mistake.what) == (
        8,
        True,
    )


@pytest.mark.parametrize(
    ("rule", "table", "reason"),
    [
        (RULE, TABLE.replace("referral 1", ""), "no event says which referral it belongs to"),
        (RULE, TABLE.replace("2024-", "2019-"), "no edition was in force on the days of its events"),
        (
            RULE + " in force from 2025-01-01\n",
            TABLE,
            "the rule was not in force on the days of its events",
        ),
    ],
)
def test_the_likely_reason_why_nothing_is_found(rule: str, table: str, reason: str) -> None:
    mistake = only(run("expect referral-decision kept late\n", rule, table))
    assert f"but it is not owed: {reason}" in mistake.what


def test_a_rule_that_is_switched_off_is_tried_as_if_it_had_commenced() -> None:
    assert run("expect referral-decision kept late\n", RULE + " pending not commenced\n") == ()


def test_a_wording_that_is_switched_off_leaves_the_one_in_force_alone() -> None:
    assert run("expect referral-decision kept late\n", RULE + RULE + " pending not commenced\n") == ()


def test_a_rule_is_run_with_those_that_it_starts_on() -> None:
    rules = RULE + (
        "rule second\n per referral\n when referral-decision is overdue\n must referral chased\n"
        " within 1 working day\n" + STANDING
    )
    assert run("expect second overdue due 2024-03-12\n", rules) == ()


def test_an_example_waits_for_a_rule_that_could_not_be_read_or_turns_in_a_circle() -> None:
    book = handbook(block("rule", RULE), block("example", TABLE + "expect other kept\n", "x"))
    assert not ready_to_run(book.examples[0], book)
    circle = RULE.replace("when referral received", "when referral-decision is overdue")
    book = handbook(block("rule", circle), block("example", TABLE + "expect referral-decision kept\n", "x"))
    assert not ready_to_run(book.examples[0], book)
