"""The texts of templates, read with Django's own lexer, and the words that stand there bare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, Token, TokenType
from django.utils.text import smart_split
from django.utils.translation import trim_whitespace

from tools.catalogue.text import WEB, Text, place_of

_GIVEN = re.compile(r"""_\(("[^"]*"|'[^']*')\)""")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_FILLED = "\ufffc"
"""Stands where a tag of the template puts something in."""
_SEEN = frozenset({"aria-label", "aria-description", "aria-roledescription", "alt", "title", "placeholder"})
"""Attributes whose words a person reads or hears."""
_UNREAD = frozenset({"script", "style", "code"})


def templates() -> list[Path]:
    """Every template of the pages."""
    return sorted((WEB / "templates").rglob("*.*"))


def texts_in(path: Path) -> Iterator[Text]:
    """The texts of a template, as Django looks them up."""
    place = place_of(path)
    tokens = iter(Lexer(path.read_text("utf-8")).tokenize())
    for token in tokens:
        if token.token_type not in (TokenType.BLOCK, TokenType.VAR):
            continue
        for given in _GIVEN.findall(token.contents):
            yield Text(_words(given), place)
        tag, *bits = smart_split(token.contents) if token.token_type is TokenType.BLOCK else [""]
        if tag in ("translate", "trans") and bits[0][0] in "\"'":
            yield Text(_words(bits[0]), place, context=_context(bits))
        elif tag in ("blocktranslate", "blocktrans"):
            one, many = _block(tokens, trimmed="trimmed" in bits)
            yield Text(one, place, many, _context(bits))


def bare_in(path: Path) -> Iterator[str]:
    """Words of a template that a person reads or hears and that no catalogue holds."""
    page = _Page()
    page.feed(_filled(path.read_text("utf-8")))
    page.close()
    yield from page.bare


def _words(quoted: str) -> str:
    return quoted[1:-1].replace("%", "%%")


def _context(bits: list[str]) -> str:
    return bits[bits.index("context") + 1][1:-1] if "context" in bits else ""


def _block(tokens: Iterator[Token], *, trimmed: bool) -> tuple[str, str]:
    """What stands until the end of a block, counted for one and for many."""
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token.token_type is TokenType.TEXT:
            parts[-1].append(token.contents.replace("%", "%%"))
        elif token.token_type is TokenType.VAR:
            parts[-1].append(f"%({token.contents})s")
        elif token.contents == "plural":
            parts.append([])
        elif token.contents.startswith("endblocktrans"):
            break
    one, many = ("".join(part) for part in (*parts, [])[:2])
    return (trim_whitespace(one), trim_whitespace(many)) if trimmed else (one, many)


def _filled(source: str) -> str:
    """A template with a mark for each tag, and without what stands in blocks that a catalogue holds."""
    found, inside = [], ""
    for token in Lexer(source).tokenize():
        name = token.contents.partition(" ")[0] if token.token_type is TokenType.BLOCK else ""
        if inside:
            inside = "" if name.startswith("end" + inside) else inside
        elif name in ("blocktranslate", "blocktrans", "comment"):
            inside = name
            found.append(_FILLED)
        elif token.token_type is TokenType.TEXT:
            found.append(token.contents)
        elif token.token_type is TokenType.VAR or name in ("translate", "trans", "url", "static", "include"):
            found.append(_FILLED)
    return "".join(found)


class _Page(HTMLParser):
    """A page read for words: what stands between tags, and in attributes that somebody reads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.bare: list[str] = []
        self.within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at the attributes of a tag."""
        if tag in _UNREAD:
            self.within.append(tag)
        seen = _SEEN | {"value"} if tag == "input" and dict(attrs).get("type") == "submit" else _SEEN
        for name, value in attrs:
            if name in seen:
                self._look(value or "")

    def handle_endtag(self, tag: str) -> None:
        """Leave what nobody reads."""
        if self.within and tag == self.within[-1]:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        """Look at what stands between tags."""
        if not self.within:
            self._look(data)

    def _look(self, text: str) -> None:
        for part in text.split(_FILLED):
            if _LETTERS.search(part):
                self.bare.append(part.strip())
