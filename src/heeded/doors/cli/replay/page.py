"""The page that a replay is printed on: headings, labels and wrapped paragraphs, readable without colour."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console
from rich.text import Text

NARROW, WIDE = 80, 100
"""Columns: what is printed into a pipe, and at most on a terminal."""
LABEL = 11
"""Columns that a label takes before its paragraph."""


class Page:
    """Prints onto a stream; nothing is said by colour alone. NO_COLOR in the environment is heeded."""

    def __init__(self, out: TextIO, *, colour: bool) -> None:
        plain = None if colour else True
        self._console = Console(file=out, no_color=plain, highlight=False, emoji=False, markup=False)
        self._console.width = min(self._console.width, WIDE) if self._console.is_terminal else NARROW

    def title(self, words: str) -> None:
        """The title of the page, underlined."""
        self._console.print(Text(words, style="bold"))
        self._console.print("=" * min(len(words), self._console.width))

    def heading(self, words: str) -> None:
        """A heading with an empty line before it and a rule after it."""
        self._console.print()
        line = f"── {words} "
        self._console.print(Text(line + "─" * max(0, self._console.width - len(line)), style="bold"))

    def paragraph(self, words: str, indent: int = 0, style: str = "") -> None:
        """A paragraph, wrapped and indented."""
        self._wrapped(Text(" " * indent), words, style)

    def labelled(self, label: str, words: str, style: str = "bold") -> None:
        """A paragraph with a label before its first line, and its other lines below its own first."""
        self._wrapped(Text(f"{label:<{LABEL}}", style=style), words)

    def space(self) -> None:
        """An empty line."""
        self._console.print()

    def _wrapped(self, lead: Text, words: str, style: str = "") -> None:
        lines = Text(words, style=style).wrap(self._console, self._console.width - len(lead))
        for number, line in enumerate(lines):
            line.rstrip()
            self._console.print(Text.assemble(Text(" " * len(lead)) if number else lead, line))
