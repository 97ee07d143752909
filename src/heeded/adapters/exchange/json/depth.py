"""How deep lists and objects lie inside one another, told before anything is built."""

import re
from itertools import accumulate

STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)'
"""A text in quotes, or one that is never closed: it matches at every quote, so that no text is read twice."""

_STRING = re.compile(STRING, re.DOTALL)
_TOKEN = re.compile(rf"{STRING}|[\[\]{{}}]", re.DOTALL)
_CHANGES = bytes({ord("["): 1, ord("{"): 1, ord("]"): 255, ord("}"): 255}.get(byte, 0) for byte in range(256))
_OTHERS = bytes(byte for byte in range(256) if byte not in b"[]{}")


def first_too_deep(text: str, deepest: int) -> int | None:
    """Where the first list or object begins that lies deeper than that; None where none does."""
    if text.count("[") + text.count("{") <= deepest:
        return None
    brackets = _STRING.sub("", text).encode("utf-8").translate(_CHANGES, _OTHERS)
    if max(accumulate(memoryview(brackets).cast("b")), default=0) <= deepest:
        return None
    depth = 0
    for match in _TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
        if depth > deepest:
            return match.start()
    return None
