"""What a drawing is made of: strokes, words and marks that lead somewhere. Colours are the style sheet's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stroke:
    """A path, and by what name the style sheet knows it."""

    path: str
    style: str


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words at a point; its style says how large it is and whether it is centred there."""

    x: float
    y: float
    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Shapes that stand for one thing: `label` says what; `leads_to` is an address, or empty.

    Somebody who reads by keyboard reaches each mark that leads somewhere.
    """

    label: str
    leads_to: str
    strokes: tuple[Stroke, ...]
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A whole drawing: `title` and `told` are read aloud in its place; the marks lie on strokes and words.

    `left_out` counts what was recorded and is not drawn: the page beside it says so.
    """

    id: str
    title: str
    told: str
    width: int
    height: int
    strokes: tuple[Stroke, ...] = ()
    words: tuple[Words, ...] = ()
    marks: tuple[Mark, ...] = ()
    left_out: int = 0

    @property
    def role(self) -> str:
        """An image is one thing to whoever has it read aloud; a drawing with marks to visit is a group."""
        return "group" if any(mark.leads_to for mark in self.marks) else "img"


def number(value: float) -> str:
    """A number as a path writes it: to a tenth, without a needless point."""
    rounded = round(value, 1) or 0.0
    return f"{rounded:.1f}".removesuffix(".0")


def line(points: Iterable[tuple[float, float]]) -> str:
    """The path through some points."""
    return "M" + "L".join(f"{number(x)},{number(y)}" for x, y in points)


def box(left: float, top: float, width: float, height: float) -> str:
    """The path of a rectangle."""
    return f"M{number(left)},{number(top)}h{number(width)}v{number(height)}h{number(-width)}z"


def ring(x: float, y: float, radius: float) -> str:
    """The path of a circle."""
    r, across = number(radius), number(2 * radius)
    return f"M{number(x - radius)},{number(y)}a{r},{r} 0 1,0 {across},0a{r},{r} 0 1,0 -{across},0z"


def diamond(x: float, y: float, radius: float) -> str:
    """The path of a square that stands on its corner."""
    return line(((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))) + "z"


def triangle(x: float, y: float, radius: float) -> str:
    """The path of a triangle with its point upward."""
    return line(((x, y - radius), (x + radius, y + radius), (x - radius, y + radius))) + "z"


def house(x: float, y: float, radius: float) -> str:
    """The path of a square with a gable."""
    wall = radius * 0.2
    return (
        line(
            (
                (x, y - radius),
                (x + radius, y - wall),
                (x + radius, y + radius),
                (x - radius, y + radius),
                (x - radius, y - wall),
            )
        )
        + "z"
    )


def wrapped(text: str, letters: int, most: int) -> tuple[str, ...]:
    """Words broken into lines of so many letters at most; what does not fit into `most` lines ends in “…”."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    cut = [_cut(each, letters) for each in lines[:most]]
    if len(lines) > most:
        cut[-1] = f"{cut[-1].removesuffix('…')[: letters - 1]}…"
    return tuple(cut)


def _cut(word: str, letters: int) -> str:
    return word if len(word) <= letters else f"{word[: letters - 1]}…"
