"""The event table as its page describes it, through the command."""

import re
from pathlib import Path

import pytest

from heeded.adapters.exchange.events_table.heading import COLUMNS
from heeded.core.chronology.vocabulary import KINDS
from tests.doors.audit.running import SAMPLES, rows, run
from tests.doors.audit.test_bad_census import given

DOCS = Path(__file__).resolve().parents[3] / "docs"
EXAMPLE = DOCS / "examples" / "events.csv"


def test_the_page_describes_every_column_and_no_other() -> None:
    table = re.findall(r"^\| (`[^|]+`) \|", (DOCS / "event-table.md").read_text("utf-8"), re.MULTILINE)
    described = [column for cell in table for column in re.findall("`([^`]+)`", cell)]
    assert sorted(described) == sorted(COLUMNS)


def test_the_example_is_read_without_a_word_and_uses_known_kinds() -> None:
    ran = run(EXAMPLE, "--format", "json")
    assert (ran.status, ran.record["refused"], ran.record["noted_by_reason"]) == (0, 0, {})
    assert {row["what"] for row in rows(EXAMPLE)} <= KINDS.keys()
    assert (ran.record["children"], ran.record["events"]) == (3, len(rows(EXAMPLE)))


def test_left_to_itself_a_table_carries_what_stands_in_it() -> None:
    """Nobody withdrew a referral in the example, and so it cannot be known that the table would say so."""
    said = run(EXAMPLE, "--as-of", "2024-06-30", "--format", "json").rule("referral-is-decided")
    assert said["assessable"] == 0
    assert "referral withdrawn" in said["lacking"]


@pytest.mark.parametrize(
    "carries", ["all", "referral received, referral decision, referral withdrawn, hand-over accepted"]
)
def test_with_what_its_owner_says_it_carries_it_can_answer(carries: str) -> None:
    """A17: received on Fri 8 March, decided on Mon 11: kept. B03: on Tue 2 April, decided on Thu 4: late."""
    ran = run(EXAMPLE, "--as-of", "2024-06-30", "--carries", carries, "--format", "json")
    said = ran.rule("referral-is-decided")
    assert (said["kept"], said["kept_late"], said["assessable"]) == (1, 1, 2)


def test_the_kinds_may_stand_in_a_file(tmp_path: Path) -> None:
    kinds = given(
        tmp_path, "Referral received\nreferral decision\nreferral withdrawn\nhand-over accepted\n", "kinds"
    )
    said = run(EXAMPLE, "--as-of", "2024-06-30", "--carries", kinds, "--format", "json")
    assert said.rule("referral-is-decided")["assessable"] == 2


def test_children_of_one_family_are_judged_together(tmp_path: Path) -> None:
    """A suspected injury to one child asks for a decision on the other child in the household."""
    injury = (
        "child,when,what,who,household,family,details\n"
        "A1,2024-01-01,household joined,Anytown council,H,{f},\n"
        "A2,2024-01-01,household joined,Anytown council,H,{f},\n"
        "A1,2024-03-08 10:00,injury observed,hospital,,{f},what: bruise; sites: ear; suspected\n"
        "A1,2024-03-08 10:00,referral received,Anytown council,,{f},\n"
    )
    together = run(
        given(tmp_path, injury.format(f="F"), "together.csv"), "--carries", "all", "--out", tmp_path / "t"
    )
    apart = run(
        given(tmp_path, injury.format(f=""), "apart.csv"), "--carries", "all", "--out", tmp_path / "a"
    )
    assert (together.status, apart.status) == (0, 0)
    assert any(row["child"] == "A2" for row in rows(tmp_path / "t" / "findings.csv"))
    assert not any(row["child"] == "A2" for row in rows(tmp_path / "a" / "findings.csv"))


HEADING = "child,when,what,who,which,details"
ROW = "C1,2024-03-08,visit,Anytown council,plan P1,child seen"


def table(mark: str = ",", end: str = "\n", heading: str = HEADING, row: str = ROW) -> str:
    """A table of one row, with other marks between its cells or ends to its lines."""
    return f"{heading}{end}{row}{end}".replace(",", mark)


HABITS = {
    "semicolons": table(";", row=ROW.replace("2024-03-08", "08/03/2024")),
    "tabs": table("\t", row=ROW.replace("2024-03-08", "8 March 2024")),
    "bars": table("|", row=ROW.replace("2024-03-08", "08-Mar-2024")),
    "a line that names the mark": "sep=;\n" + table(";"),
    "a byte order mark": "\ufeff" + table(),
    "blank lines and empty columns": "\n,,,\n"
    + table(heading=f"{HEADING},,", row=f",,,\n\n{ROW},,")
    + "\n\n",
    "lines within a cell": table(row=ROW.replace("child seen", '"child seen\n\nhome seen"')),
    "Windows ends of lines": table(end="\r\n"),
    "old Macintosh ends of lines": table(end="\r"),
    "capitals, underscores and marks": table(
        heading="Child:,WHEN,*What*,Who,Which,Details,Known_To", row=f"{ROW},"
    ),
    "quotation marks everywhere": table(heading='"child","when","what"', row='"C1","2024-03-08","visit"'),
}


@pytest.mark.parametrize("habit", sorted(HABITS))
def test_the_habits_of_spreadsheets_do_no_harm(tmp_path: Path, habit: str) -> None:
    path = given(tmp_path, HABITS[habit], "events.csv")
    ran = run(path, "--format", "json", "--out", tmp_path / "out")
    assert (ran.status, ran.record["children"], ran.record["events"], ran.record["refused"]) == (0, 1, 1, 0)
    assert ran.record["noted_by_reason"] == {}
    assert ran.record["judged_at"] == "2024-03-08T23:59:59+00:00"


@pytest.mark.parametrize(("encoding", "noted"), [("utf-16", {}), ("cp1252", {"text that is not UTF-8": 1})])
def test_other_encodings_are_read_and_a_guess_is_noted(
    tmp_path: Path, encoding: str, noted: dict[str, int]
) -> None:
    text = "child,when,what,who\nZoë,2024-03-08,visit,Anytown council\n"
    ran = run(
        given(tmp_path, text.encode(encoding), "events.csv"), "--format", "json", "--out", tmp_path / "out"
    )
    assert (ran.status, ran.record["noted_by_reason"]) == (0, noted)


def test_what_is_said_of_a_table_is_not_used_on_a_census_and_that_is_said() -> None:
    ran = run(SAMPLES / "CIN2rows.xml", "--carries", "all", "--format", "json")
    assert ran.status == 0
    assert any("--carries" in limit for limit in ran.record["limits"])
    assert sum(rule["not_assessable"] for rule in ran.record["rules"] if rule["lacking"]) > 0
