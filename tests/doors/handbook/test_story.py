"""A safeguarding lead, no programmer, reads the handbook and changes a deadline by a dated line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.doors.handbook.commands import SAMPLE, checked, run

FILE = "00-about.md"
LAST = "  from 2024-01-01   1 working day    agreed the agreement of 2024, paragraph 4\n"
NEW = "  from 2026-09-01   4 hours          agreed the safeguarding partners, 1 July 2026\n"
"""From September 2026 on a decision is owed within four hours."""

ACROSS = """
```example before September 2026 a working day, from then on four hours
| when             | what              | which      |
|------------------|-------------------|------------|
| 2026-08-28 16:00 | referral received | referral 1 |
| 2026-09-01 10:00 | referral decision | referral 1 |
| 2026-09-02 10:00 | referral received | referral 2 |
| 2026-09-02 14:30 | referral decision | referral 2 |

judged     2026-10-01
expect     referral-decision  kept       due 2026-09-01
expect     referral-decision  kept late  due 2026-09-02 14:00
```
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Her copy of the handbook."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "our-handbook"))


def insert(book: Path, after: str, new: str, file: str = FILE) -> int:
    """Write a text below another, and give the line on which it begins."""
    text = (book / file).read_text("utf-8")
    assert text.count(after) == 1
    (book / file).write_text(text.replace(after, after + new), "utf-8")
    return text[: text.index(after)].count("\n") + after.count("\n") + 1


def test_she_reads_what_the_rule_says(book: Path) -> None:
    text = " ".join(run("show", "A-01", "--handbook", book).stdout.split())
    assert (
        "“referral decision” must follow within “decision time” (2 working days from 1 January 2020; 1"
        in text
    )


def test_a_dated_line_is_confirmed_and_the_old_line_still_judges_the_old_days(book: Path) -> None:
    insert(book, LAST, NEW)
    insert(book, "expect     referral-decision  void\n```\n", ACROSS, "01-referrals.md")
    assert checked(book)["confirmed"], checked(book)["mistakes"]
    assert checked(book)["examples_run"] == 20
    assert "4 hours from 1 September 2026" in " ".join(run("show", "A-01", "--handbook", book).stdout.split())


def test_editing_the_old_line_instead_is_refused_by_the_examples_of_the_old_days(book: Path) -> None:
    text = (book / FILE).read_text("utf-8")
    (book / FILE).write_text(text.replace(LAST, LAST.replace("1 working day ", "4 hours")), "utf-8")
    told = checked(book)
    assert not told["confirmed"]
    assert all("referral-decision" in mistake["what"] for mistake in told["mistakes"])
    assert any("due 2024-03-11, but it is found" in mistake["what"] for mistake in told["mistakes"])


@pytest.mark.parametrize(
    ("slip", "what", "remedy"),
    [
        (NEW.replace("4 hours", "4 huors"), "“huors” in “4 huors” is not a unit of time", "72 hours"),
        (NEW.replace("2026-09-01", "1 September 2026"), "“1” is not a date of the calendar", "2024-03-08"),
        (NEW.replace("2026-09-01", "2026-09-31"), "“2026-09-31” is not a date of the calendar", "2024-03-08"),
        (NEW.replace("2026-09-01", "2024-01-01"), "Two lines begin on 2024-01-01", "begins on a later day"),
        (NEW.partition("agreed")[0] + "\n", "does not say who agreed it", "Add “agreed” and the source"),
        (NEW.replace("4 hours", "0 hours"), "0 is not a number of hours", "at least 1"),
    ],
)
def test_a_slip_is_refused_with_its_line_and_what_to_write(
    book: Path, slip: str, what: str, remedy: str
) -> None:
    line = insert(book, LAST, slip)
    mistake = checked(book)["mistakes"][0]
    assert (mistake["file"], mistake["line"]) == (FILE, line)
    assert what in mistake["what"].replace('"', "“", 1).replace('"', "”", 1).replace('"', "“", 1).replace(
        '"', "”"
    )
    assert remedy in mistake["what"] + mistake["remedy"]


def test_deleting_the_oldest_line_is_refused_since_old_days_would_have_no_deadline(book: Path) -> None:
    text = (book / FILE).read_text("utf-8")
    (book / FILE).write_text(
        text.replace("  from 2020-01-01   2 working days   agreed the agreement of 2020\n", ""), "utf-8"
    )
    told = checked(book)["mistakes"]
    assert any(
        "“decision time” has no line that holds everywhere on 2020-01-01, when “referral-decision” begins"
        in mistake["what"]
        for mistake in told
    )


def test_a_new_edition_must_follow_the_last_without_a_gap(book: Path) -> None:
    text = (book / FILE).read_text("utf-8")
    edition = '  - name: "2026"\n    in force from: 2026-09-01\n    agreed by: the safeguarding partners\n'
    (book / FILE).write_text(
        text.replace("    unverified: the minute", f"{edition}    unverified: the minute"), "utf-8"
    )
    (mistake,) = checked(book)["mistakes"]
    assert (
        "The editions “2024” (until further notice) and “2026” (from 2026-09-01) overlap" in mistake["what"]
    )
    assert mistake["remedy"] == "End “2024” with “in force until: 2026-08-31”."
    mended = (
        (book / FILE)
        .read_text("utf-8")
        .replace(
            "    in force from: 2024-01-01\n",
            "    in force from: 2024-01-01\n    in force until: 2026-08-31\n",
        )
    )
    (book / FILE).write_text(mended, "utf-8")
    assert checked(book)["confirmed"]
    assert "Nothing changed." in run("diff", "2024", "2026", "--handbook", book).stdout


def test_a_rule_worded_anew_from_a_day_on_shows_both_wordings(book: Path) -> None:
    text = (book / "02-meetings.md").read_text("utf-8")
    block = text[text.index("```rule\nrule strategy-discussion-decides") :].partition("```\n")[0] + "```\n"
    was = block.replace("  owed by", "  in force until 2023-12-31\n  owed by")
    now = block.replace(
        "  owed by    children's social care", "  in force from 2024-01-01\n  owed by    the chair"
    )
    (book / "02-meetings.md").write_text(text.replace(block, f"{was}\n{now}"), "utf-8")
    assert checked(book)["confirmed"], checked(book)["mistakes"]
    told = " ".join(run("diff", "2020", "2024", "--handbook", book).stdout.split())
    assert "Reworded: strategy-discussion-decides was: Whenever there is" in told
    assert "Owed by children's social care." in told
    assert "Owed by the chair." in told
