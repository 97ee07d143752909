"""Taking a Markdown file apart: its front matter, its title and its fenced blocks, with their lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from heeded.core.procedures.mistake import Mistake
from heeded.core.procedures.text.line import Block, Line, lines_of

_READER = MarkdownIt("commonmark").use(front_matter_plugin).disable(["inline", "text_join", "reference"])
_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file taken apart; `matter` is the text of its front matter, which begins on line 2."""

    file: str
    text: str
    heading: str
    matter: str | None
    blocks: tuple[Block, ...]
    mistakes: tuple[Mistake, ...]


def take_apart(file: str, text: str) -> Sheet:
    """The parts of a Markdown text; blocks and front matter that never close are mistakes."""
    tokens = _READER.parse(text)
    written = text.split("\n")
    matter = next((token.content for token in tokens if token.type == "front_matter"), None)
    mistakes = []
    if matter is None and written[0].rstrip() == _FENCE:
        never = Line(file, 1, _FENCE).wrong(
            "The front matter opens but is never closed.", f"Write {_FENCE} on the line after it."
        )
        mistakes.append(never.mistake)
    blocks = []
    for token in tokens:
        if token.type == "fence" and token.map:
            block = _block(file, token)
            blocks.append(block)
            if not _closed(token, written):
                open_end = block.line.wrong(
                    "The block opened here is never closed.", f"Write {token.markup} on the line after it."
                )
                mistakes.append(open_end.mistake)
    return Sheet(file, text, next(_headings(tokens), ""), matter, tuple(blocks), tuple(mistakes))


def _block(file: str, token: Token) -> Block:
    first = token.map[0] + 1 if token.map else 1
    language, _, title = token.info.strip().partition(" ")
    lines = lines_of(file, first + 1, token.content.removesuffix("\n"))
    return Block(Line(file, first, token.info), language.lower(), title.strip(), lines)


def _closed(token: Token, written: list[str]) -> bool:
    start, end = token.map or [0, 0]
    last = written[end - 1].strip().lstrip("> ") if end <= len(written) else ""
    return end - 1 > start and last.startswith(token.markup)


def _headings(tokens: list[Token]) -> Iterator[str]:
    for before, token in pairwise(tokens):
        if before.type == "heading_open" and token.type == "inline":
            yield " ".join(token.content.split())
