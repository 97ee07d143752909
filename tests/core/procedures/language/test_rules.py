"""Rules: each form, and what is said about a rule."""

from datetime import date

import pytest

from heeded.core.procedures.amount import Amount, Unit
from heeded.core.procedures.pattern import Comparison, Nth, Pattern, Scope
from heeded.core.procedures.rule import (
    Ban,
    Content,
    Duty,
    ForEach,
    Gate,
    Occurrence,
    OfFinding,
    Recurring,
    Spoilt,
    StatedDay,
    Tier,
    Within,
)
from tests.core.procedures.language.written import block, handbook, rule

DAYS_10 = Within(Amount(10, Unit.WORKING_DAY))


def test_a_duty() -> None:
    found = rule(
        """\
rule referral-decision
  asks        Decide what to do about the referral
  ref         RE-02
  agreed      Working Together 2023, chapter 3 · statutory guidance
  unverified  the chapter was not read
  owner       safeguarding partners
  review by   2027-03-31
  in force from 2023-12-15 until 2025-11-06
  per         referral
  when        referral received   # as it reaches the front door
  must        referral decision
  within      decision time of knowing
  unless      referral withdrawn
              or case closed
  owed by     children's social care
  departure by  head of service, team manager
"""
    )
    assert found.form == Duty(
        when=Occurrence((Pattern("referral received", (), 11),)),
        must=(Pattern("referral decision", (), 12),),
        within=Within("decision time", of_knowing=True),
        unless=(Pattern("referral withdrawn", (), 14), Pattern("case closed", (), 15)),
    )
    assert (found.name, found.ref, found.per, found.line) == ("referral-decision", "RE-02", "referral", 2)
    assert (found.agreed, found.tier) == ("Working Together 2023, chapter 3", Tier.GUIDANCE)
    assert (found.since, found.until) == (date(2023, 12, 15), date(2025, 11, 6))
    assert found.departure_by == ("head of service", "team manager")
    assert (found.unverified, found.owner) == ("the chapter was not read", "safeguarding partners")
    assert (found.review_by, found.owed_by) == (date(2027, 3, 31), "children's social care")
    assert found.title == "Decide what to do about the referral"


def test_a_rule_that_says_in_no_plain_words_what_it_asks_is_called_by_its_name() -> None:
    found = rule(
        """\
rule referral-is-decided
  agreed      the agreement of 2024 · local procedure
  per         referral
  when        referral received
  must        referral decision
  within      1 working day
  owed by     children's social care
"""
    )
    assert (found.asks, found.title) == ("", "Referral is decided")


def test_each_step_of_a_ladder_asks_the_same() -> None:
    steps = handbook(
        block(
            "rule",
            """\
ladder disagreement
  asks      Settle the disagreement
  agreed    the agreement of 2024 · local procedure
  per       disagreement
  when      disagreement opened
  until     disagreement resolved
  step      the practitioners within 1 working day
  step      their managers within 2 working days
""",
        )
    ).rules
    assert [step.title for step in steps] == ["Settle the disagreement"] * 2


@pytest.mark.parametrize(
    ("when", "number"),
    [("second", 2), ("third", 3), ("tenth", 10), ("2nd", 2), ("11th", 11)],
)
def test_a_duty_that_counts(when: str, number: int) -> None:
    found = rule(
        f"rule a\n per child\n when {when} contact received within 12 months\n"
        " must history considered\n within 1 day\n"
    )
    assert isinstance(found.form, Duty)
    assert found.form.when == Occurrence(
        (Pattern("contact received", (), 4),), Nth(number, Amount(12, Unit.MONTH))
    )


@pytest.mark.parametrize("spoilt", list(Spoilt))
def test_a_duty_that_starts_on_a_finding(spoilt: Spoilt) -> None:
    found = rule(f"rule a\n per child\n when rule-b is {spoilt}\n must case reopened\n within the same day\n")
    assert isinstance(found.form, Duty)
    assert found.form.when == OfFinding("rule-b", spoilt)
    assert found.form.within == Within(Amount(0, Unit.SAME_DAY))


def test_a_recurring_duty() -> None:
    found = rule(
        """\
rule seen
  per plan
  while protection plan started
    until protection plan ended
  must visit where child seen alone
  first within 5 days
  second within visiting time
  every 10 working days
"""
    )
    assert isinstance(found.form, Recurring)
    assert found.form.every == (Within(Amount(5, Unit.DAY)), Within("visiting time"), DAYS_10)
    assert found.scope == Scope(
        (Pattern("protection plan started", (), 4),), (Pattern("protection plan ended", (), 5),), None, 4
    )


