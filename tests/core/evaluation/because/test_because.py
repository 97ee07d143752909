"""Each sentence of a because, drawn in sentences.md beside the small record that it speaks of."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from heeded.adapters.handbooks.folder import read_folder
from heeded.core.evaluation.because import Because
from heeded.core.evaluation.definition import evaluate
from heeded.core.evaluation.finding import Finding
from heeded.core.procedures.handbook import Example, Handbook

COVER = """---
title: A small handbook
area: England
calendar: england-and-wales
owner: us
review by: 2030-01-01
editions:
  - name: "2020"
    title: Ours
    in force from: 2020-01-01
    agreed by: us
    agreed on: 2020-01-01
---
# About
"""
PAGE = (Path(__file__).parent / "sentences.md").read_text("utf-8")
DRAWN = re.findall(r"```example (.+)\n(?:(?!```).*\n)*```\n\n```because\n((?:(?!```).*\n)*)```", PAGE)


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    folder = tmp_path_factory.mktemp("handbook")
    (folder / "00.md").write_text(COVER, "utf-8")
    (folder / "01.md").write_text(PAGE, "utf-8")
    draft = read_folder(folder)
    assert [str(mistake) for mistake in draft.mistakes if mistake.grave] == []
    assert draft.handbook is not None
    return draft.handbook


def drawn(handbook: Handbook, title: str) -> Example:
    """The example of that title."""
    return next(example for example in handbook.examples if example.title == title)


def findings(handbook: Handbook, example: Example, now: int | None = None) -> list[Finding]:
    """The findings of the rule that an example is about."""
    about = {named.rule for named in example.not_owed}
    found = evaluate(example.chronology, handbook, example.now if now is None else now)
    return [finding for finding in found if finding.rule in about]


@pytest.mark.parametrize(("title", "because"), DRAWN, ids=[title for title, _ in DRAWN])
def test_the_sentence_says_why(handbook: Handbook, title: str, because: str) -> None:
    example = drawn(handbook, title)
    why = Because(example.chronology, handbook, known_at=example.now)
    said = [why.sentence(finding) for finding in findings(handbook, example)]
    assert " ".join(said) == " ".join(because.split())


def test_every_example_that_is_drawn_is_read(handbook: Handbook) -> None:
    assert [title for title, _ in DRAWN] == [example.title for example in handbook.examples]


def test_the_entries_behind_a_finding_begin_with_what_began_it(handbook: Handbook) -> None:
    example = drawn(handbook, "kept late")
    (finding,) = findings(handbook, example)
    kinds = {entry.id: entry.kind for entry in example.chronology.entries}
    behind = Because(example.chronology, handbook).entries(finding)
    assert [kinds[entry] for entry in behind] == ["referral received", "referral decision"]


def test_a_sentence_speaks_only_of_what_was_known(handbook: Handbook) -> None:
    example = drawn(handbook, "kept, told late")
    before = max(entry.told for entry in example.chronology.entries) - 1
    (finding,) = findings(handbook, example, before)
    said = Because(example.chronology, handbook, known_at=before).sentence(finding)
    assert said.endswith(": the record holds none.")


def test_a_rule_that_governed_no_such_day_is_named(handbook: Handbook) -> None:
    example = drawn(handbook, "kept late")
    (finding,) = findings(handbook, example)
    without = replace(handbook, rules=())
    with pytest.raises(KeyError, match="referral-answered"):
        Because(example.chronology, without).sentence(finding)
