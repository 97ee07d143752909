"""Reading a handbook from its folder: what is read, and what is wrong with files and front matter."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heeded.adapters.handbooks.folder import LARGEST_FILE, MOST_FILES, read_folder
from heeded.core.procedures.assembly import Draft
from heeded.core.procedures.handbook import Edition
from heeded.core.procedures.mistake import Mistake

SAMPLE = Path(__file__).parent / "sample"
MATTER = """\
---
title: Child protection
area: Anytown
calendar: england-and-wales
editions:
  - name: "2020"
    in force from: 2020-01-01
    agreed by: the partners
---
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The sample handbook, to be spoilt."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "book"))


def one_file(folder: Path, text: str | bytes) -> Draft:
    """A handbook of one file with this text."""
    folder.mkdir(exist_ok=True)
    path = folder / "00-about.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_folder(folder)


def only(draft: Draft) -> Mistake:
    assert len(draft.mistakes) == 1, [str(mistake) for mistake in draft.mistakes]
    return draft.mistakes[0]


def test_the_sample_is_read_whole() -> None:
    draft = read_folder(SAMPLE)
    assert draft.sound
    assert draft.mistakes == ()
    book = draft.handbook
    assert book is not None
    assert (book.title, book.area, book.calendar.name) == (
        "Child protection in Anytown",
        "Anytown",
        "england-and-wales",
    )
    assert [step.title for step in book.steps] == [
        "How to read this",
        "Deciding on a referral",
        "Meeting, visiting and going home",
        "Disagreeing",
    ]
    assert book.editions[0] == Edition(
        name="2020",
        title="The agreement of 2020",
        since=date(2020, 1, 1),
        until=date(2023, 12, 31),
        agreed_by="the safeguarding partners",
        agreed_on=date(2019, 12, 2),
        line=8,
    )
    assert book.editions[1].unverified == "the minute of the meeting has not been found"
    assert {rule.owner for rule in book.rules} == {"safeguarding partners of Anytown"}
    assert {rule.review_by for rule in book.rules} == {date(2031, 3, 31)}


def test_lines_are_those_of_the_file() -> None:
    book = read_folder(SAMPLE).handbook
    assert book is not None
    for rule in book.rules:
        line = (SAMPLE / rule.file).read_text("utf-8").splitlines()[rule.line - 1]
        assert line.split()[0] in ("rule", "step")
    for amounts in book.amounts.values():
        for dated in amounts.lines:
            line = (SAMPLE / amounts.file).read_text("utf-8").splitlines()[dated.line - 1]
            assert line.split()[:2] == ["from", dated.since.isoformat()]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_of_other_machines(book: Path, ending: str) -> None:
    whole = read_folder(book)
    for file in book.iterdir():
        file.write_bytes(b"\xef\xbb\xbf" + file.read_text("utf-8").replace("\n", ending).encode())
    other = read_folder(book)
    assert other.mistakes == ()
    assert other.handbook is not None
    assert whole.handbook is not None
    assert other.handbook.rules == whole.handbook.rules


def test_one_file_alone_can_be_a_handbook(tmp_path: Path) -> None:
    path = tmp_path / "all.md"
    path.write_text(MATTER + "# All\n", "utf-8")
    draft = read_folder(path)
    assert draft.sound
    assert draft.handbook is not None
    assert draft.handbook.steps[0].title == "All"


def test_blocks_in_lists_and_quotations_keep_their_lines(tmp_path: Path) -> None:
    text = (
        MATTER
        + "- a list\n\n  ```rule\n  rule a\n    per chld\n  ```\n\n> ```rule\n> rule b\n>   per chld\n> ```\n"
    )
    lines = [mistake.line for mistake in one_file(tmp_path, text).mistakes if "chld" in mistake.what]
    assert lines == [14, 19]


def test_a_block_that_is_commented_out_does_not_run(tmp_path: Path) -> None:
    assert one_file(tmp_path, MATTER + "<!--\n```rule\nrule a\n```\n-->\n").mistakes == ()


