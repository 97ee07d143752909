"""A handbook told in plain English: rules explained, steps drawn, editions compared, texts found again."""
# ruff: noqa: E501 - a paragraph is compared in long pieces

from dataclasses import replace
from functools import cache

import pytest

from heeded.adapters.handbooks.folder import read_folder
from heeded.core.procedures.account.diagram import diagram
from heeded.core.procedures.account.difference import Changed, difference
from heeded.core.procedures.account.explain import explain
from heeded.core.procedures.account.outline import outline
from heeded.core.procedures.account.source import Source, source_of
from heeded.core.procedures.handbook import Handbook
from tests.core.procedures.language.written import SAMPLE, block, handbook


@cache
def sample() -> Handbook:
    read = read_folder(SAMPLE)
    assert read.handbook is not None
    return read.handbook


def explained(name: str) -> str:
    (rule,) = sample().rules_named(name)
    return explain(rule, sample())


def test_a_duty_explained_with_every_dated_amount() -> None:
    assert explained("referral-decision") == (
        "When there is “referral received”, then “referral decision” must follow within “decision time” "
        "(2 working days from 1 January 2020; 1 working day from 1 January 2024; 2 working days from 1 January "
        "2024 in Otherton (unverified)), for the same referral. If “referral withdrawn” comes first, it is owed "
        "no longer. Owed by children's social care. "
        "Agreed: Working Together 2023, chapter 3 (statutory guidance)."
    )


def test_a_counted_duty_explained() -> None:
    assert explained("third-contact") == (
        "When there is “contact received”, from the third within 12 months on, then “history considered” "
        "(episodes is stated) must follow within 3 days, counted from when whoever owes it came to know. "
        "Owed by children's social care. Head of service may depart from it with a reason. "
        "Agreed: the agreement of 2024, paragraph 5 (local procedure)."
    )


def test_a_recurring_duty_explained() -> None:
    assert explained("seen-while-on-a-plan").startswith(
        "From “protection plan started” until “protection plan ended”, there must be “visit” (child seen alone) "
        "again and again, for the same plan: the first within 5 days, and after that every “visiting time” "
        "(10 working days from 1 January 2020), counted from the start and then from one to the next. "
        "Owed by lead social worker."
    )


def test_a_gate_explained() -> None:
    assert explained("speak-before-leaving-hospital").startswith(
        "Before “hospital discharge”, there must have been “strategy discussion” (attended by includes any of "
        "police or health). Only what came after the latest “injury observed” (suspected) counts. Where there was "
        "none, nothing is needed. What is older than 1 month does not count. Owed by hospital. "
        "It does not apply from “police protection started” until “police protection ended”. "
        "It guards: leaving hospital."
    )


def test_a_ban_explained() -> None:
    assert explained("no-closing-over-a-disagreement") == (
        "From “disagreement opened” until “disagreement resolved” about the same disagreement, there must be no "
        "“case closed”. Owed by children's social care. Agreed: the agreement of 2024, paragraph 12 "
        "(local procedure). In force from 1 January 2024."
    )


def test_required_content_explained() -> None:
    assert explained("strategy-discussion-decides").startswith(
        "Whenever there is “strategy discussion”, its own record must state decision, reason and owner and show "
        "attended by social care, police and health and held as is meeting. Owed by children's social care."
    )


def test_a_step_of_a_ladder_and_a_rule_for_each_child_explained() -> None:
    assert explained("disagreement-step-2").startswith(
        "When “disagreement-step-1” is overdue, then “disagreement"
    )
    assert "It is judged for each other child in the household." in explained("siblings-each-get-a-decision")
    assert explained("siblings-each-get-a-decision").endswith("Unverified: the review was read in summary.")


def test_limits_switched_off_and_the_same_day_explained() -> None:
    book = handbook(
        block(
            "rule",
            "rule a\n per child\n while section 47 started until section 47 ended\n when injury observed\n"
            " must strategy discussion\n within the same day\n pending not commenced\n until 2030-12-31\n",
        )
    )
    told = explain(book.rules[0], book)
    assert "must follow on the same day." in told
    assert "This holds only from “section 47 started” until “section 47 ended”." in told
    assert "In force until 31 December 2030. Switched off: not commenced." in told


