"""What makes a verdict fair, drawn in fair.md as a handbook with its worked examples."""

from pathlib import Path

import pytest

from heeded.adapters.handbooks.folder import read_folder
from heeded.core.evaluation.examples import ready_to_run, run_example
from heeded.core.procedures.handbook import Handbook

COVER = """---
title: A fair handbook
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
PAGE = (Path(__file__).parent / "fair.md").read_text("utf-8")
TITLES = [line.removeprefix("```example ") for line in PAGE.splitlines() if line.startswith("```example ")]


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    folder = tmp_path_factory.mktemp("handbook")
    (folder / "00.md").write_text(COVER, "utf-8")
    (folder / "01.md").write_text(PAGE, "utf-8")
    draft = read_folder(folder)
    assert [str(mistake) for mistake in draft.mistakes if mistake.grave] == []
    assert draft.handbook is not None
    return draft.handbook


def test_no_example_is_passed_over(handbook: Handbook) -> None:
    assert [example.title for example in handbook.examples] == TITLES
    assert len(set(TITLES)) == len(TITLES)


@pytest.mark.parametrize("title", TITLES)
def test_it_comes_out_as_it_should(handbook: Handbook, title: str) -> None:
    example = next(example for example in handbook.examples if example.title == title)
    assert ready_to_run(example, handbook)
    assert [str(mistake) for mistake in run_example(example, handbook)] == []
