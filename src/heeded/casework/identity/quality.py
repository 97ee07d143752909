"""How good the record's own proposals are, by what people said of them, and what its links come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from heeded.casework.identity.desk import Desk, author_of
from heeded.casework.identity.second import Reliability, reliability_of
from heeded.casework.keeping.desk import By
from heeded.casework.ports.identity import Verdict
from heeded.casework.ports.linkage import Moved
from heeded.casework.ports.second_reading import Word
from heeded.core.effectiveness.share import Share, share

BANDS = (16, 20, 24, 28, 32)
"""Where bands of weights (base 2) begin: below the first nothing is proposed."""

LATELY = 14 * 24 * 3600
"""Of how many seconds the daily moves are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What people said of the proposals from a weight on, up to the next band.

    `one` is the share said to be one child, of those on which somebody could tell; `unsure` the others.
    """

    weight: int
    one: Share | None
    unsure: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """The record's own quality; `models` are the versions whose weights were shown."""

    models: tuple[str, ...]
    said: tuple[Said, ...]
    agencies: Mapping[str, Share]
    reliability: Reliability
    sizes: Mapping[int, int]
    moved: tuple[Moved, ...]


def quality(desk: Desk, by: By) -> Quality:
    """The quality of the whole record, whichever agency's word it was: no child is named.

    What nobody proposed stays unseen here: missed links are measured where the truth is known.
    """
    author = author_of(by)
    words = desk.second.words(author, 0)
    return Quality(
        models=tuple(sorted({word.said.model for word in words})),
        said=tuple(_said(words, weight) for weight in BANDS),
        agencies=_by_agency(words),
        reliability=reliability_of(desk, words),
        sizes=desk.linkage.sizes(author),
        moved=tuple(desk.linkage.moved(author, by.now - LATELY)),
    )


def _said(words: Sequence[Word], weight: int) -> Said:
    held = Counter(word.said.verdict for word in words if _band(word) == weight)
    one, two = held[Verdict.SAME], held[Verdict.DIFFERENT]
    return Said(weight=weight, one=share(one, one + two), unsure=held[Verdict.UNSURE])


def _band(word: Word) -> int:
    told = sum(term.weight for term in word.said.terms)
    return max((each for each in BANDS if each <= told), default=BANDS[0])


def _by_agency(words: Sequence[Word]) -> Mapping[str, Share]:
    """The share said to be one child, by whose word it was."""
    told = [word.said for word in words if word.said.verdict is not Verdict.UNSURE]
    counted = Counter(each.agency for each in told)
    one = Counter(each.agency for each in told if each.verdict is Verdict.SAME)
    found = {agency: share(one[agency], of) for agency, of in sorted(counted.items())}
    return {agency: each for agency, each in found.items() if each is not None}
