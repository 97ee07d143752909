"""A long list of a long record: the first of it on the page, and a way to all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import HttpRequest

SHOW, ALL = "show", "all"
"""The field of an address, and its value, by which a reader asks for the whole of what a page shows."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Few(Generic[T]):
    """The first of a list, and how many it has.

    `address` leads to the page with all of it; it is empty where all of it is here.
    """

    shown: Sequence[T]
    number: int
    address: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything at all."""
        return self.number > 0


def few(found: Sequence[T], at_first: int, request: HttpRequest) -> Few[T]:
    """The first so many of a list; all of it where the request asks so, or where little would be left out."""
    if request.GET.get(SHOW) == ALL or len(found) <= at_first + at_first // 4:
        return Few(found, len(found))
    asked = request.GET.copy()
    asked[SHOW] = ALL
    return Few(found[:at_first], len(found), f"?{asked.urlencode()}")
