"""What the record draws from a family's entries as somebody knew them at a moment, each kind once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.evidence.disagreement.answers import ANSWERING, CONCERNS
from heeded.core.evidence.disagreement.opposition import Opposition, oppositions
from heeded.core.evidence.drawn.accounts import DIFFER, LEFT_OUT, episodes_left_out, explanations_differ
from heeded.core.evidence.drawn.assumptions import BEYOND, CONTRADICTED, beyond_one_source, contradicted
from heeded.core.evidence.drawn.decisions import KIND as ON_ABSENCE
from heeded.core.evidence.drawn.decisions import decisions_on_absence
from heeded.core.evidence.drawn.opposite import KIND as OPPOSITE
from heeded.core.evidence.drawn.opposite import opposite_answers, under_one_name
from heeded.core.evidence.drawn.sources import KIND as SOURCE
from heeded.core.evidence.drawn.sources import possible_sources
from heeded.core.evidence.episodes import READ, joined
from heeded.core.evidence.injury import EXAMINED, OBSERVED, WELL
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.sources import CARE, CONSIDERED
from heeded.core.evidence.whereabouts import PLACING

_AROUND = frozenset({"household joined", "household left", "access began", "access ended", CARE, *PLACING})
_SOURCES = frozenset({OBSERVED, WELL, *EXAMINED, *CONCERNS, CONSIDERED}) | _AROUND


def _of_sources(entry: Entry) -> bool:
    return entry.kind in _SOURCES


def _of_answers(entry: Entry) -> bool:
    return entry.kind in ANSWERING or bool(entry.keys.get("disagreement"))


def _of_episodes(entry: Entry) -> bool:
    return entry.kind == READ or joined.reads(entry)


def _anything(_: Entry) -> bool:
    return True


class _Pen(NamedTuple):
    """How one kind is drawn, and from which entries: it is shown no other, so that no other can change it."""

    draw: Callable[[Seen], Iterator[Entry]]
    reads: Callable[[Entry], bool]


_PENS = {
    SOURCE: _Pen(possible_sources, _of_sources),
    ON_ABSENCE: _Pen(decisions_on_absence, _anything),
    BEYOND: _Pen(beyond_one_source, _anything),
    CONTRADICTED: _Pen(contradicted, _anything),
    DIFFER: _Pen(explanations_differ, _anything),
    LEFT_OUT: _Pen(episodes_left_out, _of_episodes),
}
"""How each kind is drawn, in the order in which they stand in the chronology; opposite answers come last."""


@dataclass(eq=False)
class Drawing:
    """What was told of a family, and seen of it at a moment; a kind is drawn of it when first asked for.

    `beside` another drawing, it has one entry more: what does not read that entry is the same.
    """

    told: tuple[Entry, ...]
    seen: Seen
    beside: tuple[Drawing, Entry] | None = None
    _kinds: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    _whole: dict[frozenset[str], Chronology] = field(default_factory=dict)

    def with_kinds(self, kinds: Collection[str], chronology: Chronology) -> Chronology:
        """The chronology of which it is, with what is drawn of these kinds."""
        wanted = frozenset(kinds)
        if wanted not in self._whole:
            told = self.told
            drawn = [entry for kind in (*_PENS, OPPOSITE) if kind in wanted for entry in self._of(kind)]
            if any(entry.kind == OPPOSITE for entry in drawn):
                told = under_one_name(told, self._opposed)
            as_it_is = told == chronology.entries
            whole = chronology if as_it_is else replace(chronology, entries=told)
            self._whole[wanted] = whole.and_also(drawn)
        return self._whole[wanted]

    def _of(self, kind: str) -> tuple[Entry, ...]:
        if kind not in self._kinds:
            self._kinds[kind] = self._drawn(kind)
        return self._kinds[kind]

    def _drawn(self, kind: str) -> tuple[Entry, ...]:
        if kind == OPPOSITE:
            return tuple(opposite_answers(self._opposed, self.seen))
        pen = _PENS[kind]
        if self.beside is not None and not pen.reads(self.beside[1]):
            return self.beside[0]._of(kind)  # noqa: SLF001 - another of its own class
        return tuple(pen.draw(self.seen if pen.reads is _anything else self.seen.only(pen.reads)))

    @cached_property
    def _opposed(self) -> tuple[Opposition, ...]:
        if self.beside is not None and not _of_answers(self.beside[1]):
            return self.beside[0]._opposed  # noqa: SLF001 - as above
        return oppositions(event for event in self.seen.events if any(map(_of_answers, event.chain)))
