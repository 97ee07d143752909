"""Opposition: two practitioners' opposite answers to one question, each in force when the other was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from heeded.core.chronology.view import Known
from heeded.core.chronology.vocabulary.words import HARMED, INFLICTED
from heeded.core.evidence.disagreement.answers import Answer, answers
from heeded.core.evidence.disagreement.spoken import NAMED, Settled, Spoken

Asked = tuple[str, str, str, str]
"""Of which child, what, of which injury, in which words."""


@dataclass(frozen=True, slots=True)
class Opposition:
    """Opposite answers to one question about a child: a disagreement, whether or not anybody opened one.

    `injury` is the key of the injury that both speak of (empty: the question is about the child), `words` a
    question that is not on the list. Each two opposite answers give it a name, and it goes by every one of
    them, so that no late news and no finding of who is who leaves what was said of it without it; `key` is
    the first by which somebody spoke of it or, where nobody has, that of the first two. `settled` is the
    event that ended it; None while it stands open.
    """

    key: str
    child: str
    question: str
    injury: str
    words: str
    worried: tuple[Answer, ...]
    easy: tuple[Answer, ...]
    names: frozenset[str]
    settled: Known | None = None

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Every answer of both sides, in the order in which they were said."""
        return tuple(sorted((*self.worried, *self.easy), key=lambda each: (each.told, *each.entry.said[1:])))

    @property
    def since(self) -> int:
        """When it arose (seconds UTC): when the later of the first two opposite answers was said."""
        return max(min(each.told for each in side) for side in (self.worried, self.easy))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two answers that cannot both be right, and the name that they give to their disagreement."""

    asked: Asked
    worried: Answer
    easy: Answer

    @property
    def since(self) -> int:
        """When the later of the two was said (seconds UTC)."""
        return max(self.worried.told, self.easy.told)

    @property
    def entries(self) -> frozenset[str]:
        """Both entries, by id."""
        return frozenset((self.worried.entry.id, self.easy.entry.id))

    @property
    def name(self) -> str:
        """The name: of what was asked and of the two entries; whose they are found to be leaves it alone."""
        _, *asked = self.asked
        said = "\x1f".join((*asked, self.worried.entry.id, self.easy.entry.id))
        return NAMED + sha256(said.encode()).hexdigest()[:12]


def oppositions(events: Iterable[Known]) -> tuple[Opposition, ...]:
    """Every opposition that a view shows. One that arose stays, whatever either side says afterwards.

    What somebody settled are the answers that they name; opposite ones beside these are a new disagreement.
    """
    view = tuple(events)
    given = answers(view)
    if len({answer.worried for answer in given} - {None}) < 2:  # noqa: PLR2004 - both sides have spoken
        return ()
    asked: dict[Asked, list[Pair]] = {}
    for pair in _pairs(given):
        asked.setdefault(pair.asked, []).append(pair)
    spoken = Spoken.of(view, {pair.name for pairs in asked.values() for pair in pairs})
    return tuple(found for pairs in asked.values() for found in _turns(pairs, spoken))


def _pairs(given: tuple[Answer, ...]) -> Iterator[Pair]:
    """Two answers that cannot both be right, where the first was in force when the second was given."""
    by_question: dict[tuple[str, str, str], list[Answer]] = {}
    for later in given:
        same = by_question.setdefault((later.entry.child, later.question, later.words), [])
        same.append(later)
        for place, earlier in enumerate(same[:-1], 1):
            if {earlier.worried, later.worried} != {True, False} or earlier.by_the_same(later):
                continue
            asked = _asked(earlier, later)
            if asked is None or any(_ends(earlier, between) for between in same[place:]):
                continue
            worried, easy = (earlier, later) if earlier.worried else (later, earlier)
            yield Pair(asked, worried, easy)


def _asked(one: Answer, other: Answer) -> Asked | None:
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
    opinion = later.takes_the_place and earlier.entry.kind != "concern raised" and _knew(earlier, later)
    own = later.by_the_same(earlier) and _of_the_same(earlier, later)
    return own or (opinion and bool(earlier.worried))


def _of_the_same(earlier: Answer, later: Answer) -> bool:
    """Whether both were meant of one child when they were said, and not of two who were found to be one."""
    one, other = earlier.entry.reference, later.entry.reference
    return not one or not other or one == other


def _knew(earlier: Answer, later: Answer) -> bool:
    """Whether who gave the later answer knew of the earlier; in a story they are taken to have."""
    if earlier.source.agency == later.source.agency:
        return _of_the_same(earlier, later)
    if not earlier.entry.reference:
        return True
    known = earlier.entry.known_to(later.source.agency)
    return known is not None and known <= later.told


def _turns(pairs: list[Pair], spoken: Spoken) -> Iterator[Opposition]:
    """The disagreements on one question: what each settlement ended, and what none did."""
    left = sorted(pairs, key=lambda pair: (pair.since, pair.name))
    of_all = {pair.name for pair in pairs}
    for settled in spoken.settlements:
        if settled.key in of_all or settled.key not in spoken.pairs:
            now = settled.covers(left)
            if now:
                yield _opposition(now, spoken, settled)
                left = [pair for pair in left if pair not in now]
    if left:
        yield _opposition(left, spoken, None)


def _opposition(pairs: list[Pair], spoken: Spoken, settled: Settled | None) -> Opposition:
    child, question, injury, words = pairs[0].asked
    names = {pair.name for pair in pairs}
    if settled is not None and settled.key not in spoken.pairs:
        names.add(settled.key)
    return Opposition(
        key=next((name for name in spoken.names if name in names), pairs[0].name),
        child=child,
        question=question,
        injury=injury,
        words=words,
        worried=_once(pair.worried for pair in pairs),
        easy=_once(pair.easy for pair in pairs),
        names=frozenset(names),
        settled=settled.event if settled else None,
    )


def _once(given: Iterable[Answer]) -> tuple[Answer, ...]:
    found = {answer.entry.id: answer for answer in given}
    return tuple(sorted(found.values(), key=lambda answer: (answer.told, *answer.entry.said[1:])))
