"""The core's lists of words as a policy file uses them, with groups of words under one name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from heeded.adapters.policy.wrong import WrongPolicy, listed

Word = TypeVar("Word", bound=StrEnum)
Groups = Mapping[str, tuple[str, ...]]

EVERYTHING = ("anyone", "anything")
"""The words that stand for all there are."""


def meant(given: object, kind: type[Word], where: str, groups: Groups | None = None) -> frozenset[Word]:
    """The members of a list of words that a place in a file names, groups opened.

    WrongPolicy names the word at fault and those there are.
    """
    return frozenset(_opened(listed(given, where), kind, groups or {}, where, ()))


def one(word: object, kind: type[Word], where: str) -> Word:
    """The member of a list of words; WrongPolicy names those there are."""
    try:
        return kind(str(word))
    except ValueError as wrong:
        raise WrongPolicy(f'{where}: "{word}" is none of: {", ".join(kind)}.') from wrong


def _opened(
    spoken: tuple[str, ...], kind: type[Word], groups: Groups, where: str, within: tuple[str, ...]
) -> Iterator[Word]:
    """What the words stand for, groups within groups opened."""
    for word in spoken:
        if word in EVERYTHING:
            yield from kind
        elif word in within:
            raise WrongPolicy(f'{where}: the group "{word}" holds itself. Take it out.')
        elif word in groups:
            yield from _opened(groups[word], kind, groups, where, (*within, word))
        else:
            yield one(word, kind, where)
