"""Opposition: two practitioners' opposite answers to one question, each in force when the other was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from heeded.core.chronology.view import Known
from heeded.core.chronology.vocabulary.words import HARMED, INFLICTED
from heeded.core.evidence.disagreement.answers import Answer, answers

RESOLVED = "disagreement resolved"


@dataclass(frozen=True, slots=True)
class Opposition:
    """Opposite answers to one question about a child: a disagreement, whether or not anybody opened one.

    `injury` is the key of the injury that both speak of (empty: the question is about the child), `words` a
    question that is not on the list. `key` is the disagreement's name: it follows from the question alone,
    and from how often the same was settled before, so that late news leaves it as it is.
    """

    key: str
    child: str
    question: str
    injury: str
    words: str
    worried: tuple[Answer, ...]
    easy: tuple[Answer, ...]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Every answer of both sides, in the order in which they were said."""
        return tuple(sorted((*self.worried, *self.easy), key=lambda each: (each.told, each.entry.id)))


@dataclass(frozen=True, slots=True)
class _Pair:
    asked: tuple[str, str, str, str]
    worried: Answer
    easy: Answer

    @property
    def since(self) -> int:
        return max(self.worried.told, self.easy.told)


def oppositions(events: Iterable[Known]) -> tuple[Opposition, ...]:
    """Every opposition that a view shows. One that arose stays, whatever either side says afterwards.

    The answers told until somebody settled it belong to it; opposite ones told later are a new disagreement.
    """
    view = tuple(events)
    given = answers(view)
    if len({answer.worried for answer in given} - {None}) < 2:  # noqa: PLR2004 - both sides have spoken
        return ()
    asked: dict[tuple[str, str, str, str], list[_Pair]] = {}
    for pair in _pairs(given):
        asked.setdefault(pair.asked, []).append(pair)
    return tuple(found for pairs in asked.values() for found in _turns(pairs, _settled(view)))


def _pairs(given: tuple[Answer, ...]) -> Iterator[_Pair]:
    """Two answers that cannot both be right, where the first was in force when the second was given."""
    for place, later in enumerate(given):
        for before, earlier in enumerate(given[:place]):
            asked = _asked(earlier, later)
            if (
                asked is None
                or earlier.by_the_same(later)
                or {earlier.worried, later.worried} != {True, False}
            ):
                continue
            if any(_ends(earlier, between) for between in given[before + 1 : place + 1]):
                continue
            worried, easy = (earlier, later) if earlier.worried else (later, earlier)
            yield _Pair(asked, worried, easy)


def _asked(one: Answer, other: Answer) -> tuple[str, str, str, str] | None:
    """The question that both answer: of which child, what, of which injury, in which words."""
    if one.entry.child != other.entry.child or (one.question, one.words) != (other.question, other.words):
        return None
    child, question = one.entry.child, one.question
    if question == HARMED and one.injury and other.injury:
        return (child, INFLICTED, one.injury, "") if one.injury == other.injury else None
    return child, question, "", one.words


def _ends(earlier: Answer, later: Answer) -> bool:
    """Whether a later answer takes the place of an earlier one: its giver's own, or a superseding opinion."""
    if earlier.entry.child != later.entry.child or later.worried == earlier.worried:
        return False
    if (earlier.question, earlier.words) != (later.question, later.words):
        return False
    if later.injury and later.injury != earlier.injury:
        return False
    opinion = later.takes_the_place and earlier.entry.kind != "concern raised"
    return later.by_the_same(earlier) or (opinion and bool(earlier.worried))


def _settled(view: tuple[Known, ...]) -> dict[str, list[int]]:
    """When somebody settled each disagreement, by its key (seconds UTC)."""
    settled: dict[str, list[int]] = {}
    for event in view:
        if event.entry.kind == RESOLVED and (key := event.entry.keys.get("disagreement")):
            settled.setdefault(key, []).append(event.chain[0].told)
    return settled


def _turns(pairs: list[_Pair], settled: dict[str, list[int]]) -> Iterator[Opposition]:
    """The disagreements on one question, one after another: each from the settling of the one before."""
    asked = pairs[0].asked
    left, turn = pairs, 1
    while left:
        key = _key(asked, turn)
        began = min(pair.since for pair in left)
        until = min((told for told in settled.get(key, ()) if told >= began), default=None)
        now = [pair for pair in left if until is None or pair.since <= until]
        child, question, injury, words = asked
        worried, easy = _once(pair.worried for pair in now), _once(pair.easy for pair in now)
        yield Opposition(key, child, question, injury, words, worried, easy)
        left, turn = [pair for pair in left if pair not in now], turn + 1


def _key(asked: tuple[str, str, str, str], turn: int) -> str:
    said = "\x1f".join((*asked, str(turn)))
    return f"record:opposite answers {sha256(said.encode()).hexdigest()[:12]}"


def _once(given: Iterable[Answer]) -> tuple[Answer, ...]:
    found = {answer.entry.id: answer for answer in given}
    return tuple(sorted(found.values(), key=lambda answer: (answer.told, answer.entry.id)))
