"""Silence of a source neither keeps nor breaks a rule; what is missing from the record is no failure."""

from dataclasses import replace
from datetime import date

import pytest

from heeded.adapters.handbooks.calendar_file import shipped_calendar
from heeded.core.chronology.carriage import Carriage
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source
from heeded.core.chronology.when import When
from heeded.core.evaluation.definition import evaluate
from heeded.core.evaluation.finding import Finding, Verdict, Why
from heeded.core.procedures.amount import Amount
from heeded.core.procedures.handbook import Edition, Handbook
from heeded.core.procedures.pattern import Pattern
from heeded.core.procedures.rule import Duty, Occurrence, Rule, Within

NOW = When.parse("2024-06-01T12:00").latest
RULE = Rule(
    name="decided",
    form=Duty(
        when=Occurrence((Pattern("referral received"),)),
        must=(Pattern("referral decision"),),
        within=Within(Amount.parse("10 working days")),
        unless=(Pattern("referral withdrawn"),),
    ),
    per="referral",
    owed_by="children's social care",
)
ALL = ("referral received", "referral decision", "referral withdrawn")
RECEIVED, DUE, LATE = "2024-03-01T10:00", "2024-03-15", "2024-04-02T10:00"


def handbook(*editions: Edition) -> Handbook:
    """The one rule, in force since 2000 or in the editions given."""
    always = (Edition("ours", "Ours", date(2000, 1, 1)),)
    return Handbook("", "", shipped_calendar("england-and-wales"), editions or always, (RULE,))


def event(name: str, when: str, kind: str, key: str = "R1") -> Entry:
    """One event about the referral R1, told when it happened."""
    happened = When.parse(when)
    return Entry(
        id=name,
        kind=kind,
        child="Ania",
        happened=happened,
        told=happened.latest,
        source=Source("council"),
        keys={"referral": key},
    )


def second(day: str) -> int:
    """The last second of a day."""
    return When.parse(day).latest


def carried(*kinds: str, since: str = "", until: str = "", child: str = "Ania") -> Carriage:
    """A source that tells of these kinds, between two days, about one child."""
    start, end = (second(day) if day else None for day in (since, until))
    return Carriage("feed", dict.fromkeys(kinds), start, end, frozenset({child}))


def judged(*entries: Entry, by: tuple[Carriage, ...] = (), under: Handbook | None = None) -> list[Finding]:
    """What is found of these entries."""
    return list(evaluate(Chronology("F", entries, carriages=by), under or handbook(), NOW))


ASKED = event("a", RECEIVED, "referral received")
IN_TIME = event("b", "2024-03-08T10:00", "referral decision")
TOO_LATE = event("b", LATE, "referral decision")


@pytest.mark.parametrize(
    ("entries", "source", "verdict"),
    [
        ((ASKED,), carried(*ALL), Verdict.OVERDUE),
        ((ASKED,), carried(*ALL, since="2024-02-29", until=DUE), Verdict.OVERDUE),
        ((ASKED,), carried(*ALL, until="2024-03-14"), Verdict.NOT_ASSESSABLE),
        ((ASKED,), carried(*ALL, since="2024-03-01"), Verdict.NOT_ASSESSABLE),
        ((ASKED,), carried(*ALL[:2]), Verdict.NOT_ASSESSABLE),
        ((ASKED,), carried(*ALL[::2]), Verdict.NOT_ASSESSABLE),
        ((ASKED,), carried(*ALL, child="Borys"), Verdict.NOT_ASSESSABLE),
        ((ASKED, TOO_LATE), carried(*ALL), Verdict.KEPT_LATE),
        ((ASKED, TOO_LATE), carried(*ALL, until="2024-03-14"), Verdict.NOT_ASSESSABLE),
        ((ASKED, IN_TIME), carried("referral received"), Verdict.KEPT),
    ],
)
def test_only_a_source_that_would_have_told_makes_a_failure(
    entries: tuple[Entry, ...], source: Carriage, verdict: Verdict
) -> None:
    (finding,) = judged(*entries, by=(source,))
    assert finding.verdict is verdict
    assert finding.why is (Why.NOT_CARRIED if verdict is Verdict.NOT_ASSESSABLE else None)


def test_two_sources_may_each_carry_a_part() -> None:
    (finding,) = judged(ASKED, by=(carried(*ALL[:2]), carried(ALL[2])))
    assert finding.verdict is Verdict.OVERDUE


@pytest.mark.parametrize("day", ["1999-12-20T10:00", "1985-03-01", "0001-01-01", "2090-01-01"])
def test_beyond_the_calendar_nothing_is_guessed(day: str) -> None:
    asked = event("a", day, "referral received")
    found = evaluate(Chronology("F", (asked,)), _always(), max(NOW, asked.told))
    assert [(each.verdict, each.why) for each in found] == [(Verdict.NOT_ASSESSABLE, Why.NO_CALENDAR)]


def _always() -> Handbook:
    return handbook(Edition("ours", "Ours", date.min))


def test_the_edition_of_the_day_governs_for_good() -> None:
    old = Edition("old", "Old", date(2000, 1, 1), date(2024, 3, 1))
    new = Edition("new", "New", date(2024, 3, 2))
    later = event("c", "2024-03-02", "referral received", "R2")
    found = judged(ASKED, later, under=handbook(old, new))
    assert [(each.trigger, each.edition) for each in found] == [("a", "old"), ("c", "new")]


@pytest.mark.parametrize("entries", [(), (IN_TIME,), (replace(ASKED, kind="heard of by nobody"),)])
def test_nothing_is_owed_where_nothing_happened(entries: tuple[Entry, ...]) -> None:
    assert judged(*entries) == []


def test_an_entry_that_corrects_itself_is_one_event() -> None:
    assert [each.trigger for each in judged(replace(ASKED, corrects="a"))] == ["a"]


def test_a_correction_of_what_was_never_sent_stands_under_its_name() -> None:
    assert [each.trigger for each in judged(replace(ASKED, corrects="lost"))] == ["lost"]
