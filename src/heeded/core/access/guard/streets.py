"""Streets and buildings in a text, with the door's number near them or by a name that few places have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heeded.core.access.guard.folding import Token
from heeded.core.access.guard.likeness import alike, distance, first_letters, same_signs
from heeded.core.access.guard.place import Street
from heeded.core.access.guard.spoken import roman
from heeded.core.access.guard.streets_words import KINDS_OF_STREET, MANY_TOWNS

_NEAR = 4
_LONGEST_TOKENS = 24
_LEAST_NAME = 4
_COUNTED = frozenset(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec year years yr yrs month months week weeks day days hour hours hrs "
    "minute minutes mins min am pm old mm cm kg percent children people times sessions visits".split()
)
_TIME = re.compile(r"[:.]\d\d|/\d\d\b")
_Span = tuple[int, int]


def street_spans(read: list[Token], street: Street, text: str) -> Iterator[_Span]:
    """Where a street or building stands so that it gives the place away.

    With the door's number near it; or with another door's, not at all; or, with no number near it, if
    its name is not one that stands in many towns.
    """
    firsts = first_letters(street.name)
    for place, token in enumerate(read):
        for end, whole in _written(read, place, street) if token.text[0] in firsts else ():
            near = _near(read, place, end, len(street.number))
            matching = [
                door
                for door in near
                if _is_door(read, door, street.number) and _counts_nothing(read, door, text)
            ]
            if matching:
                first, last = min(place, *matching), max(end - 1, *matching)
                yield read[first].start, read[last].end
            elif whole and street.name not in MANY_TOWNS and not (street.number and _other_door(read, place)):
                yield token.start, read[end - 1].end


def _written(read: list[Token], place: int, street: Street) -> Iterator[tuple[int, bool]]:
    """The places where the street ends, if it is written from a place on, and whether in full.

    A name without its kind, or a kind with the name's initial, is not in full.
    """
    written = ""
    for end in range(place + 1, min(place + _LONGEST_TOKENS, len(read)) + 1):
        token = read[end - 1]
        if token.is_number or len(written) > len(street.name) + len(street.kind) + 2:
            return
        written += "st" if token.text == "saint" else token.text
        if any(alike(name, street.name) for name in _without_kind(written, token.text, street.kind)):
            yield end, True
        elif alike(written, street.name):
            kind_ends = list(_kind_ends(read, end, street.kind))
            yield from ((kind_end, True) for kind_end in kind_ends)
            if not kind_ends and len(street.name) > _LEAST_NAME and street.name not in MANY_TOWNS:
                yield end, not street.kind
            elif not street.kind:
                yield end, True
        elif written == street.name[0]:
            yield from ((kind_end, False) for kind_end in _kind_ends(read, end, street.kind))


def _without_kind(written: str, last: str, kind: str) -> Iterator[str]:
    """What is left before the kind of street, where both were written as one word, the last."""
    for cut in range(1, len(last)) if kind else ():
        if last[cut] == kind[0] and _is_kind(last[cut:], kind):
            yield written[: len(written) - len(last) + cut]


def _kind_ends(read: list[Token], place: int, kind: str) -> Iterator[int]:
    """The places where the kind of street ends, in full, shortened or with a slip."""
    written = ""
    for end in range(place + 1, min(place + len(kind) + 1, len(read)) + 1):
        written += read[end - 1].text
        if _is_kind(written, kind):
            yield end


def _is_kind(written: str, kind: str) -> bool:
    """Whether a word is that kind of street, in full, shortened or with a slip."""
    if not kind or written in KINDS_OF_STREET[kind]:
        return bool(kind)
    return alike(written, kind) or (written[0] == kind[0] and distance(written, kind) == 1)


def _near(read: list[Token], place: int, end: int, length: int) -> Iterator[int]:
    """The places near a street at which a door's number of so many figures could begin."""
    yield from range(max(0, place - _NEAR - length), place)
    yield from range(end, min(end + _NEAR, len(read)))


def _counts_nothing(read: list[Token], place: int, text: str) -> bool:
    """Whether a number is not that of a day, an hour, an age or a count."""
    following = read[place + 1].text if place + 1 < len(read) else ""
    return following not in _COUNTED and not _TIME.match(text, read[place].end)


def _is_door(read: list[Token], place: int, number: str) -> bool:
    """Whether the door's number is written from a place on, its letter aside."""
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    if len(read[place].text) > 1 and digits and read[place].text == roman(int(digits)):
        return True
    written = ""
    for token in read[place : place + len(digits)]:
        if not token.is_number and not (token.glued or len(token.text) == 1):
            break
        written += token.text
        if any(map(str.isdigit, written)) and same_signs(written, digits):
            return True
    return False


def _other_door(read: list[Token], place: int) -> bool:
    """Whether the word before a street is a number: another door's, the right one being nowhere near."""
    return place > 0 and read[place - 1].is_number
