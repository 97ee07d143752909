"""A place in a text of JSON: its line, its column, and the path that leads to it."""

from collections.abc import Iterable

from heeded.adapters.exchange.json.walk import MOST_TOKENS, steps
from heeded.adapters.exchange.visible import visible

LONGEST_PATH = 120


def place_of(text: str, position: int | None) -> str:
    """A place in words: line and column from 1, and the JSON pointer of what stands there."""
    if position is None:
        return f"after its first {MOST_TOKENS:,} words and marks"
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    path = _path(text, position)
    return f"line {line}, column {column}" + (f", in {visible(path, LONGEST_PATH)}" if path else "")


def pointer(names: Iterable[str | int]) -> str:
    """The JSON pointer (RFC 6901) of names: ~ and / in them are written ~0 and ~1."""
    return "".join(f"/{str(name).replace('~', '~0').replace('/', '~1')}" for name in names)


def _path(text: str, position: int) -> str:
    """The path to the token at a position; empty at the outermost value, or too far in to be looked for."""
    for step in steps(text):
        if step.position + len(step.text) > position:
            return pointer(level.name for level in step.path)
    return ""
