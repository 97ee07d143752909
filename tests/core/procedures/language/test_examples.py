"""Worked examples: the chronology that a table stands for, and what is refused."""
# ruff: noqa: E501 - a table is drawn in one piece

from datetime import UTC, date, datetime

import pytest

from heeded.core.chronology.people import Agency, Person, Source
from heeded.core.chronology.when import Precision, When
from heeded.core.evaluation.finding import Verdict
from heeded.core.procedures.examples.expectation import VERDICTS
from heeded.core.procedures.handbook import Example, Expected
from tests.core.procedures.language.written import block, draft, mistakes, only

FULL = """\
children   Ania born 2021-05-01 in Anytown; Borys
adults     Celina
agencies   Anytown police: police; the council: children's social care in Anytown
household  Ania, Celina from 2020-01-01

| id | when             | who            | child | what              | which                   | details                                                            | told             | known to                                  | corrects |
|----|------------------|----------------|-------|-------------------|-------------------------|--------------------------------------------------------------------|------------------|-------------------------------------------|----------|
| a  | 2024-03-08 16:00 | the council    | Ania  | referral received | referral R1             | in writing; source: school; not from another area                  |                  | Anytown police 2024-03-09 09:00; hospital |          |
| b  | 2024-03          | hospital       | Borys | injury observed   | injury 1, attendance A2 | sites: ear, neck; count: 3; what: bruise; role: nurse              | 2024-04-02 10:00 |                                           |          |
|    | 2024-03-09       | Anytown police | Ania  | arrest            | incident 7              | person: Celina; for: assault \\| threats                            |                  |                                           |          |
| c  | 2024-03-08 17:00 | the council    | Ania  | referral received | referral R1             | in writing                                                         | 2024-03-10       |                                           | a        |

judged     2024-03-20 as known to Anytown police on 2024-03-12 12:00
expect     referral-decision  kept late  for Ania  due 2024-03-11
expect     other-rule  overdue  about Celina
expect     third-rule  not owed
"""


def example(text: str) -> Example:
    read = draft(block("example", text, "an example"))
    assert read.mistakes == ()
    assert read.handbook is not None
    (found,) = read.handbook.examples
    return found


def second(*moment: int) -> int:
    return int(datetime(*moment, tzinfo=UTC).timestamp())  # type: ignore[misc, arg-type]


def test_people_and_agencies() -> None:
    chronology = example(FULL).chronology
    assert chronology.people == {
        "Ania": Person("Ania", "Ania", date(2021, 5, 1), area="Anytown"),
        "Borys": Person("Borys", "Borys"),
        "Celina": Person("Celina", "Celina", adult=True),
    }
    assert chronology.agencies["the council"] == Agency(
        "the council", "the council", "children's social care", "Anytown"
    )
    assert chronology.agencies["hospital"].sector == "hospital"


def test_entries_with_their_three_clocks_keys_and_fields() -> None:
    entries = {entry.id: entry for entry in example(FULL).chronology.entries}
    first, coarse, corrected = entries["a"], entries["b"], entries["c"]
    assert first.happened == When(second(2024, 3, 8, 16), second(2024, 3, 8, 16), Precision.INSTANT)
    assert first.told == second(2024, 3, 8, 16)
    assert first.known == {"Anytown police": second(2024, 3, 9, 9), "hospital": second(2024, 3, 8, 16)}
    assert first.facts == {"in writing": True, "source": "school", "from another area": False}
    assert first.keys == {"referral": "R1"}
    assert coarse.happened.precision is Precision.MONTH
    assert coarse.told == second(2024, 4, 2, 9)
    assert coarse.source == Source("hospital", role="nurse")
    assert coarse.keys == {"injury": "1", "attendance": "A2"}
    assert coarse.facts == {"sites": frozenset({"ear", "neck"}), "count": 3, "what": "bruise"}
    assert (corrected.corrects, corrected.told) == ("a", second(2024, 3, 10, 23, 59, 59))
    arrest = next(entry for entry in entries.values() if entry.kind == "arrest")
    assert arrest.facts == {"person": "Celina", "for": "assault | threats"}


def test_a_household_line_stands_for_the_entries_that_it_needs() -> None:
    joined = [entry for entry in example(FULL).chronology.entries if entry.kind == "household joined"]
    assert [(entry.child, entry.facts["person"]) for entry in joined] == [
        ("Ania", "Ania"),
        ("Ania", "Celina"),
    ]
    assert {entry.facts["household"] for entry in joined} == {"home of Ania"}


