"""A mistake in a handbook: where it is, what is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

_LONGEST_QUOTED = 60
_SHORT = 5
_DASHES = frozenset("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}")


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong in one line of a handbook, and the remedy.

    `line` counts from 1; 0 means the file as a whole. A mistake that is not `grave` is a
    warning: the handbook can be used, but someone should look.
    """

    file: str
    line: int
    what: str
    remedy: str = ""
    grave: bool = True

    def __str__(self) -> str:
        """The mistake as one paragraph, its place first."""
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.what} {self.remedy}".rstrip()


class Refused(ValueError):  # noqa: N818 - named for what happened to the text
    """A piece of a handbook that cannot be read, with the mistake in it."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(str(mistake))
        self.mistake = mistake


def nearest(written: str, known: Iterable[str]) -> str:
    """Ask whether the author meant a known word like the written one; empty if none is like it."""
    names = {name.lower(): name for name in known}
    likeness = 0.6 if len(written) < _SHORT else 0.7
    near = get_close_matches(shortened(written).lower(), names, n=3, cutoff=likeness)
    return f" Did you mean {either(f'“{names[name]}”' for name in near)}?" if near else ""


def either(names: Iterable[str]) -> str:
    """Join names as alternatives: a, b or c."""
    *most, last = list(names)
    return f"{', '.join(most)} or {last}" if most else last


def dashed(written: str) -> str:
    """What to say of dashes that a word processor put in place of hyphens; empty where there are none."""
    return ", with the hyphen of the keyboard: longer dashes stand there now" if _DASHES & {*written} else ""


def shortened(text: str) -> str:
    """A text short enough to quote in a message, on one line and without control characters."""
    line = " ".join("".join(mark if mark.isprintable() else " " for mark in text[:500]).split())
    return line if len(line) <= _LONGEST_QUOTED else f"{line[:_LONGEST_QUOTED]}…"
