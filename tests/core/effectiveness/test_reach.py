"""Whether a source can answer a rule at all, and if not, what is lacking."""

import pytest

from heeded.core.chronology.carriage import Carriage
from heeded.core.effectiveness.reach import Reach
from heeded.core.procedures.amount import Amount, Unit
from heeded.core.procedures.pattern import Comparison, Condition, Pattern, Scope
from heeded.core.procedures.rule import (
    Ban,
    Content,
    Duty,
    ForEach,
    Form,
    Gate,
    Occurrence,
    OfFinding,
    Recurring,
    Rule,
    Spoilt,
    StatedDay,
    Within,
)

WEEK = Within(Amount(5, Unit.WORKING_DAY))
REFERRAL, DECISION = Pattern("referral received"), Pattern("referral decision")
CLOSED, MEDICAL = Pattern("case closed"), Pattern("child protection medical")
SEEN = Pattern("visit", (Condition("child seen", Comparison.IS, (True,)),))
STARTS, ENDS = Pattern("protection plan started"), Pattern("protection plan ended")

CARRIED = {
    "referral received": frozenset({"source"}),
    "case closed": frozenset({"reason"}),
    "protection plan started": None,
    "protection plan ended": None,
    "visit": frozenset({"purpose"}),
}
REACH = Reach((Carriage("census", CARRIED),), {"referral received": frozenset({"referral"})})


def rule(form: Form, per: str = "child", *, name: str = "rule", **limits: object) -> Rule:
    """A rule of that form, as an audit sees it."""
    return Rule(name=name, form=form, per=per, owed_by="children's social care", **limits)  # type: ignore[arg-type]


DECIDE = Duty(Occurrence((REFERRAL,)), (DECISION,), WEEK)
CLOSE = Duty(Occurrence((REFERRAL,)), (CLOSED,), WEEK)
PLAN = Scope((STARTS,), (ENDS,))

LACKING = [
    ("an answer is not carried", rule(DECIDE), ("referral decision",)),
    ("everything is carried", rule(CLOSE), ()),
    ("one trigger of two is enough", rule(Duty(Occurrence((MEDICAL, REFERRAL)), (CLOSED,), WEEK)), ()),
    (
        "no trigger is carried",
        rule(Duty(Occurrence((MEDICAL,)), (CLOSED,), WEEK)),
        ("child protection medical",),
    ),
    (
        "one answer of two is not enough",
        rule(Duty(Occurrence((REFERRAL,)), (CLOSED, DECISION), WEEK)),
        ("referral decision",),
    ),
    (
        "what would void it must be carried",
        rule(Duty(Occurrence((REFERRAL,)), (CLOSED,), WEEK, unless=(MEDICAL,))),
        ("child protection medical",),
    ),
    (
        "a field is not carried",
        rule(Recurring((SEEN,), (WEEK,)), scope=PLAN),
        ("visit: child seen",),
    ),
    (
        "the day by which it is owed is not carried",
        rule(Duty(Occurrence((REFERRAL,)), (CLOSED,), StatedDay("date"))),
        ("referral received: date",),
    ),
    ("a state is not carried", rule(CLOSE, scope=Scope((DECISION,), (CLOSED,))), ("referral decision",)),
    (
        "a state that it stands apart from is not carried",
        rule(CLOSE, apart=Scope((CLOSED,), (DECISION,))),
        ("referral decision",),
    ),
    ("a gate's need is not carried", rule(Gate((CLOSED,), ((DECISION,),))), ("referral decision",)),
    (
        "what a gate looks back to is not carried",
        rule(Gate((CLOSED,), ((REFERRAL,),), since=(MEDICAL,))),
        ("child protection medical",),
    ),
    ("a ban on what is not carried", rule(Ban((MEDICAL,)), scope=PLAN), ("child protection medical",)),
    (
        "a content that is not carried",
        rule(Content((REFERRAL,), (Condition("in writing", Comparison.STATED),))),
        ("referral received: in writing",),
    ),
    (
        "the household is not carried",
        rule(CLOSE, for_each=ForEach.OTHER_CHILD),
        ("household joined", "household left"),
    ),
    (
        "access is not carried",
        rule(CLOSE, for_each=ForEach.ADULT_WITH_ACCESS),
        ("household joined", "household left", "access began", "access ended"),
    ),
    ("events are tied together", rule(CLOSE, "referral"), ()),
    ("events are not tied together", rule(CLOSE, "plan"), ("which plan an event belongs to",)),
    ("households tie nothing together", rule(CLOSE, "household"), ("household joined", "household left")),
]


@pytest.mark.parametrize(("rule", "lacking"), [row[1:] for row in LACKING], ids=[row[0] for row in LACKING])
def test_what_is_lacking_is_named(rule: Rule, lacking: tuple[str, ...]) -> None:
    assert REACH.beyond(rule, [rule]) == lacking


def test_a_rule_that_starts_on_anothers_finding_needs_what_that_one_needs() -> None:
    first = rule(DECIDE, name="decide")
    second = rule(Duty(OfFinding("decide", Spoilt.OVERDUE), (CLOSED,), WEEK), name="then")
    assert REACH.beyond(second, [first, second]) == ("referral decision",)


def test_rules_that_start_on_one_another_in_a_circle_end_the_search() -> None:
    one = rule(Duty(OfFinding("two", Spoilt.OVERDUE), (CLOSED,), WEEK), name="one")
    two = rule(Duty(OfFinding("one", Spoilt.OVERDUE), (DECISION,), WEEK), name="two")
    assert REACH.beyond(one, [one, two]) == ("referral decision",)


def test_two_sources_together_do_not_answer_for_one_pattern() -> None:
    """Each may carry one of two fields, but neither tells of an event with both."""
    both = Pattern(
        "visit",
        (
            Condition("child seen", Comparison.IS, (True,)),
            Condition("purpose", Comparison.IS, ("assessment",)),
        ),
    )
    one = Carriage("one", {"visit": frozenset({"child seen"})})
    two = Carriage("two", {"visit": frozenset({"purpose"})})
    wanted = rule(Ban((both,)))
    assert Reach((one,), {}).beyond(wanted, []) == ("visit: purpose",)
    assert Reach((one, two), {}).beyond(wanted, []) == ("visit: child seen and purpose together",)


def test_since_when_a_rule_can_be_answered_is_the_latest_of_what_it_needs() -> None:
    """Closures are told of since 10, decisions since 20, referrals ever; triggers set no bound."""
    always = Carriage("one", {"referral received": None})
    later = Carriage("two", {"case closed": None}, since=10)
    latest = Carriage("three", {"referral decision": None}, since=20)
    reach = Reach((always, later, latest), {})
    close_or_decide = Duty(Occurrence((REFERRAL,)), (CLOSED,), WEEK, unless=(DECISION,))
    assert reach.since(rule(CLOSE), []) == 10
    assert reach.since(rule(close_or_decide), []) == 20
    assert reach.since(rule(Duty(Occurrence((CLOSED,)), (REFERRAL,), WEEK)), []) is None


def test_the_source_that_reaches_back_furthest_counts() -> None:
    one = Carriage("one", {"case closed": None}, since=10)
    two = Carriage("two", {"case closed": None}, since=5)
    assert Reach((one, two), {}).since(rule(CLOSE), []) == 5
