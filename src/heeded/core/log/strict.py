"""JSON read strictly: what it may hold, and an error that says what it holds instead."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from typing import NoReturn, TypeVar

T = TypeVar("T")


def read_object(text: str | bytes, fields: Sequence[str], also: Sequence[str] = ()) -> Mapping[str, object]:
    """The object that a text holds, with exactly these fields, each once, and `also` if they are there.

    Raises ValueError for anything else, numbers with a fraction that are none among it.
    """
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_refused)
    except RecursionError as wrong:
        raise ValueError("it is nested too deep to be one of ours") from wrong
    found = typed(value, dict, "what it holds")
    missing, unknown = sorted(set(fields) - set(found)), sorted(set(found) - set(fields) - set(also))
    if missing or unknown:
        raise ValueError(f"it lacks the fields {missing} and has these that it may not: {unknown}")
    return found


def typed(value: object, wanted: type[T], name: str) -> T:
    """The value, where it is of the type wanted (a yes or no is no whole number)."""
    if type(value) is not wanted:
        raise ValueError(f"{name} must be a {wanted.__name__}, but is {value!r:.60}")
    return value


def from_base64(text: str, name: str) -> bytes:
    """The bytes that a text stands for in base64, written in the one way that it can be (RFC 4648, 4)."""
    try:
        value = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as wrong:
        raise ValueError(f"{name} is not base64: {text!r:.60}") from wrong
    if to_base64(value) != text:
        raise ValueError(f"{name} is not base64 as it is to be written: {text!r:.60}")
    return value


def to_base64(value: bytes) -> str:
    """Bytes in base64 (RFC 4648, section 4)."""
    return base64.b64encode(value).decode("ascii")


def whole_number(text: str, name: str) -> int:
    """A number of at most 19 digits without sign or leading zeros."""
    if not (text.isascii() and text.isdigit()) or len(text) > 19 or (text[0] == "0" and text != "0"):  # noqa: PLR2004
        raise ValueError(f"{name} must be a whole number without leading zeros, but is {text!r:.60}")
    return int(text)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands in it twice")
    return found


def _refused(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")
