"""Keys by which a description is found: two descriptions of one person share some, whatever was mistaken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations, product

from heeded.core.chronology.report import Described
from heeded.core.identity.alike import groups_of
from heeded.core.identity.words import name_words, sound

MOST_WORDS = 6
"""How many words of a name make keys: one who has more is found by these."""


def keys(described: Described) -> frozenset[str]:
    """The keys of a description, each with its sort first.

    name: two words of the name by their sound, in any order. day: the birth date, day and month in any order,
    with the first sound of a word. year: a word with the year of birth. place: the postcode with a word,
    and with the year of birth. A forename that has other forms stands for all of them, too.
    """
    return frozenset(_keys(described))


def _keys(described: Described) -> Iterator[str]:
    sounded = [_sounded(word) for word in dict.fromkeys(name_words(described.name))][:MOST_WORDS]
    words = sorted({each for word in sounded for each in word})
    for mine, theirs in combinations(sounded, 2):
        for pair in product(mine, theirs):
            yield "name {} {}".format(*sorted(pair))
    born, place = described.born, postcode(described.postcode)
    if born:
        for word in words:
            yield f"year {born.year} {word}"
        if not estimated(born):
            for first in {each[-1][0] for each in sounded} or {"-"}:
                yield f"day {either_way(born)} {first}"
    if place:
        for word in words:
            yield f"place {place} {word}"
        if born:
            yield f"place {place} {born.year}"


def _sounded(word: str) -> tuple[str, ...]:
    """How a word is found: as each group of forenames that it belongs to, and last by its own sound."""
    return (*(f"~{group}" for group in groups_of(word)), sound(word) or word)


def estimated(born: date) -> bool:
    """Whether a birth date says no more than its year: 1 January stands where the day is not known."""
    return (born.month, born.day) == (1, 1)


def either_way(born: date) -> str:
    """A birth date written so that one with day and month confused is written the same."""
    low, high = sorted((born.day, born.month))
    return f"{born.year}-{low:02d}-{high:02d}"


def postcode(text: str) -> str:
    """A postcode without blanks, in capitals; empty where there is none that could be one."""
    bare = re.sub(r"[^A-Z0-9]", "", text.upper())
    return bare if re.fullmatch(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}", bare) else ""
