"""A second reader, who does not know the first's word: on a share of the words that nobody chooses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heeded.casework.identity.desk import Desk, author_of, decided_by
from heeded.casework.keeping.desk import By, NotDone, NothingThere
from heeded.casework.ports.identity import Term, Verdict, Whole
from heeded.casework.ports.second_reading import ReadBefore, Second, Stood, Word
from heeded.core.access import Operation
from heeded.core.effectiveness.agreement import Agreement, agreement
from heeded.core.effectiveness.share import Share, share


@dataclass(frozen=True, slots=True, kw_only=True)
class Blind:
    """Two records as they stood before the first word, with the weights of that time, and no word."""

    act: str
    sides: tuple[Whole, Whole]
    model: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """How reliable the words on proposals are: how many there are, how many were turned round since.

    `drawn` are those that the share takes, `between` how far the two readers of those read twice agree,
    `differing` those on which they do not.
    """

    words: int
    reversed_since: Share | None
    drawn: int
    between: Agreement
    differing: tuple[Word, ...]


def to_read_again(desk: Desk, by: By) -> tuple[str, ...]:
    """The acts of one's agency that wait for a second reader: never whoever said the word. Oldest first."""
    words = desk.second.words(author_of(by), desk.sample.since(by.now))
    return tuple(word.said.act for word in words if _waits(desk, by, word))


def blind(desk: Desk, by: By, act: str) -> Blind:
    """What a second reader is shown; a look at each, recorded first. NothingThere where none waits."""
    stood = _found(desk, by, act)
    if not _waits(desk, by, stood.word):
        raise NothingThere
    decided_by(desk, by, stood.people, Operation.DECIDE)
    said = stood.word.said
    return Blind(act=act, sides=stood.sides, model=said.model, terms=said.terms)


def read_again(desk: Desk, by: By, act: str, verdict: Verdict) -> Word:
    """Give a second reading, for the reason stated: it moves nobody. The first word, which is now shown.

    NothingThere where none waits for whoever asks; NotDone where another was quicker.
    """
    stood = _found(desk, by, act)
    if not _waits(desk, by, stood.word):
        raise NothingThere
    decided_by(desk, by, stood.people, Operation.DECIDE)
    second = Second(verdict=verdict, at=by.now, by=by.actor.id, reason=by.stated.reason)
    try:
        desk.second.read_again(act, second, author_of(by))
    except ReadBefore as wrong:
        raise NotDone("Somebody gave the second reading already") from wrong
    return Word(said=stood.word.said, reversed_since=stood.word.reversed_since, second=second)


def reliability(desk: Desk, by: By, since: int = 0) -> Reliability:
    """How reliable the words of one's agency on proposals are since a moment (seconds UTC)."""
    every = desk.second.words(author_of(by), since)
    return reliability_of(desk, [word for word in every if word.said.agency == by.actor.agency])


def reliability_of(desk: Desk, words: Sequence[Word]) -> Reliability:
    """How reliable some words are."""
    twice = [(word, word.second) for word in words if word.second is not None]
    return Reliability(
        words=len(words),
        reversed_since=share(sum(word.reversed_since for word in words), len(words)),
        drawn=_drawn(desk, words),
        between=agreement([(str(word.said.verdict), str(second.verdict)) for word, second in twice]),
        differing=tuple(word for word, second in twice if word.said.verdict is not second.verdict),
    )


def _drawn(desk: Desk, words: Iterable[Word]) -> int:
    return sum(1 for word in words if desk.sample.takes(word.said.act))


def _found(desk: Desk, by: By, act: str) -> Stood:
    stood = desk.second.stood(act, author_of(by))
    if stood is None:
        raise NothingThere
    return stood


def _waits(desk: Desk, by: By, word: Word) -> bool:
    """Whether a word waits for somebody: of their agency, not their own, not read again or turned round."""
    said = word.said
    return (
        said.agency == by.actor.agency
        and said.by != by.actor.id
        and word.second is None
        and not word.reversed_since
        and said.at >= desk.sample.since(by.now)
        and desk.sample.takes(said.act)
    )
