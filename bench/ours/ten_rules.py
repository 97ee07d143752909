"""The ten timed rules of the benchmark. They are for measuring and agreed by no partnership."""

from datetime import date

from heeded.adapters.handbooks.calendar_file import shipped_calendar
from heeded.core.procedures.amount import Amount
from heeded.core.procedures.handbook import Edition, Handbook
from heeded.core.procedures.pattern import Comparison, Condition, Pattern, Patterns, Scope
from heeded.core.procedures.rule import Ban, Duty, Form, Gate, Occurrence, Recurring, Rule, Tier, Within

SOCIAL_CARE = "children's social care"


def _event(kind: str, *conditions: Condition) -> Patterns:
    return (Pattern(kind, conditions),)


def _within(amount: str) -> Within:
    return Within(Amount.parse(amount))


def _duty(when: Patterns, must: Patterns, amount: str, unless: Patterns = ()) -> Duty:
    return Duty(Occurrence(when), must, _within(amount), unless)


def _rule(name: str, per: str, form: Form, owed_by: str = SOCIAL_CARE, scope: Scope | None = None) -> Rule:
    return Rule(name=name, form=form, per=per, owed_by=owed_by, scope=scope, tier=Tier.PRODUCT)


ACCEPTED = _event("referral decision", Condition("outcome", Comparison.IS, ("assessment",)))
NO_CONFERENCE = _event("section 47 ended", Condition("outcome", Comparison.IS_NOT, ("conference",)))
SEEN_ALONE = _event("visit", Condition("child seen alone", Comparison.IS, (True,)))
ALL_THREE = Condition("attended by", Comparison.ALL_OF, ("social care", "police", "health"))
DISAGREED = Scope(_event("disagreement opened"), _event("disagreement resolved"), "disagreement")
PLANNED = Scope(_event("protection plan started"), _event("protection plan ended"))

RULES = (
    _rule("R1", "referral",
          _duty(_event("referral received"), _event("referral decision"), "1 working day")),
    _rule("R2", "referral", _duty(ACCEPTED, _event("assessment authorised"), "45 working days")),
    _rule("R3", "enquiry",
          _duty(_event("section 47 started"), _event("initial conference"), "15 working days",
                unless=NO_CONFERENCE)),
    _rule("R4", "plan", _duty(PLANNED.begins, _event("core group"), "10 working days")),
    _rule("R5", "plan", Recurring(SEEN_ALONE, (_within("10 working days"),)), scope=PLANNED),
    _rule("R6", "child",
          Gate(_event("hospital discharge"), (_event("strategy discussion", ALL_THREE),),
               since=_event("injury observed")), owed_by="hospital"),
    _rule("R7", "child", Ban(_event("case closed")), scope=DISAGREED),
    _rule("R8", "plan",
          Gate(PLANNED.ends, (_event("review conference"),), within=_within("30 days"))),
    _rule("R9", "plan", _duty(PLANNED.begins, _event("review conference"), "91 days", PLANNED.ends)),
    _rule("R10", "disagreement",
          _duty(_event("disagreement opened"), _event("disagreement answered"), "2 working days")),
)  # fmt: skip


def ten_rules() -> Handbook:
    """The ten rules under one edition that has always been in force, with the shipped calendar."""
    edition = Edition("benchmark", "Ten rules for measuring", date(2000, 1, 1))
    calendar = shipped_calendar("england-and-wales")
    return Handbook("The benchmark's ten rules", "England", calendar, (edition,), RULES)
