"""A second walk through JSON in which something was found amiss, to say where that stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from json import loads

from heeded.adapters.exchange.json.depth import STRING

TOKEN = re.compile(rf'{STRING}|[\[\]{{}}:,]|[^\s"\[\]{{}}:,]+', re.DOTALL)
MOST_TOKENS = 200_000
"""How far a walk goes: beyond it, what was found is not worth the time to place it."""


@dataclass(slots=True)
class Level:
    """One list or object that is open: the keys so far, or how many members came before."""

    is_object: bool
    keys: set[str] = field(default_factory=set)
    key: str = ""
    number: int = 0
    awaits_key: bool = True

    @property
    def name(self) -> str:
        """What the member in hand is called in a path."""
        return self.key if self.is_object else str(self.number)


@dataclass(frozen=True, slots=True)
class Step:
    """One word or mark: where it begins, how it stands there, what is open around it, and what it is."""

    position: int
    text: str
    path: tuple[Level, ...]
    is_key: bool = False
    doubled: bool = False


def steps(text: str) -> Iterator[Step]:
    """Each word or mark of the text in turn, up to MOST_TOKENS; sound only as far as the text is JSON.

    The levels of a path change as the walk goes on: look at them before the next step.
    """
    path: list[Level] = []
    for number, match in enumerate(TOKEN.finditer(text)):
        if number >= MOST_TOKENS:
            return
        mark = match[0]
        level = path[-1] if path else None
        is_key = level is not None and level.is_object and level.awaits_key and mark.startswith('"')
        key = _said(mark) if is_key else ""
        doubled = is_key and level is not None and key in level.keys
        if level is not None:
            _move(level, mark, key, is_key=is_key)
        yield Step(match.start(), mark, tuple(path), is_key, doubled)
        if mark in "[{":
            path.append(Level(mark == "{"))
        elif mark in "]}" and path:
            path.pop()


def first_double(text: str) -> int | None:
    """Where a key stands that stood before in its object; None where that is too far in."""
    return next((step.position for step in steps(text) if step.doubled), None)


def first_token(text: str, mark: str) -> int | None:
    """Where a word or mark stands for the first time, outside of texts; None where that is too far in."""
    return next((step.position for step in steps(text) if step.text == mark), None)


def _move(level: Level, mark: str, key: str, *, is_key: bool) -> None:
    if is_key:
        level.keys.add(key)
        level.key, level.awaits_key = key, False
    elif mark == ",":
        level.number += 1
        level.awaits_key = True


def _said(mark: str) -> str:
    """The key that a mark stands for; as it stands where it is no JSON."""
    try:
        return str(loads(mark))
    except ValueError:
        return mark
