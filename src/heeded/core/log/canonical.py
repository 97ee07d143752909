"""Values written in the one way in which they can be written, so that equal values have equal bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from json.encoder import encode_basestring as quoted
from math import isfinite
from typing import Any, TypeAlias

Value: TypeAlias = "bool | int | float | str | Sequence[Value] | Mapping[str, Value] | None"

EXACT = 2**53 - 1
"""The greatest whole number that every reader of JSON keeps exactly (RFC 8785 asks for no greater one)."""
_PLAIN_FROM = 1e-6
"""Numbers nearer to zero than this are written with an exponent (ECMAScript, Number::toString)."""


def canonical(value: Value) -> bytes:
    """A value as JSON after RFC 8785: names in order, no space, numbers as ECMAScript writes them.

    Raises ValueError for what has no such form: not-a-number, an infinity, a whole number beyond
    2**53 - 1, and text that cannot be written as UTF-8.
    """
    return encoded(written(value))


def encoded(text: str) -> bytes:
    """Text as UTF-8; ValueError where it holds half a character."""
    try:
        return text.encode()
    except UnicodeEncodeError as wrong:
        raise ValueError(
            f"text holds half of a surrogate pair at character {wrong.start}: send it as valid Unicode"
        ) from wrong


def written(value: Value) -> str:
    """The same as text, which is not yet known to be without halves of characters."""
    write = _WRITERS.get(type(value))
    return write(value) if write else _another(value)


def _another(value: Value) -> str:
    """A value of a type that is not written most often, or of a subclass of one that is."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        return _mapping(value)
    if isinstance(value, Sequence):
        return _sequence(value)
    return _number(value) if isinstance(value, float) else _whole(value)


def _mapping(value: Mapping[str, Value]) -> str:
    return "{" + ",".join([f"{quoted(name)}:{written(value[name])}" for name in _in_order(value)]) + "}"


def _sequence(value: Sequence[Value]) -> str:
    return "[" + ",".join(map(written, value)) + "]"


def _truth(value: bool) -> str:  # noqa: FBT001 - it is what is written
    return "true" if value else "false"


def _in_order(names: Mapping[str, Value]) -> list[str]:
    """Names by their UTF-16 units, as RFC 8785 sorts; among ASCII names that is their plain order."""
    if "".join(names).isascii():
        return sorted(names)
    return sorted(names, key=lambda name: name.encode("utf-16-be", "surrogatepass"))


def _whole(value: int) -> str:
    if abs(value) > EXACT:
        raise ValueError(f"the whole number {value:.6g} is beyond 2**53 - 1: write it as text")
    return str(value)


def _number(value: float) -> str:
    if not isfinite(value):
        raise ValueError(f"{value} is not a number that can be recorded: leave the field out")
    if value.is_integer():
        return _whole(int(value))
    if abs(value) < _PLAIN_FROM:
        digits, _, exponent = repr(value).partition("e-")
        return f"{digits}e-{int(exponent)}"
    digits, _, exponent = repr(value).partition("e-")
    if not exponent:
        return digits
    sign, digits = ("-", digits[1:]) if value < 0 else ("", digits)
    return f"{sign}0.{'0' * (int(exponent) - 1)}{digits.replace('.', '')}"


_WRITERS: dict[type, Callable[[Any], str]] = {
    str: quoted,
    bool: _truth,
    int: _whole,
    float: _number,
    dict: _mapping,
    list: _sequence,
}
