"""Keeps watch on GLOSSARY.md: a word has one meaning on one line, and every verdict has its word."""

import re

from heeded.core.evaluation.finding import Verdict
from tests.house.source import ROOT
from tests.house.test_words import FORBIDDEN, words

WORD = re.compile(r"\*\*(.+?)\*\*:")


def wrongs(text: str) -> list[str]:
    """Say what is wrong with a glossary: a line that explains nothing, a word twice, a word not ours."""
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    named = [name for line in lines for entry in WORD.findall(line) for name in entry.split(", ")]
    wrong = [f"explains no word: {line}" for line in lines if not WORD.match(line[2:])]
    wrong += [
        f"explained twice: {name}" for name in sorted({name for name in named if named.count(name) > 1})
    ]
    return wrong + [f"not the field's word: {name}" for name in named if words(name) & FORBIDDEN]


def test_each_word_is_explained_once() -> None:
    assert wrongs((ROOT / "GLOSSARY.md").read_text("utf-8")) == []


def test_every_verdict_is_explained() -> None:
    explained = set(WORD.findall((ROOT / "GLOSSARY.md").read_text("utf-8")))
    assert {str(verdict) for verdict in Verdict} - explained == set()


def test_the_watch_sees_a_word_twice_unexplained_or_not_ours() -> None:
    text = "- **child**: one.\n- **child**: two.\n- **kept**: done. **due**: no.\n- plan.\n- **client**: so."
    assert wrongs(text) == [
        "explains no word: - plan.",
        "explained twice: child",
        "not the field's word: client",
    ]
