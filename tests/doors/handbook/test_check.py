"""`heeded handbook check`: confirmed or refused, in text and as JSON."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.doors.handbook.commands import SAMPLE, checked, run


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The sample handbook, to be changed."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "book"))


def change(file: Path, old: str, new: str) -> int:
    """Change one text of a file, which must stand there once, and give its line."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_sound_handbook_is_confirmed() -> None:
    found = run("check", SAMPLE)
    assert found.exit_code == 0
    assert found.stdout == "Confirmed: 10 rules in 4 files, 19 of 19 examples run, each as expected.\n"


def test_a_sound_handbook_as_json() -> None:
    assert checked(SAMPLE) == {
        "confirmed": True,
        "title": "Child protection in Anytown",
        "rules": 10,
        "examples": 19,
        "examples_run": 19,
        "mistakes": [],
        "warnings": [],
    }


def test_the_handbook_that_ships_is_confirmed() -> None:
    found = run("check")
    assert found.exit_code == 0, found.stdout
    assert "Confirmed:" in found.stdout


def test_a_mistake_is_told_with_its_file_line_and_remedy(book: Path) -> None:
    line = change(book / "01-referrals.md", "must       referral decision", "must       referal decision")
    found = run("check", book)
    assert found.exit_code == 1
    first, *_, last = found.stdout.splitlines()
    assert first.startswith(
        f"01-referrals.md, line {line}: There is no kind of event “referal decision”. "
        "Did you mean “referral decision”"
    )
    assert last == "Refused: 1 mistake. 9 rules could be read, 15 of 19 examples run."


def test_several_mistakes_are_told_at_once_in_the_order_of_the_text(book: Path) -> None:
    first = change(book / "01-referrals.md", "ref        A-01", "reff       A-01")
    second = change(
        book / "02-meetings.md", "before     hospital discharge", "before     hospital discharged"
    )
    third = change(book / "03-disagreeing.md", "ref        A-03", "ref")
    told = checked(book)["mistakes"]
    places = [(mistake["file"], mistake["line"]) for mistake in told]
    assert places == [("01-referrals.md", first), ("02-meetings.md", second), ("03-disagreeing.md", third)]


def test_examples_of_a_rule_without_its_amount_wait_and_do_not_repeat_the_mistake(book: Path) -> None:
    change(book / "01-referrals.md", "within     decision time", "within     decision tine")
    found = run("check", book)
    assert "Did you mean “decision time”" in found.stdout
    assert found.stdout.endswith(
        "Refused: 1 mistake. 10 rules could be read, 15 of 19 examples run. 1 warning.\n"
    )


def test_an_example_that_differs_is_refused_at_its_expectation(book: Path) -> None:
    line = change(
        book / "01-referrals.md", "expect     referral-decision  void", "expect     referral-decision  kept"
    )
    (mistake,) = checked(book)["mistakes"]
    assert (mistake["file"], mistake["line"]) == ("01-referrals.md", line)
    assert "expects referral-decision kept, but it is found void" in mistake["what"]
    assert mistake["remedy"]


def test_a_warning_does_not_refuse(book: Path) -> None:
    change(book / "00-about.md", "review by: 2031-03-31", "review by: 2021-03-31")
    told = checked(book)
    assert told["confirmed"]
    assert "was to be reviewed by 2021-03-31" in told["warnings"][0]["what"]
    text = run("check", book).stdout
    assert text.startswith("Warning: 00-about.md: The handbook was to be reviewed")
    assert text.endswith("each as expected. 1 warning.\n")


def test_a_path_that_is_no_handbook(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere"):
        found = run("check", path)
        assert found.exit_code == 1
        assert str(path) in found.stdout
        assert found.stdout.endswith("Refused: 1 mistake.\n")


def test_what_is_not_a_handbook_at_all_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(bytes(range(256)) * 100)
    assert run("check", tmp_path).exit_code == 1


@pytest.mark.parametrize(
    ("words", "sample"),
    [
        ((), "Check a handbook, show what it says, compare its editions."),
        (("check",), "heeded handbook check our-handbook"),
        (("show",), "heeded handbook show RE-02"),
        (("diff",), "heeded handbook diff 2010 2023"),
    ],
)
def test_help_teaches_by_example(words: tuple[str, ...], sample: str) -> None:
    assert sample in " ".join(run(*words, "--help").stdout.split())


def told(book: Path) -> list[str]:
    """Each mistake and warning that the check tells, as it stands on the page."""
    return run("check", book).stdout.split("\n\n")[0].splitlines()


@pytest.mark.parametrize("marks", ["", "‘‘‘rule", '"""rule'])
def test_a_block_whose_opening_marks_are_gone_is_told_once(book: Path, marks: str) -> None:
    file = book / "01-referrals.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("```rule", marks, 1), "utf-8")
    said = told(book)
    assert any("These marks close no block; so they open one that runs on" in line for line in said)
    assert any("A block opens with three backticks" in line for line in said) == bool(marks)
    assert len(said) == (2 if marks else 1)


def test_a_block_whose_closing_marks_are_gone_is_told_once_where_it_opens(book: Path) -> None:
    file = book / "01-referrals.md"
    lines = file.read_text("utf-8").split("\n")
    opens = next(number for number, line in enumerate(lines) if line.startswith("```rule"))
    closes = next(number for number, line in enumerate(lines) if line == "```" and number > opens)
    following = next(number for number, line in enumerate(lines) if line[:3] == "```" and number > closes)
    assert lines[following].startswith("```example")
    del lines[closes]
    file.write_text("\n".join(lines), "utf-8")
    (said,) = told(book)
    assert said == (
        f"01-referrals.md, line {opens + 1}: The block opened here is not closed before the next one opens, "
        f"on line {following}. Write ``` on the line after its last."
    )


def test_a_file_that_is_not_read_or_holds_nothing_is_told(book: Path) -> None:
    (book / "01-referrals.md").rename(book / "01-referrals.txt")
    there = (
        "01-referrals.txt: This file is not read. Let its name end in .md if it is a step of the handbook."
    )
    assert f"Warning: {there}" in told(book)
    (book / "01-referrals.txt").rename(book / "01-referrals.md")
    (book / "map.png").write_bytes(b"picture")
    (book / "08-more.md").write_text("\n", "utf-8")
    assert told(book) == [
        "Warning: 08-more.md: This file is empty. Write its step again, or take the file away."
    ]
    (book / "08-more.md").unlink()
    (book / "drafts").mkdir()
    (book / "drafts" / "09-new.md").write_text("# New\n", "utf-8")
    assert told(book) == ["Warning: drafts: This folder is not read. Put its files beside the others."]


def test_a_handbook_without_a_rule_is_not_confirmed_in_silence(book: Path) -> None:
    assert told(book / "00-about.md")[0] == (
        "Warning: 00-about.md: This handbook has no rule. "
        "Give the folder with all its files, and open the block of each rule with ```rule."
    )


def test_dashes_from_a_word_processor_are_named(book: Path) -> None:
    change(book / "00-about.md", "review by: 2031-03-31", "review by: 2031–03–31")
    assert told(book)[0] == (
        "00-about.md, line 6: “2031–03–31” is not a date of the calendar. Write year-month-day, "
        "such as 2024-03-08, with the hyphen of the keyboard: longer dashes stand there now."
    )


def test_a_tab_indents_as_far_as_the_blanks_around_it(book: Path) -> None:
    change(book / "01-referrals.md", "  must       referral decision", "\tmust\treferral decision")
    assert run("check", book).exit_code == 0, run("check", book).stdout