def test_a_duty_owed_by_the_day_that_its_event_states() -> None:
    found = rule(
        "rule a\n per child\n when emergency protection order made or emergency protection order extended\n"
        " must next step decided\n by Expires\n guards the child\n   by the court's own day\n"
    )
    assert isinstance(found.form, Duty)
    assert found.form.within == StatedDay("expires")
    assert found.guards == "the child by the court's own day"


def test_a_gate_with_several_needs() -> None:
    found = rule(
        """\
rule leaving
  per child
  before hospital discharge or child returned home
  need strategy discussion
  need senior paediatric review or child protection medical
  since injury observed where suspected
  within 1 month
  except while police protection started until police protection ended
  guards return home
"""
    )
    assert isinstance(found.form, Gate)
    assert [[each.kind for each in need] for need in found.form.need] == [
        ["strategy discussion"],
        ["senior paediatric review", "child protection medical"],
    ]
    assert [each.kind for each in found.form.since] == ["injury observed"]
    assert found.form.within == Within(Amount(1, Unit.MONTH))
    assert found.apart is not None
    assert found.guards == "return home"


def test_a_ban() -> None:
    found = rule(
        "rule open\n per child\n"
        " while disagreement opened until disagreement resolved matching disagreement\n never case closed\n"
    )
    assert found.form == Ban((Pattern("case closed", (), 5),))
    assert found.scope is not None
    assert found.scope.matching == "disagreement"


def test_required_content() -> None:
    found = rule(
        "rule said\n per child\n when strategy discussion\n must state decision, reason, owner and date\n"
        " must show attended by police and health and held as is meeting\n"
    )
    assert isinstance(found.form, Content)
    assert [(each.field, each.comparison) for each in found.form.conditions] == [
        *((name, Comparison.STATED) for name in ("decision", "reason", "owner", "date")),
        ("attended by", Comparison.ALL_OF),
        ("held as", Comparison.IS),
    ]
    assert {each.line for each in found.form.conditions} == {5, 6}


@pytest.mark.parametrize("each", list(ForEach))
def test_a_rule_for_each(each: ForEach) -> None:
    found = rule(
        f"rule a\n per child\n for {each}\n when injury observed\n must sibling decision\n within 1 day\n"
    )
    assert found.for_each is each


def test_a_limit_and_a_rule_switched_off() -> None:
    found = rule(
        "rule a\n per child\n while section 47 started until section 47 ended\n when injury observed\n"
        " must strategy discussion\n within 1 day\n pending not commenced: the Act of 2026\n"
    )
    assert found.scope is not None
    assert found.pending == "not commenced: the Act of 2026"
    assert not found.in_force(date(2030, 1, 1))


def test_two_rules_in_one_block_with_tabs_and_comments() -> None:
    book = handbook(
        block(
            "rule",
            "# both\nrule a\n\tper child\n\twhen injury observed\n\tmust strategy discussion\n"
            "\twithin 1 day\n\n  # the second\nrule b\nper child\nwhen disclosure\nmust disclosure weighed\n"
            "within 1 day\n",
        )
    )
    assert [(each.name, each.line) for each in book.rules] == [("a", 3), ("b", 10)]


@pytest.mark.parametrize("joint", [" · ", "; ", " - ", " | ", ", "])
def test_the_tier_follows_any_mark_that_people_can_type(joint: str) -> None:
    found = rule(
        f"rule a\n agreed Act, section 47{joint}Statute\n per child\n when disclosure\n"
        " must disclosure weighed\n within 1 day\n"
    )
    assert (found.agreed, found.tier) == ("Act, section 47", Tier.STATUTE)


def test_a_ladder_stands_for_a_duty_a_step() -> None:
    book = handbook(
        block(
            "rule",
            """\
ladder disagreement
  ref      DIS-01
  agreed   London procedures · local procedure
  per      disagreement
  when     disagreement opened
  until    disagreement resolved
  step     the practitioners   within 1 working day
  step     their managers      within manager time
  in force until 2030-01-01
""",
        )
    )
    first, second = book.rules
    assert (first.name, first.owed_by, first.line) == ("disagreement-step-1", "the practitioners", 8)
    assert (second.name, second.owed_by, second.line) == ("disagreement-step-2", "their managers", 9)
    assert isinstance(first.form, Duty)
    assert isinstance(second.form, Duty)
    assert first.form.when == Occurrence((Pattern("disagreement opened", (), 6),))
    assert second.form.when == OfFinding("disagreement-step-1", Spoilt.OVERDUE)
    assert first.form.must == second.form.must == (Pattern("disagreement resolved", (), 7),)
    assert second.form.within == Within("manager time")
    assert {each.ladder for each in book.rules} == {"disagreement"}
    assert {(each.ref, each.tier, each.per, each.until) for each in book.rules} == {
        ("DIS-01", Tier.LOCAL, "disagreement", date(2030, 1, 1))
    }
