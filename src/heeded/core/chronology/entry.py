"""An entry: one event as one source told it, never edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from heeded.core.chronology.people import Source
from heeded.core.chronology.when import When

UNPLACED = 1 << 62
"""The turn of an entry whose place in a log says nothing: it stands after all whose place does."""

Fact = bool | str | int | float | date | frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event, held in a child's chronology, with its three clocks.

    `happened` is when it happened; `told` when the source wrote it (seconds UTC); `known`
    when each other agency came to know it, by agency id. The source knew when it told.
    `keys` tie events together (which referral, which plan); `facts` are the kind's fields.
    A correction names the entry it corrects and states the event anew; a withdrawal names
    what it takes back. Nothing is ever changed in place. `writer` is the account by which it was
    written into the record (people.py); empty in a story, and where that was not kept yet. `reference` is
    the name by which its source meant the child, whoever that is found to be; empty in a story.
    `turn` tells what was told in one and the same second apart: a record that was told of it as it was
    written gives its place in the log (docs/decisions, "Two things in one second").
    """

    id: str
    kind: str
    child: str
    happened: When
    told: int
    source: Source
    known: Mapping[str, int] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    corrects: str | None = None
    withdraws: str | None = None
    writer: str = ""
    reference: str = field(default="", compare=False)
    turn: int = field(default=UNPLACED, compare=False)

    def known_to(self, agency: str) -> int | None:
        """When that agency came to know of this entry (seconds UTC), or None if never."""
        if agency == self.source.agency:
            return min(self.told, self.known.get(agency, self.told))
        return self.known.get(agency)

    @property
    def said(self) -> tuple[int, int, str]:
        """The order in which entries were told: the second, the turn in it, then identity."""
        return (self.told, self.turn, self.id)

    @property
    def first_known(self) -> int:
        """When anyone came to know of this entry (seconds UTC)."""
        return min(self.told, *self.known.values()) if self.known else self.told
