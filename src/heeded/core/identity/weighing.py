"""Two descriptions weighed against each other, term by term: how much more often one person is told of so.

After Fellegi and Sunter (1969): each term weighs the logarithm (base 2) of how often it comes out so between
two descriptions of one person, over how often it does between those of two. The amounts here were set by hand
and are the model of that date; they say in which order to look, and nothing is linked by them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from heeded.core.chronology.identifiers import joins, plain
from heeded.core.chronology.report import Described
from heeded.core.identity.alike import may_be_one
from heeded.core.identity.keys import either_way, estimated, postcode
from heeded.core.identity.words import folded, name_words, nameless, sound

MODEL = "by-hand-2026-11"
"""The version of these weights."""

NEAR = 0.82
"""From which likeness on two words are taken for one word mistyped (difflib's ratio)."""


POSSIBLE = 16.0
"""From what weight on (base 2) two descriptions may be of one child, so that a person should look."""


@dataclass(frozen=True, slots=True)
class Weight:
    """One term: what was compared, how it came out in plain words, and what that weighs (base 2).

    `mine` and `theirs` are the words compared, where that was done word by word: who may not know a name is
    not shown them.
    """

    what: str
    level: str
    weight: float
    mine: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two descriptions weighed: the terms, and their sum."""

    terms: tuple[Weight, ...]

    @property
    def sum(self) -> float:
        """What all of it weighs (base 2): below nothing, it speaks against one person."""
        return math.fsum(term.weight for term in self.terms)


def possible(weighed: Weighed) -> bool:
    """Whether two descriptions may be of one child: enough speaks for it, and more than a name alone."""
    beside = sum(1 for term in weighed.terms if term.what != "name" and term.weight > 0)
    return weighed.sum >= POSSIBLE and beside > 0


def weigh(one: Described, other: Described) -> Weighed:
    """What speaks for two descriptions being of one person, and what against; what is missing weighs nothing.

    A shared surname, address and postcode are what brothers and sisters share: they weigh little beside a
    forename and a birth date, and a clearly different forename at one address weighs against.
    """
    terms = [*_names(one, other), *_births(one.born, other.born), *_places(one, other), *_numbers(one, other)]
    if one.sex and other.sex and one.sex.casefold() != other.sex.casefold():
        terms.append(Weight("sex", "differs", -3.0))
    return Weighed(tuple(terms))


FULL = 2
"""How many words of a name weigh in full, the likest first: more are the surname that a family shares."""

_EQUAL, _FORM, _SOUND, _NEAR, _INITIAL = range(5)
_LEVELS = {
    _EQUAL: ("the same", 7.0),
    _FORM: ("a form of the same name", 5.5),
    _SOUND: ("sounds the same", 5.0),
    _NEAR: ("nearly the same, as if mistyped", 4.5),
    _INITIAL: ("the same initial", 1.5),
}


def _names(one: Described, other: Described) -> Iterator[Weight]:
    mine, theirs = list(name_words(one.name)), list(name_words(other.name))
    if not mine or not theirs:
        return
    pairs = _paired(mine, theirs)
    for place, (word, found, level) in enumerate(pairs):
        said, weight = _LEVELS[level]
        yield Weight("name", said, weight if place < FULL else 1.0, word, found)
    left = [word for word in mine if word not in {pair[0] for pair in pairs}]
    right = [word for word in theirs if word not in {pair[1] for pair in pairs}]
    if left and right:
        missing = nameless(one.name) or nameless(other.name)
        yield Weight("name", "different", -1.0 if missing else -6.0, " ".join(left), " ".join(right))


def _paired(mine: Sequence[str], theirs: Sequence[str]) -> list[tuple[str, str, int]]:
    """Words of two names that may be one, each once, the likest first; the order of words says nothing."""
    ranked = sorted(
        (level, place, other)
        for place, word in enumerate(mine)
        for other, found in enumerate(theirs)
        if (level := _likeness(word, found)) is not None
    )
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for level, place, other in ranked:
        if place not in used[0] and other not in used[1]:
            used[0].add(place)
            used[1].add(other)
            pairs.append((mine[place], theirs[other], level))
    return pairs


def _likeness(one: str, other: str) -> int | None:
    if one == other:
        return _EQUAL
    if len(one) == 1 or len(other) == 1:
        return _INITIAL if one[0] == other[0] else None
    if may_be_one(one, other):
        return _FORM
    if _near(one, other):
        return _NEAR
    return _SOUND if sound(one) == sound(other) and len(sound(one)) > 1 else None


def _near(one: str, other: str) -> bool:
    """Whether two words are nearly the same; two bounds from above, cheap to reckon, turn most pairs away."""
    matcher = SequenceMatcher(None, one, other)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return all(bound() >= NEAR for bound in bounds)


def _births(one: date | None, other: date | None) -> Iterator[Weight]:
    """After the scores of parts of a birth date in NHS matching: all, two of three, or the year alone."""
    if one is None or other is None:
        return
    if one == other:
        yield (
            Weight("birth", "the same year; the day is an estimate in both", 4.0)
            if estimated(one)
            else Weight("birth", "the same day", 11.0)
        )
    elif estimated(one) or estimated(other):
        near = abs(one.year - other.year)
        said = ("the same year; the day is an estimate", 4.0) if near == 0 else ("years differ", -3.0)
        yield Weight("birth", *said)
    elif either_way(one) == either_way(other):
        yield Weight("birth", "day and month the other way round", 9.0)
    elif sum((one.year == other.year, one.month == other.month, one.day == other.day)) == 2:  # noqa: PLR2004
        yield Weight("birth", "two of day, month and year are the same", 5.0)
    elif one.year == other.year:
        yield Weight("birth", "the same year, another day", -2.0)
    else:
        yield Weight("birth", "another day and year", -6.0)


def _places(one: Described, other: Described) -> Iterator[Weight]:
    mine, theirs = postcode(one.postcode), postcode(other.postcode)
    if mine and theirs:
        if mine == theirs:
            yield Weight("postcode", "the same", 5.0)
        elif mine[:-3] == theirs[:-3]:
            yield Weight("postcode", "the same district", 1.0)
        else:
            yield Weight("postcode", "another: people move", -0.5)
    home, away = set(folded(one.address)), set(folded(other.address))
    if len(home & away) > 1:
        yield Weight("address", "words in common", 2.0)


def _numbers(one: Described, other: Described) -> Iterator[Weight]:
    mine = {each.system: each.value for each in map(plain, one.identifiers) if joins(each)}
    theirs = {each.system: each.value for each in map(plain, other.identifiers) if joins(each)}
    for system in sorted(mine.keys() & theirs.keys()):
        if mine[system] == theirs[system]:
            yield Weight(system, "the same", 14.0)
        else:
            yield Weight(system, "each has another", -9.0)
