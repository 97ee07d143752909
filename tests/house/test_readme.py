"""Keeps watch on README.md: one screen, and what it shows of the replay is what the replay prints."""

import re

from click.testing import CliRunner

from heeded.doors.cli import COMMANDS, main
from tests.house.source import ROOT

SCREEN = 70
"""Lines, at most."""

BLOCK = re.compile(r"<!-- replay -->\n```\n(.*)\n```\n<!-- /replay -->", re.DOTALL)


def passages(text: str) -> list[str]:
    """Give the passages of the replay that a page shows, parted by lines with an ellipsis alone."""
    block = BLOCK.search(text)
    return block.group(1).split("\n…\n") if block else []


def out_of_place(shown: list[str], printed: str) -> list[str]:
    """Give the passages that do not stand in what was printed, in that order, as whole lines."""
    wrong, reached = [], 0
    for passage in shown:
        found = f"\n{printed}\n".find(f"\n{passage}\n", reached)
        if found < 0:
            wrong.append(passage)
        reached = max(reached, found)
    return wrong


def test_the_readme_shows_what_the_replay_prints() -> None:
    shown = passages((ROOT / "README.md").read_text("utf-8"))
    printed = CliRunner(env={"COLUMNS": "80"}).invoke(main, ["replay", "child-t"])
    assert printed.exit_code == 0, printed.output
    assert len(shown) > 1
    assert out_of_place(shown, printed.output) == []


def test_the_readme_is_one_screen_and_names_every_command() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert len(text.splitlines()) <= SCREEN
    assert [name for name in COMMANDS if f"heeded {name}" not in text] == []
    assert [name for name in ("make demo", "make test") if name not in text] == []


def test_the_watch_sees_a_passage_that_was_not_printed_there() -> None:
    printed = "one\ntwo\nthree\nfour"
    assert passages("<!-- replay -->\n```\none\ntwo\n…\nfour\n```\n<!-- /replay -->") == ["one\ntwo", "four"]
    assert out_of_place(["one\ntwo", "four"], printed) == []
    assert out_of_place(["four", "one"], printed) == ["one"]
    assert out_of_place(["hre", "two\nfour"], printed) == ["hre", "two\nfour"]
