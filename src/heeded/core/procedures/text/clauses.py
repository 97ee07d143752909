"""The clauses of one rule, found by their opening words, with what was written twice refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from heeded.core.procedures.mistake import Mistake
from heeded.core.procedures.text.clause import Clause, attempt, read_clause
from heeded.core.procedures.text.line import Line
from heeded.core.procedures.text.phrases import Phrases, words_of

PROSE = ("ref", "agreed", "unverified", "owner", "pending", "owed by", "departure by", "guards", "step")
"""The clauses in free words."""
BEGINS_PROSE = ("by",)
"""The words of clauses with which a line of free words may well begin."""
_Read = TypeVar("_Read")


class Clauses:
    """The clauses of a rule or ladder; what cannot be read is kept in `mistakes`, not raised."""

    def __init__(
        self, heading: Clause, found: Iterable[Clause], mistakes: list[Mistake], *, readable: bool = True
    ) -> None:
        self.heading = heading
        self._readable = readable
        self._found = tuple(found)
        self.mistakes = mistakes

    @classmethod
    def read(
        cls,
        heading: Clause,
        groups: Iterable[tuple[Line, ...]],
        words: tuple[str, ...],
        several: tuple[str, ...],
    ) -> Clauses:
        """The clauses that these lines are: each word once, but any number of `several`."""
        mistakes: list[Mistake] = []
        clauses: dict[int, Clause] = {}
        readable = True
        seen: dict[str, Clause] = {}
        for group in groups:
            clause = attempt(mistakes, lambda lines: read_clause(lines, words), group)
            if clause is None:
                readable = False
                continue
            mistakes.extend(_swallowed(clause, words))
            if clause.word in seen and clause.word not in several:
                first = seen[clause.word].line.number
                twice = clause.wrong(
                    f"“{clause.word}” stands twice, first in line {first}.",
                    "Keep one; events are joined by “or” within it.",
                )
                mistakes.append(twice.mistake)
                continue
            seen[clause.word] = clause
            clauses[clause.line.number] = clause
        return cls(heading, clauses.values(), mistakes, readable=readable)

    def __iter__(self) -> Iterator[Clause]:
        """The clauses in their order."""
        return iter(self._found)

    def has(self, *words: str) -> bool:
        """Whether there is a clause with any of these words."""
        return self.one(*words) is not None

    def one(self, *words: str) -> Clause | None:
        """The first clause with one of these words, if any."""
        return next((clause for clause in self._found if clause.word in words), None)

    def all(self, *words: str) -> tuple[Clause, ...]:
        """Every clause with one of these words."""
        return tuple(clause for clause in self._found if clause.word in words)

    def read_one(self, word: str, read: Callable[[Clause], _Read]) -> _Read | None:
        """What `read` makes of the clause with that word; None where there is none or it is wrong."""
        clause = self.one(word)
        return None if clause is None else attempt(self.mistakes, read, clause)

    def text(self, word: str, what: str) -> str:
        """The text of the clause with that word, or an empty text; `what` names what is wanted."""
        return self.read_one(word, lambda clause: clause.said(what)) or ""

    def missing(self, what: str, remedy: str) -> None:
        """Keep the mistake that the whole lacks something, unless it may stand in a line not readable."""
        if self._readable:
            self.mistakes.append(self.heading.wrong(what, remedy).mistake)


def _swallowed(clause: Clause, words: tuple[str, ...]) -> Iterator[Mistake]:
    """The lines of a clause in free words that look like clauses of their own, indented by accident."""
    if clause.word not in PROSE:
        return
    words = tuple(word for word in words if word not in BEGINS_PROSE)
    for line in clause.lines[1:]:
        word = Phrases(words_of(line), line).longest(words)
        if word is not None:
            yield line.wrong(
                f"This line is indented so that it continues “{clause.word}”, but begins with “{word}”.",
                "Indent it like the other clauses if it is one; if not, begin the line with another word.",
            ).mistake
