"""The checker: editions, wordings, rules that start on findings, and what the examples show."""

from __future__ import annotations

from datetime import date

import pytest

from heeded.core.procedures.check import mistakes_in
from heeded.core.procedures.handbook import Edition
from tests.core.procedures.language.checked import BAN, DUTY, GATE, RECURRING, found
from tests.core.procedures.language.written import FILE, STANDING, TODAY, block, handbook, only

EDITION = Edition("2020", "2020", date(2020, 1, 1), line=4)


@pytest.mark.parametrize(
    ("editions", "line", "what", "remedy"),
    [
        (
            (
                Edition("a", "a", date(2020, 1, 1), date(2021, 12, 30), line=4),
                Edition("b", "b", date(2022, 1, 1), line=9),
            ),
            9,
            "No edition is in force from 2021-12-31 to 2021-12-31",
            "“in force until: 2021-12-31”",
        ),
        (
            (
                Edition("a", "a", date(2020, 1, 1), date(2022, 1, 1), line=4),
                Edition("b", "b", date(2022, 1, 1), line=9),
            ),
            9,
            "“a” (until 2022-01-01) and “b” (from 2022-01-01) overlap",
            "“in force until: 2021-12-31”",
        ),
        (
            (EDITION, Edition("b", "b", date(2022, 1, 1), line=9)),
            9,
            "“2020” (until further notice) and “b” (from 2022-01-01) overlap",
            "End “2020”",
        ),
        (
            (Edition("a", "a", date(2020, 1, 1), date(2019, 1, 1), line=4),),
            4,
            "“a” ends before it begins",
            "earlier day",
        ),
        (
            (
                Edition("a", "a", date(2020, 1, 1), date(2021, 12, 31), line=4),
                Edition("a", "b", date(2022, 1, 1), line=9),
            ),
            9,
            "Two editions are called “a”",
            "of its own",
        ),
    ],
)
def test_editions_without_gap_or_overlap(
    editions: tuple[Edition, ...], line: int, what: str, remedy: str
) -> None:
    book = handbook(block("rule", DUTY + STANDING), editions=editions)
    periods = [each for each in mistakes_in(book, TODAY) if "dition" in each.what and each.line == line]
    mistake = only(periods)
    assert (mistake.file, what in mistake.what, remedy in mistake.remedy) == (FILE, True, True), str(mistake)


def test_a_rule_that_no_edition_holds() -> None:
    mistake = only(found(DUTY + STANDING + " until 2019-12-31\n"))
    assert (mistake.line, "in force only when no edition is" in mistake.what) == (2, True)


def test_two_wordings_on_the_same_day() -> None:
    early, late = " in force until 2022-01-01\n", " in force from 2022-01-01\n"
    mistake = only(found(DUTY + STANDING + early + DUTY + STANDING + late))
    assert (mistake.line, "two wordings in force on the same days" in mistake.what) == (12, True)
    assert f"{FILE}, line 2" in mistake.what
    parted = " in force from 2022-01-02\n"
    assert found(DUTY + STANDING + early + DUTY + STANDING + parted) == []


def test_a_wording_that_is_switched_off_stands_beside_the_one_in_force() -> None:
    pending = " pending not commenced\n"
    assert found(DUTY + STANDING + DUTY + STANDING + pending) == []
    twice = only(found(DUTY + STANDING + pending + DUTY + STANDING + pending))
    assert "two wordings" in twice.what


def started(name: str, start: str, per: str = "child") -> str:
    return f"rule {name}\n per {per}\n when {start}\n must case reopened\n within 1 day\n{STANDING}"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (started("a", "bb is overdue"), 2, "but there is no such rule"),
        (started("aa", "disclosure") + started("b", "a-a is overdue"), 11, "Did you mean “aa”"),
        (
            started("a", "b is overdue", "plan") + started("b", "case closed", "enquiry"),
            2,
            "the other per enquiry",
        ),
        (started("a", "b is broken") + started("b", "disclosure"), 2, "cannot befall it"),
        (started("a", "a is overdue"), 2, "in a circle: a → a"),
        (started("a", "b is overdue") + started("b", "b is overdue"), 11, "in a circle: b → b"),
        (
            started("a", "c is overdue") + started("b", "a is overdue") + started("c", "b is overdue"),
            2,
            "in a circle: a → c → b → a",
        ),
    ],
)
def test_rules_that_start_on_findings(text: str, line: int, what: str) -> None:
    mistake = only([each for each in found(text) if "start" in each.what])
    assert (mistake.line, what in mistake.what) == (line, True), str(mistake)


def example(rule: str, *verdicts: str) -> str:
    expected = "".join(f"expect {rule} {verdict}\n" for verdict in verdicts)
    return f"| when | what |\n|---|---|\n| 2024-03-08 | disclosure |\njudged 2024-03-09\n{expected}"


@pytest.mark.parametrize(
    ("text", "shown", "lacking"),
    [
        (DUTY, (), "kept, kept late, overdue and not owed"),
        (DUTY, ("kept", "overdue"), "kept late and not owed"),
        (DUTY, ("kept", "overdue", "kept late", "not owed"), None),
        (GATE, ("kept",), "broken and not owed"),
        (BAN, ("not owed",), "kept and broken"),
        (BAN, ("kept", "broken", "not owed"), None),
        ("rule a\n per child\n when disclosure\n must state words\n", ("kept",), "broken"),
        ("rule a\n per child\n when disclosure\n must state words\n", ("kept", "broken"), None),
        (RECURRING, ("kept",), "kept late or overdue and not owed"),
        (RECURRING, ("kept", "overdue", "not owed"), None),
    ],
)
def test_every_way_a_rule_can_come_out_is_shown(
    text: str, shown: tuple[str, ...], lacking: str | None
) -> None:
    blocks = [
        block("rule", text + STANDING),
        *([block("example", example("a", *shown), "x")] if shown else []),
    ]
    found = [each for each in mistakes_in(handbook(*blocks), TODAY) if "example" in each.what]
    if lacking is None:
        assert found == []
    else:
        mistake = only(found)
        assert (mistake.line, mistake.what) == (2, f"No example shows the rule “a” {lacking}.")


def test_the_steps_of_a_ladder_are_shown_together() -> None:
    ladder = (
        "ladder a\n per disagreement\n when disagreement opened\n until disagreement resolved\n"
        " step x within 1 day\n step y within 1 day\n"
        + STANDING.replace(" owed by  children's social care\n", "")
    )
    blocks = [
        block("rule", ladder),
        block("example", example("a-step-1", "kept", "overdue", "not owed"), "x"),
    ]
    assert only(mistakes_in(handbook(*blocks), TODAY)).what == "No example shows the ladder “a” kept late."


def test_an_example_of_no_rule() -> None:
    blocks = [block("rule", DUTY + STANDING), block("example", example("aa", "kept"), "a title")]
    strays = [each for each in mistakes_in(handbook(*blocks), TODAY) if "which is no rule" in each.what]
    assert only(strays).line == 6


def test_what_may_only_look_wrong_is_passed_over_where_the_text_has_mistakes() -> None:
    book = handbook(block("rule", started("a", "b is overdue").replace("1 day", "some time")))
    assert mistakes_in(book, TODAY, whole=False) == ()
    assert len(mistakes_in(book, TODAY)) == 3
