"""Reading a handbook from a folder of Markdown files, or from one file; nothing in it is passed over."""

from __future__ import annotations

from pathlib import Path

from heeded.adapters.handbooks.cover import Opening, read_opening, read_title
from heeded.adapters.handbooks.markdown import Sheet, take_apart
from heeded.core.procedures.assembly import Draft, read_handbook
from heeded.core.procedures.mistake import Mistake, Refused
from heeded.core.procedures.text.line import Line
from heeded.core.procedures.text.page import Page

LARGEST_FILE = 250_000
"""Bytes: a step of a handbook that is larger is not one."""
MOST_FILES = 300
_STEP = ".md"
_BESIDE = frozenset((_STEP, ".csv", ".png", ".jpg", ".jpeg", ".svg", ".pdf"))
_NO_COVER = Opening(None, None, ())


def read_folder(path: Path) -> Draft:
    """The handbook at a path, and every mistake in it; nothing about a file raises."""
    files, mistakes = _files(path)
    sheets = []
    for file in files:
        sheet, wrong = _sheet(file)
        mistakes.extend(wrong)
        if sheet is not None:
            sheets.append(sheet)
            mistakes.extend(sheet.mistakes)
            if not sheet.text.strip():
                mistakes.append(Mistake(file.name, 0, "This file is empty.", _EMPTY, grave=False))
    opening = _opening(path, files, sheets, mistakes)
    pages = [_page(sheet, number, mistakes) for number, sheet in enumerate(sheets)]
    draft = read_handbook(opening.cover, opening.calendar, pages)
    return draft.with_mistakes(tuple(mistakes))


def _files(path: Path) -> tuple[list[Path], list[Mistake]]:
    """The files of a handbook in the order of their names, and what keeps them from being read."""
    try:
        if path.is_file():
            return [path], []
        found = sorted(path.iterdir())
    except OSError as wrong:
        return [], [Mistake(str(path), 0, f"It cannot be opened: {wrong.strerror or wrong}.", _FOLDER)]
    files = [file for file in found if file.suffix.lower() == _STEP and not file.name.startswith(".")]
    if not files:
        return [], [Mistake(str(path), 0, "There is no Markdown file (.md) in this folder.", _FOLDER)]
    if len(files) > MOST_FILES:
        many = f"There are {len(files)} Markdown files in this folder; a handbook has at most {MOST_FILES}."
        return [], [Mistake(str(path), 0, many, _FOLDER)]
    return files, [_unread(file) for file in found if _seems_a_step(file)]


def _seems_a_step(file: Path) -> bool:
    """Whether a file that is not read may well have been meant to be: not a table, picture or hidden file."""
    if file.name.startswith("."):
        return False
    if file.is_dir():
        try:
            return any(inner.suffix.lower() == _STEP for inner in file.iterdir())
        except OSError:
            return True
    return file.suffix.lower() not in _BESIDE


def _unread(file: Path) -> Mistake:
    if file.is_dir():
        return Mistake(
            file.name, 0, "This folder is not read.", "Put its files beside the others.", grave=False
        )
    remedy = "Let its name end in .md if it is a step of the handbook."
    return Mistake(file.name, 0, "This file is not read.", remedy, grave=False)


_FOLDER = "Give a folder with one Markdown file for each step of the work, such as 00-about.md."


def _sheet(file: Path) -> tuple[Sheet | None, list[Mistake]]:
    """A file taken apart, or why it cannot be."""
    try:
        return take_apart(file.name, _text(file)), []
    except Refused as refusal:
        return None, [refusal.mistake]


def _text(file: Path) -> str:
    """The text of a file; refused where it is no text, too large or cannot be opened."""
    whole = Line(file.name, 0, "")
    if not file.is_file():
        raise whole.wrong("It is not a file.", "Give it another ending than .md.")
    try:
        with file.open("rb") as opened:
            written = opened.read(LARGEST_FILE + 1)
    except OSError as wrong:
        raise whole.wrong(f"It cannot be opened: {wrong.strerror}.", "Check who may read it.") from wrong
    if len(written) > LARGEST_FILE:
        raise whole.wrong(f"It is larger than {LARGEST_FILE:,} bytes.", "Part it into steps.")
    if b"\0" in written:
        raise _line(file, written, written.index(b"\0")).wrong("This is not text.", _SAVE)
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise _line(file, written, wrong.start).wrong("This is not text in UTF-8.", _SAVE) from wrong
    return text.replace("\r\n", "\n").replace("\r", "\n")


_EMPTY = "Write its step again, or take the file away."
_SAVE = "Save the file as plain text in UTF-8."


def _line(file: Path, written: bytes, place: int) -> Line:
    return Line(file.name, written.count(b"\n", 0, place) + 1, "")


def _opening(path: Path, files: list[Path], sheets: list[Sheet], mistakes: list[Mistake]) -> Opening:
    """What the first file says of the whole; its absence is a mistake."""
    if not files or not sheets or sheets[0].file != files[0].name:
        return _NO_COVER
    first = sheets[0]
    if first.matter is None:
        if not any(mistake.line == 1 for mistake in first.mistakes):
            mistakes.append(Mistake(first.file, 1, "The handbook's first file has no front matter.", _OPEN))
        return _NO_COVER
    opening = read_opening(first.file, first.matter, path if path.is_dir() else path.parent)
    mistakes.extend(opening.mistakes)
    return opening


_OPEN = "Open it with “---”, then title, area, calendar and editions, then “---”."


def _page(sheet: Sheet, number: int, mistakes: list[Mistake]) -> Page:
    title = ""
    if number and sheet.matter is not None:
        title, wrong = read_title(sheet.file, sheet.matter)
        mistakes.extend(wrong)
    return Page(sheet.file, title or sheet.heading or Path(sheet.file).stem, sheet.text, sheet.blocks)
