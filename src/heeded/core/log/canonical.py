"""Values written in the one way in which they can be written, so that equal values have equal bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring as quoted
from math import isfinite
from typing import TypeAlias

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
    try:
        return _written(value).encode()
    except UnicodeEncodeError as wrong:
        raise ValueError(
            f"text holds half of a surrogate pair at character {wrong.start}: send it as valid Unicode"
        ) from wrong


def _written(value: Value) -> str:
    if isinstance(value, str):
        return quoted(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return _whole(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, Mapping):
        return "{" + ",".join([f"{quoted(name)}:{_written(value[name])}" for name in _in_order(value)]) + "}"
    return "[" + ",".join([_written(part) for part in value]) + "]"


def _in_order(names: Mapping[str, Value]) -> list[str]:
    """Names by their UTF-16 units, as RFC 8785 sorts; among ASCII names that is their plain order."""
    if all(map(str.isascii, names)):
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
