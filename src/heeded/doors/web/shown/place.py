"""A place in a list as an address carries it: a moment and an id."""

from __future__ import annotations

import re

from heeded.casework.ports.lists import Place

_PLACE = re.compile(r"([0-9]{1,19})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
_LATEST = 2**63 - 1


def place_of(text: str) -> Place | None:
    """Where a page begins; at the beginning where the address says nothing that can be read."""
    found = _PLACE.fullmatch(text)
    if found is None or int(found[1]) > _LATEST:
        return None
    return int(found[1]), found[2]


def place(where: Place | None) -> str:
    """A place as text; empty at the end of a list."""
    return f"{where[0]}.{where[1]}" if where else ""
