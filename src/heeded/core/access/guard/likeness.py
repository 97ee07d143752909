"""Whether a word was meant to be another: vowels dropped, a slip of the finger, spelt as it sounds."""

from __future__ import annotations

import re

_VOWELS = frozenset("aeiouy")
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_TINY, _SHORT, _LONG = 4, 5, 9
_SOUNDS = (("igh", "i"), ("ph", "f"), ("ck", "k"), ("wh", "w"), ("kn", "n"), ("ough", "o"), ("qu", "kw"))

CONFUSED = {
    "0": "oq",
    "1": "il",
    "2": "z",
    "5": "s",
    "6": "g",
    "8": "b",
    "o": "0",
    "i": "1",
    "l": "1",
    "z": "2",
    "s": "5",
    "g": "6",
    "b": "8",
}
"""For each figure or letter, what is written in its place because it looks the same."""


def alike(written: str, meant: str) -> bool:
    """Whether a word was meant to be another.

    It is the same but for dropped vowels, one slip of the finger (two in a long word), or the spelling
    of a sound. In a short word a letter put for another counts as a slip only beside it on the keyboard:
    Mill is not Hill.
    """
    if written == meant:
        return True
    if not written or abs(len(written) - len(meant)) > max(2, len(meant) // 2):
        return False
    return _thinned(written, meant) or _slipped(written, meant) or sound(written) == sound(meant)


def same_signs(written: str, meant: str) -> bool:
    """Whether the signs are the same, or look the same."""
    return len(written) == len(meant) and all(
        one == other or one in CONFUSED.get(other, "") for one, other in zip(written, meant, strict=True)
    )


def first_letters(meant: str) -> frozenset[str]:
    """The letters with which a word that was meant to be another can begin."""
    beside = {letter for letter in "abcdefghijklmnopqrstuvwxyz" if _beside(letter, meant[0])}
    return frozenset({*meant[:2], *beside, *sound(meant)[:1], *("p" if meant[0] == "f" else "")})


def sound(word: str) -> str:
    """A word as it sounds, roughly: doubled letters once, silent ones gone."""
    for spelling, heard in _SOUNDS:
        word = word.replace(spelling, heard)
    return re.sub(r"(.)\1", r"\1", word)


def _thinned(written: str, meant: str) -> bool:
    """Whether only vowels, or one of two doubled letters, were left out."""
    if written[0] != meant[0] or len(written) < 2:  # noqa: PLR2004 - one letter is an initial
        return False
    rest = iter(re.sub(r"([^aeiou])\1", r"\1", meant))
    once = re.sub(r"([^aeiou])\1", r"\1", written)
    return all(letter in rest for letter in once) and _bones(written) == _bones(meant)


def _bones(word: str) -> str:
    """A word without vowels but its first letter, doubled letters once."""
    bare = word[0] + "".join(letter for letter in word[1:] if letter not in _VOWELS)
    return re.sub(r"(.)\1", r"\1", bare)


def _slipped(written: str, meant: str) -> bool:
    """Whether so few slips part them as a word of that length may have."""
    if len(meant) < _TINY:
        return len(meant) > 2 and sorted(written) == sorted(meant) and written[0] == meant[0]  # noqa: PLR2004 - swapped
    if len(meant) > _SHORT:
        return distance(written, meant) <= (2 if len(meant) >= _LONG else 1)
    if distance(written, meant) > 1:
        return False
    if len(written) != len(meant):
        return True
    differ = [(one, other) for one, other in zip(written, meant, strict=True) if one != other]
    return len(differ) == 2 or all(_beside(one, other) for one, other in differ)  # noqa: PLR2004 - two swapped


def _beside(one: str, other: str) -> bool:
    """Whether two letters lie beside each other on the keyboard."""
    return any(one + other in row or other + one in row for row in _KEYBOARD)


def distance(one: str, other: str) -> int:
    """How many slips part two words: a letter left out, put in, put for another, or two swapped."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, against in enumerate(other, start=1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != against))
            swapped = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against
            now.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, last = last, now
    return last[-1]
