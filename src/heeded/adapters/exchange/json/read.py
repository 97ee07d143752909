"""Bytes read as JSON and nothing looser: no NaN, no key twice, no text that no register can hold.

The standard library does the reading, which is fast and builds each value once. What it would let
pass is looked for before it and in its hooks; only where something is amiss is the text walked a
second time, to say where.
"""

import codecs
import json
from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from typing import NoReturn

from heeded.adapters.exchange.json.depth import first_too_deep
from heeded.adapters.exchange.json.escapes import first_unfit
from heeded.adapters.exchange.json.faults import Fault
from heeded.adapters.exchange.json.place import place_of
from heeded.adapters.exchange.json.walk import first_double, first_token
from heeded.adapters.exchange.unreadable import UnreadableReport

LARGEST = 10_000_000
"""Bytes that one text of JSON may have."""
DEEPEST = 100
"""How many lists and objects may lie one inside another."""
LONGEST_NUMBER = 18
"""Digits that a whole number may have: every such number fits 64 bits."""
_LONGEST_FRACTION = 100
_OTHER_ENCODINGS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class LongNumber:
    """A number that is too long or too large to be read, as it stands there."""

    text: str

    def __str__(self) -> str:
        """How it stands there."""
        return self.text


class _Wrong(Exception):  # noqa: N818 - never leaves this module
    """Something that the standard library would let pass; `text` is how it stands there."""

    def __init__(self, fault: Fault, text: str = "") -> None:
        self.fault = fault
        self.text = text


def read_json(
    data: bytes,
    name: str = "the report",
    *,
    largest: int = LARGEST,
    long_numbers: list[LongNumber] | None = None,
) -> object:
    """The value that bytes of JSON in UTF-8 stand for; UnreadableReport says what is wrong, and where.

    `name` is what the error calls the source, `largest` how many bytes it may have. With a list for
    `long_numbers`, a number that is too long or too large makes nothing unreadable: it stands in the value as
    a LongNumber, and in the list.
    """
    if len(data) > largest:
        what = f"it has {len(data):,} bytes, more than the {largest:,} that are read"
        raise UnreadableReport(what, name, "Send it in several parts", too_large=True)
    text = _decoded(data, name)
    if (unfit := first_unfit(text)) is not None:
        _refuse(*unfit, text, name)
    if (position := first_too_deep(text, DEEPEST)) is not None:
        _refuse(Fault.DEEP, position, text, name)
    return _value(text, name, long_numbers)


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        if data.startswith(_OTHER_ENCODINGS) or b"\0" in data[:4]:
            what, remedy = "it is written in UTF-16 or UTF-32", "Send it in UTF-8"
            raise UnreadableReport(what, name, remedy) from wrong
        before = data[: wrong.start]
        line, column = before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode("utf-8-sig")) + 1
        what = f"the byte 0x{data[wrong.start]:02X} is not UTF-8"
        raise UnreadableReport(what, f"{name}, line {line}, column {column}", "Send it in UTF-8") from wrong


def _value(text: str, name: str, long_numbers: list[LongNumber] | None) -> object:
    whole: Callable[[str], object] = _whole
    fraction: Callable[[str], object] = _fraction
    if long_numbers is not None:
        whole, fraction = _leaving(long_numbers)
    try:
        value: object = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_int=whole,
            parse_float=fraction,
        )
    except _Wrong as wrong:
        position = first_double(text) if wrong.fault is Fault.DOUBLE else first_token(text, wrong.text)
        _refuse(wrong.fault, position, text, name, wrong)
    except json.JSONDecodeError as wrong:
        _refuse(_syntax(wrong, text), wrong.pos, text, name, wrong)
    except RecursionError as wrong:
        _refuse(Fault.DEEP, 0, text, name, wrong)
    return value


def _syntax(wrong: json.JSONDecodeError, text: str) -> Fault:
    """What the standard library stumbled over."""
    if wrong.msg.startswith("Invalid control character"):
        return Fault.CONTROL
    ended = wrong.msg.startswith("Unterminated string") or not text[wrong.pos : wrong.pos + 100].strip()
    return Fault.ENDS if ended else Fault.SYNTAX


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object, whose keys may each stand once."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Wrong(Fault.DOUBLE)
    return found


def _constant(text: str) -> NoReturn:
    raise _Wrong(Fault.NO_NUMBER, text)


def _whole(text: str) -> int:
    if len(text.lstrip("-")) > LONGEST_NUMBER:
        raise _Wrong(Fault.LONG_NUMBER, text)
    return int(text)


def _fraction(text: str) -> float:
    number = float(text) if len(text) <= _LONGEST_FRACTION else float("inf")
    if not isfinite(number):
        raise _Wrong(Fault.LONG_NUMBER, text)
    return number


def _leaving(found: list[LongNumber]) -> tuple[Callable[[str], object], Callable[[str], object]]:
    """What reads whole numbers and fractions, and leaves those that are too long or too large."""

    def leaving(read: Callable[[str], object]) -> Callable[[str], object]:
        def reading(text: str) -> object:
            try:
                return read(text)
            except _Wrong:
                found.append(LongNumber(text))
                return found[-1]

        return reading

    return leaving(_whole), leaving(_fraction)


def _refuse(
    fault: Fault, position: int | None, text: str, name: str, cause: Exception | None = None
) -> NoReturn:
    what, remedy = fault.value
    raise UnreadableReport(what, f"{name}, {place_of(text, position)}", remedy) from cause
