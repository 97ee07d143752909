"""The reference page of the language: it names every clause, and what it shows can be read."""

from pathlib import Path

import pytest

from heeded.adapters.handbooks.markdown import take_apart
from heeded.core.evaluation.examples import run_example
from heeded.core.procedures.check.coverage import WANTED
from heeded.core.procedures.examples.example import CLAUSES
from heeded.core.procedures.examples.expectation import VERDICTS
from heeded.core.procedures.examples.table import COLUMNS
from heeded.core.procedures.pattern import Comparison
from heeded.core.procedures.rule import Tier
from heeded.core.procedures.text.form import FORM_WORDS
from heeded.core.procedures.text.rule import ABOUT, HEADINGS
from tests.core.procedures.language.written import STANDING, block, handbook

PAGE = Path(__file__).parents[4] / "docs" / "language.md"
SPELT_OUT = ("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
"""Ordinals that the page leaves to the reader."""


@pytest.mark.parametrize(
    "word",
    [
        *(word for word in (*HEADINGS, *ABOUT, *FORM_WORDS) if not word.startswith(SPELT_OUT)),
        *("step", *CLAUSES, *COLUMNS, *VERDICTS, *Tier, *Comparison),
    ],
)
def test_the_page_names_every_word_of_the_language(word: str) -> None:
    assert word in PAGE.read_text("utf-8")


def test_the_blocks_on_the_page_can_be_read_and_run() -> None:
    sheet = take_apart(PAGE.name, PAGE.read_text("utf-8"))
    blocks = {each.language: each for each in sheet.blocks}
    rule = (
        "rule referral-decision\n per referral\n when referral received\n must referral decision\n"
        f" within 1 working day\n{STANDING}"
    )
    book = handbook(block("rule", rule), blocks["amounts"], blocks["example"])
    assert len(book.amounts["conference deadline"].lines) == 3
    assert run_example(book.examples[0], book) == ()


def test_the_page_says_what_the_examples_of_each_form_must_show() -> None:
    text = PAGE.read_text("utf-8")
    for ways in WANTED.values():
        row = ", ".join(" or ".join(verdicts) for verdicts in ways)
        assert f"| {row} |" in text