def test_every_rule_is_explained_in_one_paragraph() -> None:
    for rule in sample().rules:
        told = explain(rule, sample())
        assert "\n" not in told
        assert told.endswith(".")
        assert ".." not in told


def test_the_outline_follows_the_order_of_the_work() -> None:
    lines = outline(sample()).splitlines()
    steps = [line for line in lines if line[:1].isdigit()]
    assert steps == ["1. Deciding on a referral", "2. Meeting, visiting and going home", "3. Disagreeing"]
    at = lines.index("   A-01 referral-decision (duty, owed by children's social care)")
    assert lines[at + 1 : at + 3] == [
        "      when “referral received”",
        "      → “referral decision” within decision time",
    ]


def test_the_diagram_joins_events_and_rules() -> None:
    drawn = diagram(sample()).splitlines()
    assert drawn[0] == "flowchart LR"
    assert '  subgraph step1["Step 1: Deciding on a referral"]' in drawn
    assert '  e_referral_received(["referral received"])' in drawn
    assert "  e_referral_received --> r_referral_decision" in drawn
    assert "  r_referral_decision --> e_referral_decision" in drawn
    assert "  r_disagreement_step_1 -- overdue --> r_disagreement_step_2" in drawn
    assert "  r_speak_before_leaving_hospital -- guards --> e_hospital_discharge" in drawn
    assert "  e_strategy_discussion -- needed --> r_speak_before_leaving_hospital" in drawn
    assert "  e_protection_plan_started --> r_seen_while_on_a_plan" in drawn
    assert drawn.count("  end") == 3


def test_the_diagram_names_no_node_that_it_does_not_draw() -> None:
    drawn = diagram(sample())
    nodes = {
        line.split("[")[0].split("{")[0].split("(")[0].strip() for line in drawn.splitlines() if '"' in line
    }
    for line in drawn.splitlines():
        if "-->" in line or ".->" in line:
            first, *_, last = line.split()
            assert {first, last} <= nodes, line


def test_a_title_cannot_break_the_diagram() -> None:
    book = sample()
    steps = tuple(replace(step, title='"] end <script>') for step in book.steps)
    assert '"Step 1: #quot;] end #lt;script#gt;"' in diagram(replace(book, steps=steps))


def test_the_difference_between_editions() -> None:
    found = difference(sample(), "2020", "2024")
    assert [rule.name for rule in found.added] == ["no-closing-over-a-disagreement"]
    assert found.gone == ()
    assert found.reworded == ()
    assert found.amounts == (
        Changed("decision time", "", "2 working days", "1 working day"),
        Changed("decision time", "Otherton", "", "2 working days"),
    )


def test_the_difference_the_other_way_round_and_with_itself() -> None:
    back = difference(sample(), "2024", "2020")
    assert [rule.name for rule in back.gone] == ["no-closing-over-a-disagreement"]
    assert back.added == ()
    same = difference(sample(), "2024", "2024")
    assert (same.added, same.gone, same.reworded, same.amounts) == ((), (), (), ())


def test_a_reworded_rule_shows_both_wordings() -> None:
    book = sample()
    (old,) = book.rules_named("strategy-discussion-decides")
    edition = book.editions[0]
    assert edition.until is not None
    worded = (
        replace(old, until=edition.until),
        replace(old, since=book.editions[1].since, owed_by="the chair", line=99),
    )
    others = tuple(rule for rule in book.rules if rule != old)
    (reworded,) = difference(replace(book, rules=(*others, *worded)), "2020", "2024").reworded
    assert reworded.name == old.name
    assert "Owed by children's social care." in reworded.old
    assert "Owed by the chair." in reworded.new


def test_an_unknown_edition_names_those_there_are() -> None:
    with pytest.raises(KeyError, match="choose one of 2020, 2024"):
        difference(sample(), "2020", "2031")


def test_the_text_of_a_rule_is_found_again() -> None:
    (rule,) = sample().rules_named("third-contact")
    source = source_of(rule, sample())
    assert source.prose.startswith("A third contact within a year is read together")
    assert source.block.splitlines()[0] == "rule third-contact"
    assert source.block.splitlines()[-1].split() == ["departure", "by", "head", "of", "service"]


def test_a_rule_that_stands_on_no_page_has_no_text() -> None:
    (rule,) = sample().rules_named("third-contact")
    assert source_of(replace(rule, file="elsewhere.md"), sample()) == Source("", "")
