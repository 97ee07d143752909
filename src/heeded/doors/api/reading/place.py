"""A place in a list, by which the next page is asked for: a moment and an id, as text."""

from __future__ import annotations

import re

from heeded.casework.ports.lists import Place
from heeded.doors.api.problem import Kind, Problem

_PLACE = re.compile(r"(?P<at>[0-9]{1,19})\.(?P<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
_LATEST = 2**63 - 1
LONGEST = 60
"""How long its text may be."""


def place_of(name: str, text: str) -> Place | None:
    """The place in a parameter of a name; None where it is empty, Problem where it is none of ours."""
    if not text:
        return None
    found = _PLACE.fullmatch(text)
    if found is None or int(found["at"]) > _LATEST:
        said = f"{name}: send what the page before gave as `next_{name}`, unchanged"
        raise Problem(Kind.NOT_ACCEPTED, said)
    return int(found["at"]), found["id"]


def place(where: Place | None) -> str | None:
    """A place as text; None at the end of a list."""
    return f"{where[0]}.{where[1]}" if where else None
