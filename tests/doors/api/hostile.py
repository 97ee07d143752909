"""Hostile values for every place in a request where a value may stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

LONG = "x" * 10_000
HOSTILE: tuple[Any, ...] = (
    *("", " ", "\0", "a\0b", "\ud800", "\udfff tail", "\u202egnitset\u202c", "عائشة بنت محمد", "עדה ממציאה"),
    *(
        "\ufeff",
        "\u2028",
        "A\u0301" * 50,
        "😀" * 50,
        "%s%n%x",
        "'; DROP TABLE record.entry; --",
        "../../etc/passwd",
    ),
    *("0001-01-01", "9999-12-31T23:59:59Z", "2026-02-30", "about 2026", "1e999", LONG),
    *(None, True, 0, -1, 2**31, 2**63, 2**64, 10**18 - 1, 1.5, 1e308, -0.0),
    *([], [[]], ["\0"], [None], {}, {"": ""}, {"\0": 1}, {"a": {"b": {}}}),
)
"""Values that break what is read or kept without care."""


def changed(body: Any) -> Iterator[Any]:  # noqa: ANN401 - JSON
    """The body with one of its parts, each in turn, made hostile, left out, or joined by a stranger."""
    for place in places(body):
        for value in HOSTILE:
            yield put(body, place, value)
        if place and isinstance(place[-1], str):
            yield left_out(body, place)
    yield {**body, "\0stranger": 1}
    yield {**body, LONG: LONG}


def places(value: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401
    """Every place in a value of JSON, the whole first."""
    yield place
    if isinstance(value, dict):
        for key, part in value.items():
            yield from places(part, (*place, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from places(part, (*place, number))


def put(body: Any, place: tuple[str | int, ...], value: Any) -> Any:  # noqa: ANN401 - JSON
    """The body with another value at a place."""
    if not place:
        return value
    first, *rest = place
    part = put(body[first], tuple(rest), value)
    if isinstance(body, dict):
        return {**body, first: part}
    return [part if number == first else each for number, each in enumerate(body)]


def left_out(body: Any, place: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - JSON
    """The body without what stands at a place."""
    *above, last = place
    inner = body
    for step in above:
        inner = inner[step]
    return put(body, tuple(above), {key: value for key, value in inner.items() if key != last})
