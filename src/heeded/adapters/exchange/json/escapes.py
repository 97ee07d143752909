r"""Characters that a text of JSON may not hold, whether written as themselves or as \u escapes."""

import re

from heeded.adapters.exchange.json.faults import Fault

_ESCAPES = re.compile(
    r"(?:\\\\)+"
    r"|(?:\\u[dD][89aAbB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})+"
    r"|(?P<nul>\\u0000)"
    r"|(?P<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)
"""Backslashes in pairs and whole characters in two halves are passed over, so that what is left is wrong.

A backslash in JSON always begins an escape. Read from the left, one that is followed by another is
taken with it, so a match never begins at the second of two.
"""


def first_unfit(text: str) -> tuple[Fault, int] | None:
    """The first NUL or half character, and its place in the text; None where there is none."""
    found = [(raw, Fault.NUL)] if (raw := text.find("\0")) >= 0 else []
    if "\\u" in text:
        for match in _ESCAPES.finditer(text):
            if match.lastgroup:
                found.append((match.start(), Fault.NUL if match.lastgroup == "nul" else Fault.SURROGATE))
                break
    if not found:
        return None
    position, fault = min(found, key=lambda each: each[0])
    return fault, position
