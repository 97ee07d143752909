"""Words on who is who and their second readings, as rows; and what all links come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

from heeded.adapters.record.identity import assertions
from heeded.adapters.record.store.token import Scope, Tokens
from heeded.adapters.record.store.transaction import Row, Transaction, opened
from heeded.casework.ports import Author
from heeded.casework.ports.contended import Contended
from heeded.casework.ports.identity import Verdict, Whole
from heeded.casework.ports.linkage import Moved
from heeded.casework.ports.second_reading import ReadBefore, Second, Stood, Word


class PostgresSecondReadings:
    """Second readings, under the keys of a deployment."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def words(self, author: Author, since: int) -> Sequence[Word]:
        """Every word on a proposal since a moment, in the order of the record."""
        with opened(self._tokens, author.id, author.agency) as tx:
            tx.enter(Scope.FIND)
            found = map(_word, tx.rows("rereading", "words", since))
            return sorted(found, key=lambda each: each.said.place)

    def stood(self, act: str, author: Author) -> Stood | None:
        """The two of a word as they stood before it.

        A reference that was since taken apart from both is left out.
        """
        with opened(self._tokens, author.id, author.agency) as tx:
            tx.enter(Scope.FIND)
            word = _of_act(tx, act)
            return None if word is None else _stood(tx, word)

    def read_again(self, act: str, second: Second, author: Author) -> None:
        """Keep a second reading beside the word."""
        row = (uuid4(), str(second.verdict), second.at, second.by, author.agency, second.reason, UUID(act))
        try:
            with opened(self._tokens, author.id, author.agency) as tx:
                tx.enter(Scope.FIND)
                tx.run("rereading", "read_again", *row)
        except Contended as wrong:
            raise ReadBefore("somebody gave the second reading already") from wrong


class PostgresLinkage:
    """What the record's links come to, under the keys of a deployment."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def sizes(self, author: Author) -> Mapping[int, int]:
        """How many people there are of each number of references."""
        with opened(self._tokens, author.id, author.agency) as tx:
            tx.enter(Scope.FIND)
            return dict(tx.rows("rereading", "sizes"))

    def moved(self, author: Author, since: int) -> Sequence[Moved]:
        """What moved each day since a moment."""
        with opened(self._tokens, author.id, author.agency) as tx:
            tx.enter(Scope.FIND)
            return [Moved(*row) for row in tx.rows("rereading", "moved", since, since)]


def _of_act(tx: Transaction, act: str) -> Word | None:
    try:
        rows = tx.rows("rereading", "word", UUID(act))
    except ValueError:
        return None
    return _word(rows[0]) if rows else None


def _stood(tx: Transaction, word: Word) -> Stood:
    said = word.said
    subjects = [UUID(said.one), UUID(said.other)]
    before: dict[UUID, UUID] = dict(
        tx.rows("rereading", "stood", subjects, said.at, said.at, said.by, said.reason)
    )
    people = dict.fromkeys(row[0] for row in tx.rows("rereading", "mean", subjects))
    references = [each for whole in assertions.wholes(tx, [*people]) for each in whole.references]
    one, other = (
        Whole(
            person=str(before[subject]),
            references=tuple(each for each in references if before.get(UUID(each.id)) == before[subject]),
            asserted=(),
        )
        for subject in subjects
    )
    return Stood(word=word, sides=(one, other), people=tuple(map(str, people)))


def _word(row: Row) -> Word:
    *said, turned, verdict, at, by, reason = row
    second = None if verdict is None else Second(verdict=Verdict(verdict), at=at, by=by, reason=reason)
    return Word(said=assertions.asserted(tuple(said)), reversed_since=turned, second=second)
