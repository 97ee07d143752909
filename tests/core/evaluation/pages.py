"""Pages of rules and worked examples, read as a handbook."""

from pathlib import Path

from heeded.adapters.handbooks.folder import read_folder
from heeded.core.procedures.handbook import Handbook

COVER = """---
title: A handbook for trying out
area: England
calendar: england-and-wales
owner: us
review by: 2030-01-01
editions:
  - name: "2010"
    title: Ours
    in force from: 2010-01-01
    agreed by: us
    agreed on: 2010-01-01
---
# About
"""


def titles_in(page: Path) -> list[str]:
    """The titles of the examples on a page."""
    lines = page.read_text("utf-8").splitlines()
    return [line.removeprefix("```example ") for line in lines if line.startswith("```example ")]


def written(page: Path, folder: Path) -> Handbook:
    """The page as a handbook of its own, in an empty folder."""
    (folder / "00.md").write_text(COVER, "utf-8")
    (folder / "01.md").write_text(page.read_text("utf-8"), "utf-8")
    draft = read_folder(folder)
    assert [str(mistake) for mistake in draft.mistakes if mistake.grave] == []
    assert draft.handbook is not None
    return draft.handbook
