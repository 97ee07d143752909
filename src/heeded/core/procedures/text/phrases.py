"""Words of a clause, read from left to right by the longest phrase that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from heeded.core.procedures.mistake import Refused, shortened
from heeded.core.procedures.text.line import Line

_WORD = re.compile(r'"[^"]*"|,|[^\s,"]+|"')
_COMMENT = re.compile(r"^\s*#.*$|(?<=\s)#(?:\s.*)?$")
_ALIKE = str.maketrans({"’": "'", "“": '"', "”": '"', "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Word:
    """One word, comma or quoted text, and the line it stands on."""

    text: str
    line: Line

    @property
    def quoted(self) -> bool:
        """Whether it is text between quotation marks."""
        return len(self.text) > 1 and self.text.startswith('"')

    @property
    def plain(self) -> str:
        """The word in small letters, or the quoted text as it is."""
        return self.text[1:-1] if self.quoted else self.text.lower()


def words_of(line: Line, start: int = 0) -> Iterator[Word]:
    """The words of a line from a column on, comments left out."""
    text = without_comment(line.text[start:]).translate(_ALIKE)
    return (Word(found[0], line) for found in _WORD.finditer(text))


def without_comment(text: str) -> str:
    """The text before a `#` that stands alone; "item #3" is no comment."""
    return _COMMENT.sub("", text).rstrip()


@lru_cache(maxsize=4096)
def _parts(phrase: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(phrase.lower().translate(_ALIKE)))


@lru_cache(maxsize=1024)
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[str]]:
    """The phrases under the word that each begins with, longest first."""
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(_parts(phrase)[0], []).append(phrase)
    for those in found.values():
        those.sort(key=lambda phrase: len(_parts(phrase)), reverse=True)
    return found


class Phrases:
    """A cursor over words; `end` is the line to blame when words are missing."""

    def __init__(self, words: Iterable[Word], end: Line) -> None:
        self._words = tuple(words)
        self._place = 0
        self._end = end

    @property
    def done(self) -> bool:
        """Whether every word has been read."""
        return self._place >= len(self._words)

    @property
    def line(self) -> Line:
        """The line of the next word, or the last line when there is none."""
        return self._end if self.done else self._words[self._place].line

    @property
    def rest(self) -> str:
        """What has not been read yet, as it is written."""
        return " ".join(word.text for word in self._words[self._place :]).replace(" ,", ",")

    def longest(self, phrases: Iterable[str], ahead: int = 0) -> str | None:
        """The longest of these phrases that stands next (after `ahead` more words), if any."""
        place = self._place + ahead
        if place >= len(self._words):
            return None
        likely = _by_first_word(tuple(phrases)).get(self._words[place].text.lower(), ())
        return next((phrase for phrase in likely if self._stands(_parts(phrase), place)), None)

    def take(self, *phrases: str) -> str | None:
        """Read the longest of these phrases if one stands next."""
        found = self.longest(phrases)
        if found is not None:
            self._place += len(_parts(found))
        return found

    def take_quoted(self) -> str | None:
        """Read a text in quotation marks if one stands next."""
        if self.done or not self._words[self._place].quoted:
            return None
        self._place += 1
        return self._words[self._place - 1].plain

    def take_like(self, shape: re.Pattern[str]) -> str:
        """Read the next word, in small letters, if it has this shape; else an empty text."""
        if self.done or not shape.fullmatch(self._words[self._place].plain):
            return ""
        self._place += 1
        return self._words[self._place - 1].plain

    def run(self, stops: Iterable[str]) -> str:
        """Read words, as written, up to the first of these words, a comma or the end."""
        halting = {*stops, ","}
        start = self._place
        while not self.done and self._words[self._place].plain not in halting:
            self._place += 1
        return " ".join(word.text for word in self._words[start : self._place])

    def peek(self, stops: Iterable[str]) -> str:
        """What `run` would read, without reading it."""
        start = self._place
        try:
            return self.run(stops)
        finally:
            self._place = start

    def wrong(self, what: str, remedy: str = "") -> Refused:
        """The refusal of what stands next."""
        return self.line.wrong(what, remedy)

    def finish(self, remedy: str) -> None:
        """Refuse what has been left over; the remedy says what may stand here."""
        if not self.done:
            raise self.wrong(f"“{shortened(self.rest)}” cannot be read here.", remedy)

    def _stands(self, parts: tuple[str, ...], place: int) -> bool:
        here = self._words[place : place + len(parts)]
        return len(here) == len(parts) and all(
            word.text.lower() == part for word, part in zip(here, parts, strict=True)
        )