def test_blocks_for_readers_are_left_alone(tmp_path: Path) -> None:
    assert one_file(
        tmp_path, MATTER + "```text\nrule a\n```\n\n```\n$ heeded\n```\n\n```mermaid\nx\n```\n"
    ).sound


@pytest.mark.parametrize(
    ("text", "line", "what", "remedy"),
    [
        (MATTER + "```rulle\nrule a\n```\n", 10, "called “rulle” and would not run", "Did you mean “rule”"),
        (MATTER + "```\nrule a\n```\n", 10, "not called anything and would not run", "```rule"),
        (MATTER + "```text\nrule a\n", 10, "The block opened here is never closed", "Write ```"),
        ("# A title\n", 1, "first file has no front matter", "Open it with"),
        ("---\ntitle: x\n", 1, "front matter opens but is never closed", "Write ---"),
        ("", 1, "first file has no front matter", "Open it with"),
        ("---\n---\n", 1, "The front matter is empty", "name: value"),
        ("---\n- a\n- list\n---\n", 2, "names and values are expected", "title"),
        ("---\njust words\n---\n", 2, "names and values are expected", "title"),
        ("---\ntitle: [a\n---\n", 2, "front matter cannot be read", "name: value"),
        ("---\ntitle: a: b\n---\n", 2, "front matter cannot be read", "quotation marks"),
        ("---\n" + "[" * 5000 + "\n---\n", 1, "front matter cannot be read", "name: value"),
        ("---\ntitle: " + "x" * 30_000 + "\n---\n", 1, "longer than", "Shorten"),
        (
            MATTER.replace("title", "titel"),
            2,
            "“titel” is not known here. Did you mean “title”",
            "Use: title",
        ),
        (MATTER.replace("area:", "title: again\narea:"), 3, "“title” stands twice", "Keep one"),
        (
            MATTER.replace("title: Child protection\n", ""),
            1,
            "does not give “title”",
            "title: Child protection",
        ),
        (MATTER.replace("Child protection", ""), 2, "does not give “title”", "title: Child protection"),
        (MATTER.replace("Child protection", "\n  - a"), 3, "a single value is expected", "one line"),
        (
            MATTER.replace("calendar: england-and-wales\n", ""),
            1,
            "does not give “calendar”",
            "england-and-wales",
        ),
        (MATTER.replace("england-and", "ireland-and"), 4, "No calendar is called", "england-and-wales"),
        (MATTER.replace("england-and-wales", "own.csv"), 4, "calendar cannot be opened", "folder"),
        (MATTER.replace("england-and-wales", "../own.csv"), 4, "is not a file name", "file name alone"),
        (MATTER.replace("2020-01-01", "January"), 7, "“January” is not a date", "2024-03-08"),
        (MATTER.replace("2020-01-01", "2020-13-01"), 7, "is not a date of the calendar", "2024-03-08"),
        (
            MATTER.replace("    agreed by: the partners\n", ""),
            6,
            "The edition does not give “agreed by”",
            "agreed",
        ),
        (MATTER.replace("agreed by", "agred by"), 8, "Did you mean “agreed by”", ""),
        (
            MATTER.replace('  - name: "2020"\n    in', "    in").replace("editions", "edition"),
            5,
            "“edition” is",
            "",
        ),
        (
            MATTER.replace('- name: "2020"', "- just words\n  - name: x"),
            6,
            "names and values are expected",
            "“name: …”",
        ),
        (MATTER.replace("- name", "  name"), 6, "a list is expected", "Begin each part"),
        (MATTER.replace("editions:", "review by: soon\neditions:"), 5, "“soon” is not a date", ""),
        (b"---\ntitle: caf\xe9\n---\n", 2, "not text in UTF-8", "plain text in UTF-8"),
        ("---\ntitle: x\n---\n".encode("utf-16"), 1, "not text", "UTF-8"),
        (b"---\ntitle: x\n\0\n---\n", 3, "not text", "UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 3, "not text", "UTF-8"),
        (b"x" * (LARGEST_FILE + 1), 0, "larger than 250,000 bytes", "Part it"),
    ],
)
def test_refusals(tmp_path: Path, text: str | bytes, line: int, what: str, remedy: str) -> None:
    draft = one_file(tmp_path / "book", text)
    found = [mistake for mistake in draft.mistakes if what in str(mistake)]
    assert found, [str(mistake) for mistake in draft.mistakes]
    assert (found[0].line, remedy in str(found[0])) == (line, True), str(found[0])
    assert not draft.sound


@pytest.mark.parametrize("gone", ["title: Child protection", "area: Anytown", "calendar: england-and-wales"])
def test_without_its_cover_there_is_no_handbook(tmp_path: Path, gone: str) -> None:
    assert one_file(tmp_path, MATTER.replace(f"{gone}\n", "")).handbook is None


def test_front_matter_that_never_closes_is_one_mistake(tmp_path: Path) -> None:
    assert "never closed" in only(one_file(tmp_path, "---\ntitle: x\n")).what


def test_a_calendar_of_ones_own_lies_beside_the_handbook(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("day,name,announced,source\n2020-04-10,Good Friday,,ours\n", "utf-8")
    draft = one_file(tmp_path, MATTER.replace("england-and-wales", "own.csv"))
    assert draft.handbook is not None
    assert draft.handbook.calendar.name == "own"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    mistake = only(read_folder(tmp_path / "nowhere"))
    assert "cannot be opened" in mistake.what


def test_an_empty_folder(tmp_path: Path) -> None:
    assert "no Markdown file" in only(read_folder(tmp_path)).what


def test_a_folder_called_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "01-step.md").mkdir()
    draft = one_file(tmp_path, MATTER)
    assert only(draft).file == "01-step.md"
    assert not draft.sound


def test_a_file_that_may_not_be_read(book: Path) -> None:
    file = book / "02-meetings.md"
    file.unlink()
    file.symlink_to(book / "nowhere.md")
    found = [mistake for mistake in read_folder(book).mistakes if mistake.file == file.name]
    assert found[0].line == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "01-step.md")
    assert only(one_file(tmp_path, MATTER)).what == "It is not a file."


