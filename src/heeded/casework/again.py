"""Do a write again whose transaction got in the way of another and was undone for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from heeded.casework.ports.contended import Contended

TIMES = 5
"""How often it is tried in all. Each time one of those in each other's way is done, so it comes to an end."""

_Given = ParamSpec("_Given")
_Done = TypeVar("_Done")


def again_when_contended(do: Callable[_Given, _Done]) -> Callable[_Given, _Done]:
    """Have a verb done again, from the start, when the record says Contended: nothing of it was kept."""

    @wraps(do)
    def tried(*args: _Given.args, **named: _Given.kwargs) -> _Done:
        for _ in range(TIMES - 1):
            try:
                return do(*args, **named)
            except Contended:
                continue
        return do(*args, **named)

    return tried
