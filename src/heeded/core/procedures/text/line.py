"""Lines and blocks: the text of a handbook with its places, so that every error can name its line."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.procedures.mistake import Mistake, Refused


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, its number counted from 1, without tabs."""

    file: str
    number: int
    text: str

    @property
    def indent(self) -> int:
        """How many columns the line is indented."""
        return len(self.text) - len(self.text.lstrip())

    def wrong(self, what: str, remedy: str = "") -> Refused:
        """The refusal of something on this line."""
        return Refused(Mistake(self.file, self.number, what, remedy))


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block that runs: its first word, what follows that word, and its lines.

    `line` is where the fence opens.
    """

    line: Line
    language: str
    title: str
    lines: tuple[Line, ...]


def lines_of(file: str, first: int, text: str) -> tuple[Line, ...]:
    """The lines of a text whose first line has the number `first`.

    A tab at the start of a line indents it as far as the lines that are indented least by blanks; any
    other, and where no line is indented by blanks, stands for up to four columns.
    """
    written = text.split("\n")
    blanks = (len(line) - len(line.lstrip(" ")) for line in written if line.startswith(" ") and line.strip())
    step = " " * min(blanks, default=4)
    plain = (step + line[1:] if line.startswith("\t") else line for line in written)
    return tuple(
        Line(file, number, line.expandtabs(4).rstrip()) for number, line in enumerate(plain, start=first)
    )