def test_too_many_files(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 1):
        (tmp_path / f"{number:03}.md").touch()
    assert f"{MOST_FILES + 1} Markdown files" in only(read_folder(tmp_path)).what


def test_a_first_file_that_cannot_be_read_leaves_no_handbook_but_the_rest_is_looked_at(book: Path) -> None:
    (book / "00-about.md").write_bytes(b"\0")
    text = (book / "01-referrals.md").read_text("utf-8").replace("per        referral", "per        referal")
    (book / "01-referrals.md").write_text(text, "utf-8")
    draft = read_folder(book)
    assert draft.handbook is None
    assert {mistake.file for mistake in draft.mistakes} == {"00-about.md", "01-referrals.md"}


def test_later_front_matter_gives_a_title_and_nothing_else(book: Path) -> None:
    (book / "04-more.md").write_text("---\ntitle: More\narea: Otherton\n---\n", "utf-8")
    draft = read_folder(book)
    assert "“area” is not known here" in only(draft).what
    assert draft.handbook is not None
    assert draft.handbook.steps[-1].title == "More"


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    draft = one_file(tmp_path_factory.mktemp("book"), content)
    assert all(mistake.what for mistake in draft.mistakes)


@settings(max_examples=60)
@given(st.text(alphabet="ab:-[]{}&*!|>'\"%@`#\n \t,?<.0", max_size=200))
def test_any_front_matter(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    draft = one_file(tmp_path_factory.mktemp("book"), f"---\n{content}\n---\n")
    assert not draft.sound
    assert draft.mistakes
    assert all(mistake.what for mistake in draft.mistakes)
