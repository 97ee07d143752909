"""Keeps watch on what our pages and messages point to: every page that they name is there."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import ROOT, modules

LINK = re.compile(r"\[[^\]]*\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)")
PAGE = re.compile(r"\bdocs/[\w./-]+\.md\b")


def pages(root: Path) -> Iterator[Path]:
    """Yield the repository's own pages."""
    yield from root.glob("*.md")
    for folder in ("docs", "src", "tests", "bench"):
        yield from (root / folder).rglob("*.md")


def astray(page: Path, text: str) -> set[str]:
    """Give the links of a page that lead nowhere."""
    return {link for link in LINK.findall(text) if not (page.parent / link).exists()}


def test_every_link_leads_somewhere() -> None:
    wrong = {page.relative_to(ROOT).as_posix(): astray(page, page.read_text("utf-8")) for page in pages(ROOT)}
    assert {page: sorted(links) for page, links in wrong.items() if links} == {}


def test_every_page_that_the_code_names_is_there() -> None:
    named = {(module.path, page) for module in modules("src", "bench") for page in PAGE.findall(module.text)}
    assert sorted((path, page) for path, page in named if not (ROOT / page).exists()) == []


def test_the_watch_sees_a_link_that_leads_nowhere() -> None:
    text = "[here](MAP.md), [gone](gone.md), [part](GLOSSARY.md#people), [out](https://example.org/x.md)"
    assert astray(ROOT / "README.md", text) == {"gone.md"}
    assert PAGE.findall("see docs/gone/page.md, and docs/here.md.") == ["docs/gone/page.md", "docs/here.md"]
