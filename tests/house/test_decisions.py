"""Keeps watch on the decisions: numbered without gaps, each with its four parts in order."""

import re

from tests.house.source import ROOT

PARTS = ["Context", "Decision", "Consequences", "How we know that it is kept"]
PATH = re.compile(r"`((?:src|tests|docs|tools)/[\w./-]+)`")


def wrongs(number: int, text: str) -> list[str]:
    """Say what is wrong with one decision's page: its number, its parts, or a file it names."""
    wrong = [] if text.startswith(f"# {number}. ") else [f"its title does not begin with '# {number}. '"]
    if re.findall(r"^## (.+)$", text, re.MULTILINE) != PARTS:
        wrong.append(f"its parts are not {', '.join(PARTS)}")
    if any(not part.strip() for part in re.split(r"^#.*$", text, flags=re.MULTILINE)[2:]):
        wrong.append("a part of it is empty")
    return wrong + [
        f"it names {path}, which does not exist" for path in PATH.findall(text) if not (ROOT / path).exists()
    ]


def test_each_decision_says_why_and_how_we_know() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    assert {
        page.name: found for n, page in enumerate(pages, 1) if (found := wrongs(n, page.read_text("utf-8")))
    } == {}


def test_the_watch_sees_a_page_that_is_not_whole() -> None:
    whole = "# 7. A\n\n" + "".join(f"## {part}\nWords.\n\n" for part in PARTS)
    assert wrongs(7, whole) == []
    assert len(wrongs(8, whole)) == 1
    assert wrongs(7, whole.replace("## Decision\nWords.\n", "")) == [f"its parts are not {', '.join(PARTS)}"]
    assert wrongs(7, whole.replace("Words.", "", 1)) == ["a part of it is empty"]
    assert wrongs(7, whole + "Kept by `tests/gone.py`.") == ["it names tests/gone.py, which does not exist"]