def test_the_moment_and_the_expectations() -> None:
    found = example(FULL)
    assert found.now == second(2024, 3, 20, 23, 59, 59)
    assert (found.known_to, found.known_at) == ("Anytown police", second(2024, 3, 12, 12))
    assert found.expected == (
        Expected("referral-decision", "kept late", "Ania", "2024-03-11", line=15),
        Expected("other-rule", "overdue", about="Celina", line=16),
    )
    assert found.not_owed == (Expected("third-rule", "not owed", line=17),)


def test_one_child_is_assumed_and_the_usual_agency_speaks() -> None:
    found = example(
        "| when | what |\n|--|--|\n| 2024-03-08 | police notice |\njudged 2024-03-09\nexpect a due\n"
    )
    (entry,) = found.chronology.entries
    assert (entry.child, entry.source.agency) == ("the child", "police")


def test_yes_and_no_may_be_spelt_out_and_a_short_row_leaves_the_rest_empty() -> None:
    found = example(
        "| when | what | details | told |\n|--|--|--|--|\n"
        "| 2024-03-08 | disclosure | alone: no; open questions: yes |\n| 2024-03-09 | disclosure\n"
        "judged 2024-03-09\nexpect a due\n"
    )
    first, second = found.chronology.entries
    assert first.facts == {"alone": False, "open questions": True}
    assert second.facts == {}


def test_a_source_that_carries_only_some_kinds() -> None:
    found = example(
        "carries referral received, case closed\n| when | what |\n|--|--|\n| 2024-03-08 | referral received |\n"
        "judged 2024-03-09\nexpect a not assessable\n"
    )
    (carriage,) = found.chronology.carriages
    assert carriage.carries("case closed", frozenset({"reason"}))
    assert not carriage.carries("referral decision", frozenset())


def test_every_verdict_can_be_expected() -> None:
    assert set(VERDICTS) == set(Verdict)


TABLE = "| when | what |\n|------|------|\n| 2024-03-08 | disclosure |\n"
REST = "judged 2024-03-20\nexpect a kept\n"


def row(columns: str, cells: str) -> str:
    return f"children Ania\nadults Celina\n| {columns} |\n|---|\n| {cells} |\n{REST}"


