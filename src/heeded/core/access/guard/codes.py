"""Postcodes and telephone numbers in a text, spaced, spoken or with look-alikes."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.access.guard.folding import Token
from heeded.core.access.guard.likeness import CONFUSED, same_signs

LEAST_LOCAL_DIGITS = 7
_BETWEEN_HALVES = 4
_Span = tuple[int, int]


def postcode_spans(read: list[Token], outward: str, inward: str) -> Iterator[_Span]:
    """Where a postcode stands: both halves, with no more than a few words between them."""
    for place in range(len(read)):
        for end in _ends(read, place, outward + inward):
            yield read[place].start, read[end - 1].end
        for end in _ends(read, place, outward):
            for start in range(end, min(end + _BETWEEN_HALVES, len(read)) + 1):
                for last in _ends(read, start, inward):
                    yield read[place].start, read[last - 1].end


def phone_spans(read: list[Token], digits: str) -> Iterator[_Span]:
    """Where a telephone number stands, whole after whatever is dialled first, or its last seven or more."""
    for place in range(len(read)):
        run, end = "", place
        while end < len(read) and len(run) < len(digits) + 6:
            figures = _figures(read[end])
            if not figures or (end == place and not read[end].is_number and len(read[end].text) > 1):
                break
            run, end = run + figures, end + 1
            if run.endswith(digits) or (len(run) >= LEAST_LOCAL_DIGITS and digits.endswith(run)):
                yield read[place].start, read[end - 1].end


def _figures(token: Token) -> str:
    """The figures that a token is, or looks like; empty where it is a word."""
    if token.is_number:
        return token.text
    figures = {
        letter: figure for figure, letters in CONFUSED.items() if figure.isdigit() for letter in letters
    }
    return "".join(figures[letter] for letter in token.text) if set(token.text) <= set(figures) else ""


def _ends(read: list[Token], place: int, meant: str) -> Iterator[int]:
    """The places at which what is meant ends, if it is written from a place on."""
    written, end = "", place
    while end < len(read) and len(written) < len(meant):
        written, end = written + read[end].text, end + 1
    if same_signs(written, meant):
        yield end
