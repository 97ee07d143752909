"""A chapter taken apart for a page: runs of prose as HTML, and between them its blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

_READER = MarkdownIt("commonmark", {"html": False}).enable("table").use(front_matter_plugin)
_RUNS = ("rule", "amounts", "example")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a chapter: prose as HTML, or a block of a language, with its lines in the file, from 1.

    `text` is what stands in a block.
    """

    html: SafeString | str = ""
    language: str = ""
    text: str = ""
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a chapter, with the mark by which a link leads to it."""

    mark: str
    words: str


@cache
def parts(text: str) -> tuple[Part, ...]:
    """The parts of a chapter's text, without its front matter and its own title.

    Nothing in the text becomes HTML of its own: what looks like a tag is shown as it is written.
    """
    return tuple(_parts(text))


@cache
def headings(text: str) -> tuple[Heading, ...]:
    """The headings of a chapter's text beneath its title."""
    tokens = _READER.parse(text)
    return tuple(
        Heading(_mark(tokens[place + 1].content), tokens[place + 1].content)
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2"
    )


def _parts(text: str) -> Iterator[Part]:
    run: list[Token] = []
    for token in _without_title(_READER.parse(text)):
        if token.type == "fence" and token.level == 0 and _language(token) in _RUNS:
            if run:
                yield Part(_html(run))
            run = []
            first, last = token.map or (0, 0)
            yield Part(language=_language(token), text=token.content, first=first + 1, last=last)
        else:
            run.append(token)
    if run:
        yield Part(_html(run))


def _without_title(tokens: list[Token]) -> Iterator[Token]:
    within = False
    for place, token in enumerate(tokens):
        if token.type == "front_matter":
            continue
        if token.tag == "h1":
            within = token.type == "heading_open"
            continue
        if within:
            continue
        if token.type == "heading_open":
            token.attrSet("id", _mark(tokens[place + 1].content))
        yield token


def _html(run: list[Token]) -> SafeString:
    html: str = _READER.renderer.render(run, _READER.options, {})
    return mark_safe(html)  # noqa: S308 - what is written in the handbook cannot be HTML


def _language(token: Token) -> str:
    return token.info.strip().partition(" ")[0].lower()


def _mark(words: str) -> str:
    plain = "".join(letter if letter.isalnum() else "-" for letter in words.lower())
    return "-".join(filter(None, plain.split("-"))) or "part"