@pytest.mark.parametrize(
    ("text", "line", "what", "remedy"),
    [
        (REST, 1, "has not a table of events", "when and what"),
        (TABLE + "judged 2024-03-20\n", 1, "has not anything that it expects", "expect RULE"),
        (TABLE + "expect a kept\n", 1, "has not a moment of judgement", "judged"),
        (TABLE + REST + "expct a kept\n", 7, "“expct” is not a word", "Did you mean “expect”"),
        (TABLE + REST.replace("kept", "kpet"), 6, "“kpet” is not what can become", "Did you mean “kept”"),
        (TABLE + REST.replace("kept", ""), 6, "“nothing” is not what can become", "Verdicts: due"),
        (TABLE + REST.replace("kept", "kept by friday"), 6, "cannot be read here", "kept late due"),
        (TABLE + REST.replace("kept", "kept due friday"), 6, "“friday” is not a time", "2024-03-08"),
        (TABLE + REST.replace("kept", "kept for Zofia"), 6, None, None),
        (TABLE + REST.replace("2024-03-20", "20 March"), 5, "“20 March” is not a time", "2024-03-08"),
        (TABLE + REST.replace("2024-03-20", "2024-03"), 5, "is not one day", "a day and a time"),
        (TABLE + REST.replace("2024-03-20", "2024-03-20 as known"), 5, "cannot be read here", "as known to"),
        (
            TABLE + REST.replace("2024-03-20", "2024-03-20 as known to the bank"),
            5,
            "no agency",
            "by its sector",
        ),
        (row("when | waht", "2024-03-08 | disclosure"), 4, "no use for a column “waht”", "“what”"),
        (row("when | when", "2024-03-08 | x"), 4, "“when” stands twice", "Keep one"),
        (row("when", "2024-03-08"), 4, "has no column “what”", "Add it"),
        (row("when | what", "2024-03-08 | disclosure | x"), 6, "3 cells under 2 columns", "\\|"),
        (row("when | what", "2024-03-08 | disclsure"), 6, "no kind of event “disclsure”", "“disclosure”"),
        (row("when | what", "| disclosure"), 6, "“nothing” is not a time", "2024-03-08"),
        (row("when | what", "0001-01-01 | disclosure"), 6, "outside the years 1900 to 2099", ""),
        (row("when | what", "9999-12-31 | disclosure"), 6, "is not a time", ""),
        (row("when | what", "2024-02-30 | disclosure"), 6, "is not a time", ""),
        (row("when | what | child", "2024-03-08 | disclosure | Aina"), 6, "not among the children", "“Ania”"),
        (row("when | what | who", "2024-03-08 | disclosure | bank"), 6, "is no agency", "by its sector"),
        (
            row("when | what | which", "2024-03-08 | disclosure | plan 1"),
            6,
            "“plan 1” does not say",
            "disclosure 1",
        ),
        (row("when | what | which", "2024-03-08 | death | plan 1"), 6, "“plan 1” does not say", "empty"),
        (row("when | what | details", "2024-03-08 | disclosure | alne"), 6, "no field “alne”", "“alone”"),
        (row("when | what | details", "2024-03-08 | disclosure | words"), 6, "without a value", "words"),
        (row("when | what | details", "2024-03-08 | disclosure | words:"), 6, "without a value", "words"),
        (
            row("when | what | details", "2024-03-08 | disclosure | alone: maybe"),
            6,
            "cannot be “maybe”",
            "yes or no",
        ),
        (
            row("when | what | details", "2024-03-08 | disclosure | alone; alone"),
            6,
            "stands twice",
            "Keep one",
        ),
        (
            row("when | what | details", "2024-03-08 | disclosure | about: Zofia"),
            6,
            "“Zofia” is nobody",
            "adults",
        ),
        (row("when | what | details", "2024-03-08 | disclosure | agency: police"), 6, "given here", "“who”"),
        (
            row("when | what | details", "2024-03-08 | injury observed | sites: eer"),
            6,
            "cannot be “eer”",
            "“ear”",
        ),
        (
            row("when | what | details", "2024-03-08 | injury observed | count: 1e9"),
            6,
            "cannot be “1e9”",
            "number",
        ),
        (
            row("when | what | details", "2024-03-08 | section 47 ended | review date: soon"),
            6,
            "not a date",
            "",
        ),
        (row("when | what | known to", "2024-03-08 | disclosure | bank 2024-03-09"), 6, "is no agency", ""),
        (row("when | what | corrects", "2024-03-08 | disclosure | x"), 6, "when it was told", "“told”"),
        (
            row("when | what | told | corrects", "2024-03-08 | disclosure | 2024-03-09 | x"),
            6,
            "No other row",
            "",
        ),
        (
            f"{TABLE.replace('| when', '| id | when').replace('| 2024', '| x | 2024')}| x | 2024-03-09 | birth |\n{REST}",
            4,
            "Two rows have the id “x”",
            "of its own",
        ),
        ("children Ania; Borys\n" + TABLE + REST, 5, "does not say which child", "Ania, Borys"),
        ("children Ania; Ania\n" + TABLE + REST, 2, "“Ania” is named twice", "of their own"),
        ("children Ania born soon\n" + TABLE + REST, 2, "“soon” is not a date", "2024-03-08"),
        ("children ;\n" + TABLE + REST, 2, "cannot be read here", "Ania born"),
        ("agencies police\n" + TABLE + REST, 2, "cannot be read here", "Anytown council:"),
        ("agencies a: police; a: hospital\n" + TABLE + REST, 2, "“a” is named twice", "Keep one"),
        ("agencies bank: banking\n" + TABLE + REST, 2, "“banking” is no sector", "hospital"),
        ("children Ania\nhousehold Ania\n" + TABLE + REST, 3, "not given as names and a date", "from 2020"),
        ("children Ania\nhousehold Ania, Zofia from 2020-01-01\n" + TABLE + REST, 3, "“Zofia” is nobody", ""),
        ("carries birds\n" + TABLE + REST, 2, "no kind of event “birds”", ""),
    ],
)
def test_refusals(text: str, line: int, what: str | None, remedy: str | None) -> None:
    found = mistakes(text, "example")
    if what is None or remedy is None:
        assert found == ()
        return
    first = only(found[:1])
    assert (first.line, what in first.what, remedy in str(first)) == (line, True, True), str(first)


def test_an_example_without_a_title_is_refused() -> None:
    found = only(mistakes(TABLE + REST, "example", title=""))
    assert "has not a title" in found.what
