"""Clauses: the lines of a block gathered under the words that say what each is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from heeded.core.procedures.mistake import Mistake, Refused, nearest, shortened
from heeded.core.procedures.text.line import Line
from heeded.core.procedures.text.phrases import Phrases, without_comment, words_of

_Given = TypeVar("_Given")
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its opening word or words, and the lines it runs over.

    `start` is the column of the first line at which the rest of the clause begins.
    """

    word: str
    lines: tuple[Line, ...]
    start: int

    @property
    def line(self) -> Line:
        """The line on which the clause begins."""
        return self.lines[0]

    @property
    def phrases(self) -> Phrases:
        """The words of the clause after its opening, ready to be read."""
        words = [*words_of(self.line, self.start)]
        for line in self.lines[1:]:
            words.extend(words_of(line))
        return Phrases(words, self.lines[-1])

    @property
    def text(self) -> str:
        """The clause after its opening, as written, on one line."""
        parts = [self.line.text[self.start :], *(line.text for line in self.lines[1:])]
        return " ".join(" ".join(without_comment(part).split()) for part in parts).strip()

    def said(self, what: str) -> str:
        """The text of the clause; refused where nothing is said. `what` names what is wanted."""
        if not self.text:
            raise self.wrong(f"“{self.word}” is followed by nothing.", f"Write {what} after it.")
        return self.text

    def wrong(self, what: str, remedy: str = "") -> Refused:
        """The refusal of this clause."""
        return self.line.wrong(what, remedy)


def spoken(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines that say something: no blank ones, no comments."""
    return tuple(line for line in lines if without_comment(line.text).strip())


def gather(lines: Iterable[Line], opening: tuple[str, ...] = ()) -> tuple[tuple[Line, ...], ...]:
    """Each line with the lines indented deeper than the first of them, which continue it.

    A line that begins with one of the `opening` words continues nothing, however it is indented.
    """
    groups: list[list[Line]] = []
    edge = None
    for line in spoken(lines):
        edge = line.indent if edge is None else edge
        if groups and line.indent > edge and not line.text.lstrip().startswith(opening or "\n"):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(tuple(group) for group in groups)


def read_clause(lines: tuple[Line, ...], known: Iterable[str]) -> Clause:
    """The clause that these lines are, by the longest known opening; refused if there is none."""
    first = lines[0]
    known = tuple(known)
    opening = Phrases(words_of(first), first).longest(known)
    if opening is None:
        word = without_comment(first.text).split()[0]
        if "|" in first.text:
            raise first.wrong("This line has bars but is no row of a table.", "Begin a row with a bar, too.")
        raise first.wrong(
            f"“{shortened(word)}” is not a word that a clause begins with.{nearest(word, known)}",
            f"Begin with one of: {_listed(known)}. Indent a line that continues the one above.",
        )
    return Clause(opening, lines, _after(first, opening))


def attempt(mistakes: list[Mistake], read: Callable[[_Given], _Read], given: _Given) -> _Read | None:
    """What `read` makes of what is given; where it refuses, the mistake is kept and None comes back."""
    try:
        return read(given)
    except Refused as refusal:
        mistakes.append(refusal.mistake)
        return None


def _listed(known: tuple[str, ...]) -> str:
    """The openings on one line, one "first within" standing for second, third and so on."""
    return ", ".join(word for word in known if word == "first within" or not word.endswith(" within"))


def _after(line: Line, opening: str) -> int:
    """The column after the opening words, whatever the spaces between them."""
    column = line.indent
    for _ in opening.split():
        while line.text[column].isspace():
            column += 1
        while column < len(line.text) and not line.text[column].isspace():
            column += 1
    return column
