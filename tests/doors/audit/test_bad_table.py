"""Event tables with every kind of fault: one clear message or a line in the ledger, never a traceback."""

from pathlib import Path

import pytest

from tests.doors.audit.running import run
from tests.doors.audit.test_bad_census import given, refused

HEADING = "child,when,what,who,which,details\n"
ROW = "C1,2024-03-08,referral received,Anytown council,referral R1,source: school\n"

REFUSED: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "empty"),
    "blank": ("\n \n", "only blanks"),
    "marks alone": (";;;\n;;;\n", "no heading"),
    "a workbook": (b"PK\x03\x04" + b"\0" * 50, "save it as “CSV UTF-8"),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"\0" * 50, "save it as “CSV UTF-8"),
    "gzip": (b"\x1f\x8b\x08" + b"\0" * 50, "Unpack it first"),
    "JSON": ('[{"child": "C1"}]', "looks like JSON"),
    "NUL bytes": (
        HEADING.encode() + b"C1,\0,x\n",
        "line 2: this is not a table of text: it holds a NUL byte",
    ),
    "no text": (HEADING.encode() + b"C\x81\xff\n", "0x81"),
    "an endless line": (HEADING + "C1," + "x" * 1_100_000, "a line of more than 1,000,000 bytes"),
    "no column for the child": ("when,what\n2024-03-08,visit\n", "lacks the column “child”"),
    "other names for columns": (
        "child id,date,event\nC1,2024-03-08,visit\n",
        "“date” is “when”, “event” is “what”: then rename",
    ),
    "a column twice": ("child,when,what,when\nC1,2024-03-08,visit,\n", "“when” stands twice"),
    "a quotation mark left open": (HEADING + ROW + 'C2,"2024-03-08,visit\n' + ROW, "line 3: quotation marks"),
    "no rows": (HEADING, "no row of it could be read"),
    "no row that can be read": (HEADING + "C1,soon,visit,,,\n", "no row of it could be read"),
}


@pytest.mark.parametrize("fault", sorted(REFUSED))
def test_what_cannot_be_read_is_refused_in_one_message(tmp_path: Path, fault: str) -> None:
    content, said = REFUSED[fault]
    message = refused(run(given(tmp_path, content, "events.csv")))
    assert said in message
    assert "events.csv" in message


LEDGER = {
    "an unknown kind": ("C2,2024-03-08,referal decision,,,", "not a kind of event", "Did you mean"),
    "an impossible day": (
        "C2,31/02/2024,visit,,,",
        "a row without a time that can be read",
        "day is read before",
    ),
    "a day as a number": (
        "C2,45359,visit,,,",
        "a row without a time that can be read",
        "as Excel keeps days",
    ),
    "a year of two digits": ("C2,08/03/24,visit,,,", "a row without a time that can be read", "two digits"),
    "no child": (",2024-03-08,visit,,,", "a row that does not say which child", "“child”"),
    "an unknown field": (
        "C2,2024-03-08,visit,,,colour: red",
        "a detail that this kind of event does not have, or not so",
        "child seen",
    ),
    "an unknown choice": (
        "C2,2024-03-08,referral decision,,referral R2,outcome: assessmen",
        "a detail that this kind of event does not have, or not so",
        "assessment",
    ),
    "a stray key": (
        "C2,2024-03-08,visit,,injury I1,",
        "not something that this kind of event belongs to",
        "plan",
    ),
}


@pytest.mark.parametrize("fault", sorted(LEDGER))
def test_a_value_that_cannot_be_used_is_a_line_in_the_ledger(tmp_path: Path, fault: str) -> None:
    row, reason, remedy = LEDGER[fault]
    path = given(tmp_path, HEADING + ROW + row + "\n", "events.csv")
    ran = run(path, "--format", "json", "--out", tmp_path / "out")
    assert (ran.status, ran.record["refused_by_reason"]) == (0, {reason: 1})
    line = (tmp_path / "out" / "refused.csv").read_text("utf-8-sig").splitlines()[1]
    assert line.startswith("events.csv,3,")
    assert remedy in line


def test_a_row_after_the_day_of_judgement_is_set_aside_and_said(tmp_path: Path) -> None:
    path = given(tmp_path, HEADING + ROW + ROW.replace("2024-03-08", "2024-03-20"), "events.csv")
    ran = run(path, "--as-of", "2024-03-15", "--format", "json")
    assert ran.record["events"] == 1
    assert ran.record["refused_by_reason"] == {"after the day up to which it is judged": 1}


def test_what_somebody_tells_of_and_cannot_be_read_does_not_count_as_not_done(tmp_path: Path) -> None:
    """Of three referrals one was decided, one was not, and of one nobody can read on which day."""
    received = "".join(ROW.replace("C1", child).replace("R1", f"R{child}") for child in ("C1", "C2", "C3"))
    decided = (
        "C1,2024-03-11,referral decision,Anytown council,referral RC1,outcome: assessment\n"
        "C3,11/13/2024,referral decision,Anytown council,referral RC3,outcome: assessment\n"
    )
    path = given(tmp_path, HEADING + received + decided, "events.csv")
    ran = run(path, "--as-of", "2024-06-28", "--carries", "all", "--format", "json")
    said = ran.rule("referral-is-decided")
    assert (said["kept"], said["overdue"], said["not_assessable"]) == (1, 1, 1)
