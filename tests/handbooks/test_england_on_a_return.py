"""What the handbook for England can ask of a children-in-need return, which tells of days alone."""

from __future__ import annotations

from datetime import date

from heeded.adapters.exchange.census.chronology.carried import Span, carriages
from heeded.bootstrap import open_handbook
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Agency, Person, Source
from heeded.core.chronology.when import When, end_of_day
from heeded.core.evaluation.definition import evaluate
from heeded.core.procedures.clauses import patterns_of
from heeded.core.procedures.pattern import REST_DAY
from heeded.core.procedures.rule import Content, Rule

SPAN = Span.ending(date(2024, 3, 31))
CARRIED = carriages(2024, SPAN)
ANSWERED = {
    "assessment-is-signed-after-a-returned-referral",
    "conference-follows-a-returned-enquiry",
    "conference-is-held-on-a-working-day",
    "plan-begins-on-the-day-of-its-conference",
    "plan-is-reviewed",
    "one-plan-at-a-time",
    "no-closing-before-the-assessment-is-signed",
    "no-closing-before-the-required-conference",
}
"""The rules whose every fact a return carries."""


def entry(day: str, kind: str, which: dict[str, str], **facts: Fact) -> Entry:
    when = When.day(date.fromisoformat(day))
    return Entry(
        id=f"{kind} {day}",
        kind=kind,
        child="C1",
        happened=when,
        told=when.latest,
        source=Source("council"),
        keys=which,
        facts={name.replace("_", " "): value for name, value in facts.items()},
    )


def found(*entries: Entry) -> dict[str, list[str]]:
    """The verdicts of each rule on a child's return, judged at the end of its year."""
    chronology = Chronology(
        family="C1",
        people={"C1": Person("C1", "C1")},
        agencies={"council": Agency("council", "council", "children's social care")},
        entries=entries,
        carriages=CARRIED,
    )
    verdicts: dict[str, list[str]] = {}
    for finding in evaluate(chronology, open_handbook(), end_of_day(SPAN.last)):
        verdicts.setdefault(finding.rule, []).append(finding.verdict)
    return verdicts


def carried(rule: Rule) -> bool:
    """Whether a return carries every event and field that the rule speaks of."""
    shown = (
        {condition.field for condition in rule.form.conditions} if isinstance(rule.form, Content) else set()
    )
    return all(
        any(carriage.carries(pattern.kind, pattern.fields | (shown - {REST_DAY})) for carriage in CARRIED)
        for _, pattern in patterns_of(rule)
    )


def test_these_rules_ask_for_nothing_that_a_return_lacks() -> None:
    standing = (rule for rule in open_handbook().rules if rule.in_force(SPAN.last))
    assert {rule.name for rule in standing if carried(rule)} == ANSWERED


def test_a_child_for_whom_all_was_done_in_time() -> None:
    referral, enquiry, plan = {"referral": "R"}, {"referral": "R", "enquiry": "S"}, {"plan": "P"}
    assessment = {"referral": "R", "assessment": "A"}
    verdicts = found(
        entry("2023-05-03", "referral received", referral, no_further_action=False),
        entry("2023-05-04", "assessment started", assessment),
        entry("2023-05-10", "section 47 started", enquiry, conference_required=True),
        entry("2023-06-01", "initial conference", enquiry),
        entry("2023-06-01", "protection plan started", {**referral, **plan}, category="neglect"),
        entry("2023-07-06", "assessment authorised", assessment),
        entry("2023-09-01", "review conference", plan),
        entry("2023-11-01", "protection plan ended", {**referral, **plan}),
        entry("2023-11-02", "case closed", referral),
    )
    assert {name: verdicts[name] for name in ANSWERED if name in verdicts} == {
        "assessment-is-signed-after-a-returned-referral": ["kept"],
        "conference-follows-a-returned-enquiry": ["kept"],
        "conference-is-held-on-a-working-day": ["kept"],
        "plan-begins-on-the-day-of-its-conference": ["kept"],
        "plan-is-reviewed": ["kept", "void"],
        "no-closing-before-the-assessment-is-signed": ["kept"],
        "no-closing-before-the-required-conference": ["kept"],
    }


def test_a_child_for_whom_nothing_was_done_in_time() -> None:
    referral, enquiry, plan = {"referral": "R"}, {"referral": "R", "enquiry": "S"}, {"plan": "P"}
    verdicts = found(
        entry("2023-05-03", "referral received", referral, no_further_action=False),
        entry("2023-05-10", "section 47 started", enquiry, conference_required=True),
        entry("2023-06-04", "initial conference", enquiry),
        entry("2023-06-05", "protection plan started", {**referral, **plan}, category="neglect"),
        entry("2023-07-03", "child in need plan started", {"referral": "R", "plan": "N"}),
    )
    assert {name: verdicts[name] for name in ANSWERED if name in verdicts} == {
        "assessment-is-signed-after-a-returned-referral": ["overdue"],
        "conference-follows-a-returned-enquiry": ["kept late"],
        "conference-is-held-on-a-working-day": ["broken"],
        "plan-begins-on-the-day-of-its-conference": ["overdue"],
        "plan-is-reviewed": ["overdue"],
        "one-plan-at-a-time": ["broken"],
    }


def test_nothing_that_a_return_does_not_carry_is_held_against_anyone() -> None:
    verdicts = found(
        entry("2023-05-03", "referral received", {"referral": "R"}, no_further_action=False),
        entry("2023-05-10", "section 47 started", {"enquiry": "S"}, conference_required=True),
        entry("2023-06-05", "protection plan started", {"plan": "P"}, category="neglect"),
        entry("2024-02-01", "case closed", {"referral": "R"}),
    )
    assert {name: said for name, said in verdicts.items() if name not in ANSWERED} == {
        "referral-is-acknowledged": ["not assessable"],
        "referral-is-decided": ["not assessable"],
        "child-is-seen-alone-in-the-enquiry": ["not assessable"],
        "core-group-meets": ["not assessable"],
        "child-on-a-plan-is-seen-alone": ["not assessable"],
        "no-closing-over-a-disagreement": ["not assessable"],
    }
