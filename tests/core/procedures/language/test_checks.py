"""The checker: every kind of mistake in a handbook as a whole, with its line."""

from __future__ import annotations

from datetime import date

import pytest

from heeded.adapters.handbooks.folder import read_folder
from heeded.core.procedures.check import mistakes_in
from heeded.core.procedures.handbook import Edition
from heeded.core.procedures.mistake import Mistake
from tests.core.procedures.language.written import (
    FILE,
    SAMPLE,
    STANDING,
    TODAY,
    block,
    handbook,
    only,
)

DUTY = "rule a\n per child\n when disclosure\n must disclosure weighed\n within 1 day\n"
GATE = "rule a\n per child\n before case closed\n need closure agreed\n"
BAN = "rule a\n per child\n while concern raised until closure agreed\n never case closed\n"
RECURRING = "rule a\n per child\n while concern raised until closure agreed\n must visit\n every 1 day\n"
EDITION = Edition("2020", "2020", date(2020, 1, 1), line=4)


def when(events: str) -> str:
    """A duty that starts on these events, on line 4."""
    return f"rule a\n per child\n when {events}\n must case reopened\n within 1 day\n"


def found(text: str, *amounts: str, today: date = TODAY) -> list[Mistake]:
    """What is wrong with the rules of a text, apart from examples that they lack."""
    blocks = [block("rule", text), *(block("amounts", each) for each in amounts)]
    every = mistakes_in(handbook(*blocks), today)
    return [mistake for mistake in every if not mistake.what.startswith("No example shows")]


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
        (
            DUTY.replace("weighed", "weighed where told back and not told back"),
            5,
            "as “must” says of “told back”",
        ),
        (
            DUTY.replace("disclosure\n", "disclosure where alone is stated and alone is not stated\n", 1),
            4,
            "alone",
        ),
        (when("referral received where source is school and source is any of police"), 4, "“source”"),
        (when("injury observed where count over 3 and count under 3"), 4, "“count”"),
        (when("medical opinion where strength at least suspect and strength under suspect"), 4, "“strength”"),
        (when("injury observed where age under 1 year and age at least 12 months"), 4, "“age”"),
        (when("injury observed where age under 0 months"), 4, "“age”"),
        (
            when("injury observed where age at least 5 years").replace("ned", "ned where age under 5 years"),
            5,
            "younger child than what starts it",
        ),
        (RECURRING.replace("1 day", "the same day"), 2, "owed again on the very day"),
    ],
)
def test_rules_that_nobody_can_meet(text: str, line: int, what: str) -> None:
    mistake = found(text + STANDING)[0]
    assert (mistake.line, what in mistake.what, "obody can meet" in mistake.what) == (line, True, True), str(
        mistake
    )


@pytest.mark.parametrize(
    "conditions",
    [
        "count over 3 and count under 4",
        "strength",
        "what is not bruise and what is not burn",
        "implement is not stick and implement is not belt",
        "age at least 12 months and age under 2 years",
        "sites includes any of ear, neck and sites includes torso",
    ],
)
def test_conditions_that_can_be_met_together_are_left_alone(conditions: str) -> None:
    if conditions == "strength":
        text = "medical opinion where strength at least suspect and strength under strong concern"
    else:
        text = f"injury observed where {conditions}"
    assert found(when(text) + STANDING) == []


@pytest.mark.parametrize(
    ("text", "line", "clauses"),
    [
        (DUTY.replace("disclosure weighed", "disclosure"), 5, "both in “when” and in “must”"),
        (DUTY + " unless disclosure\n", 7, "both in “when” and in “unless”"),
        (DUTY + " while disclosure until disclosure weighed\n", 7, "both in “when” and in “while”"),
        (DUTY + " except while case closed until disclosure\n", 7, "both in “when” and in “except while”"),
        (GATE.replace("closure agreed", "case closed"), 5, "both in “before” and in “need”"),
        (GATE + " since case closed\n", 6, "both in “before” and in “since”"),
        (BAN.replace("closure agreed", "case closed"), 4, "both in “never” and in “while”"),
        (RECURRING.replace("concern raised", "visit where child seen"), 4, "both in “must” and in “while”"),
    ],
)
def test_an_event_that_would_answer_itself(text: str, line: int, clauses: str) -> None:
    mistake = only(found(text + STANDING))
    assert (mistake.line, clauses in mistake.what) == (line, True), str(mistake)


def test_one_kind_under_conditions_that_no_one_event_meets_may_answer() -> None:
    text = DUTY.replace("disclosure\n", "visit where not child seen\n", 1).replace(
        "disclosure weighed", "visit where child seen"
    )
    assert found(text + STANDING) == []


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
