"""Taking a Markdown file apart: its front matter, its title and its fenced blocks, with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from heeded.core.procedures.mistake import Mistake
from heeded.core.procedures.text.line import Block, Line, lines_of

_READER = MarkdownIt("commonmark").use(front_matter_plugin).disable(["inline", "text_join", "reference"])
_FENCE = "---"
_OPENS = re.compile(r" *```(rule|amounts|example)\b")
_CURLED = re.compile(r" *['‘’“”\"\u00b4]{2,3} *(rule|amounts|example)\b")


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
            block, wrong = _whole(_block(file, token))
            blocks.append(block)
            mistakes.extend(wrong)
            if not _closed(token, written):
                open_end = block.line.wrong(
                    "The block opened here is never closed.", f"Write {token.markup} on the line after it."
                )
                mistakes.append(open_end.mistake)
    mistakes.extend(_curled(file, written))
    return Sheet(file, text, next(_headings(tokens), ""), matter, tuple(blocks), tuple(mistakes))


def _block(file: str, token: Token) -> Block:
    first = token.map[0] + 1 if token.map else 1
    language, _, title = token.info.strip().partition(" ")
    lines = lines_of(file, first + 1, token.content.removesuffix("\n"))
    return Block(Line(file, first, token.info), language.lower(), title.strip(), lines)


def _whole(block: Block) -> tuple[Block, list[Mistake]]:
    """A block up to where another opens within it, since marks must then be missing; and that mistake."""
    inner = next((place for place, line in enumerate(block.lines) if _OPENS.match(line.text)), None)
    if inner is None:
        return block, []
    there = block.lines[inner].number
    if block.language:
        what = f"The block opened here is not closed before the next one opens, on line {there}."
        wrong = block.line.wrong(what, "Write ``` on the line after its last.")
    else:
        what = f"These marks close no block; so they open one that runs on to the next, on line {there}."
        wrong = block.line.wrong(what, "Write ```rule, ```amounts or ```example where their block begins.")
    return replace(block, lines=block.lines[:inner]), [wrong.mistake]


def _curled(file: str, written: list[str]) -> Iterator[Mistake]:
    """Quotation marks that a word processor put in place of the marks that open a block."""
    for number, text in enumerate(written, start=1):
        if _CURLED.match(text):
            yield (
                Line(file, number, text)
                .wrong(
                    "A block opens with three backticks (```); other marks stand here.",
                    "Type backticks, and switch off the correction of quotation marks.",
                )
                .mistake
            )


def _closed(token: Token, written: list[str]) -> bool:
    start, end = token.map or [0, 0]
    last = written[end - 1].strip().lstrip("> ") if end <= len(written) else ""
    return end - 1 > start and last.startswith(token.markup)


def _headings(tokens: list[Token]) -> Iterator[str]:
    for before, token in pairwise(tokens):
        if before.type == "heading_open" and token.type == "inline":
            yield " ".join(token.content.split())
