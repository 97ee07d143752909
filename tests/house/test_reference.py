"""Keeps watch on docs/reference/: it says what the code says, and everything has its heading."""

import re

import click
import pytest

from heeded.bootstrap import open_handbook
from heeded.core.chronology.vocabulary import EVERY_KIND
from heeded.core.evaluation.finding import Verdict
from heeded.doors.cli import main
from tools.reference.commands import tree
from tools.reference.markdown import table
from tools.reference.pages import FOLDER, pages


def headings(text: str) -> set[str]:
    """Give the headings of a page, of whatever depth."""
    return set(re.findall(r"^#+ (.+)$", text, re.MULTILINE))


@pytest.mark.parametrize("name", pages())
def test_a_page_is_as_make_docs_would_write_it(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == pages()[name], "run make docs"


def test_there_is_no_page_that_nothing_writes() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(pages())


def test_every_command_has_its_heading() -> None:
    found = headings((FOLDER / "commands.md").read_text("utf-8"))
    assert {path for path, _ in tree("heeded", main)} <= found


def test_no_help_shows_a_mark_that_is_meant_for_click() -> None:
    assert [path for path, command in tree("heeded", main) if "\\b" in (command.help or "")] == []


def test_every_event_kind_has_its_heading() -> None:
    assert set(EVERY_KIND) <= headings((FOLDER / "event-kinds.md").read_text("utf-8"))


def test_every_rule_has_its_heading() -> None:
    found = headings((FOLDER / "rules.md").read_text("utf-8"))
    assert {rule.name for rule in open_handbook().rules} <= found


def test_what_is_unverified_is_marked_under_its_rule() -> None:
    text = (FOLDER / "rules.md").read_text("utf-8")
    for rule in open_handbook().rules:
        _, _, after = text.partition(f"### {rule.name}\n")
        assert rule.unverified in after.partition("\n#")[0]
        assert ("**Unverified**" in after.partition("\n#")[0]) == bool(rule.unverified)


def test_every_verdict_has_its_heading() -> None:
    assert {str(verdict) for verdict in Verdict} <= headings((FOLDER / "verdicts.md").read_text("utf-8"))


def test_the_tree_reaches_a_command_below_a_command() -> None:
    inner = click.Group("inner", commands=[click.Command("leaf"), click.Command("hidden", hidden=True)])
    found = [path for path, _ in tree("top", click.Group("top", commands=[inner]))]
    assert found == ["top", "top inner", "top inner leaf"]


def test_a_table_cannot_be_broken_by_what_it_says() -> None:
    assert (
        table(("a", "b"), [("one|two", "three\nfour")])
        == "| a | b |\n| --- | --- |\n| one\\|two | three four |"
    )
