"""The words of a name, folded: without accents, capitals, titles and what stands where a name is missing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

PLACEHOLDERS = frozenset(
    (
        "baby babygirl babyboy boy girl twin twins triplet infant male female newborn unknown unnamed unborn "
        "child fetus foetus of no name na nk notknown tbc tba test the one two three i ii iii "
        "mr mrs ms miss master dr"
    ).split()
)
"""Words that stand where a forename is missing, numbers of twins, and titles: no part of a name."""

_LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
}
_WORD = re.compile(r"[a-z]+")

_SOUNDS = (
    (r"^mc", "mac"),
    (r"^(kn|gn|pn)", "n"),
    (r"^wr", "r"),
    (r"^x", "s"),
    (r"ph", "f"),
    (r"sch|sh|sz|cz|ch|tch|tsch", "s"),
    (r"kh|gh|ck|q|x", "k"),
    (r"th|dh", "t"),
    (r"c(?=[eiy])", "s"),
    (r"c|g(?![eiy])", "k"),
    (r"g|j|dj|zh", "j"),
    (r"z", "s"),
    (r"w|v", "v"),
    (r"d", "t"),
    (r"b", "p"),
    (r"m", "n"),
)
_SOUNDING = tuple((re.compile(pattern), sound) for pattern, sound in _SOUNDS)


@lru_cache(maxsize=65_536)
def folded(text: str) -> tuple[str, ...]:
    """The words of a text in small letters from a to z: parts of a hyphenated word each for itself.

    An apostrophe is left out (O'Neill is one word, oneill).
    """
    small = text.casefold().replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    small = "".join(_LETTERS.get(letter, letter) for letter in small)
    bare = "".join(each for each in unicodedata.normalize("NFKD", small) if not unicodedata.combining(each))
    return tuple(_WORD.findall(bare))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that are one: without titles, "baby", "twin 1" and the like."""
    return tuple(word for word in folded(name) if word not in PLACEHOLDERS)


def nameless(name: str) -> bool:
    """Whether a name has no forename in it: a placeholder stands where it is missing, or one word is all."""
    words = folded(name)
    return len(name_words(name)) < 2 and (not words or any(word in PLACEHOLDERS for word in words))  # noqa: PLR2004


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """How a folded word sounds, roughly: the same for most ways in which one name is spelt.

    Consonants in classes that transliterations mix (kh, q and k; d and t; v and w), vowels left out but
    for one at the beginning, doubles once; six letters at most.
    """
    told = word
    for pattern, by in _SOUNDING:
        told = pattern.sub(by, told)
    first = "a" if told[:1] in "aeiouyh" else told[:1]
    rest = re.sub(r"[aeiouyh]", "", told[1:])
    return re.sub(r"(.)\1+", r"\1", first + rest)[:6]
