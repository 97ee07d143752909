"""Rules: each form, what is said about a rule, and what is refused, with its line."""

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
    Tier,
    Within,
)
from tests.core.procedures.language.written import block, handbook, mistakes, only, rule

DAYS_10 = Within(Amount(10, Unit.WORKING_DAY))


def test_a_duty() -> None:
    found = rule(
        """\
rule referral-decision
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
        when=Occurrence((Pattern("referral received", (), 10),)),
        must=(Pattern("referral decision", (), 11),),
        within=Within("decision time", of_knowing=True),
        unless=(Pattern("referral withdrawn", (), 13), Pattern("case closed", (), 14)),
    )
    assert (found.name, found.ref, found.per, found.line) == ("referral-decision", "RE-02", "referral", 2)
    assert (found.agreed, found.tier) == ("Working Together 2023, chapter 3", Tier.GUIDANCE)
    assert (found.since, found.until) == (date(2023, 12, 15), date(2025, 11, 6))
    assert found.departure_by == ("head of service", "team manager")
    assert (found.unverified, found.owner) == ("the chapter was not read", "safeguarding partners")
    assert (found.review_by, found.owed_by) == (date(2027, 3, 31), "children's social care")


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


DUTY = "rule a\n per child\n when disclosure\n must disclosure weighed\n within 1 day\n"


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
