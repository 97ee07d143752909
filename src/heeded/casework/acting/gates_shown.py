"""What somebody who decides was shown: the gates in the way, and how the record then stood."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.casework.judging.judge import Judged
from heeded.core.evidence.episodes import Episode


@dataclass(frozen=True, slots=True)
class Stood:
    """A gate in the way: the rule and what it is about, why it stands, and who may take it on themselves.

    `by_whom` are the posts that may set it aside; empty where the agreement names none, and anyone may.
    """

    rule: str
    child: str
    key: str
    about: str
    judged: Judged
    by_whom: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called among the gates of one act: who takes it on names it so."""
        return self.rule


@dataclass(frozen=True, slots=True)
class Unwitnessed:
    """The record's own gate: of an act about a child, why it waits while too few witnesses have signed."""

    child: str
    because: str


@dataclass(frozen=True, slots=True)
class Before:
    """What came before and no reading of the history has named: as far as its reader may see it.

    `unseen` are the agencies, by id, that told something of it which the reader may not see.
    """

    episodes: tuple[Episode, ...] = ()
    unseen: tuple[str, ...] = ()


NOTHING_BEFORE = Before()
"""Nothing of that."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The gates in the way of an act as the record stands, and the mark to decide by.

    The mark changes with every weighty entry about the family, whether or not it raises a gate. `unwitnessed`
    is the record's own gate, where that stands too. `before` is what the decision has to name, told to
    whoever asks before deciding.
    """

    gates: tuple[Stood, ...]
    mark: str
    unwitnessed: Unwitnessed | None = None
    before: Before = NOTHING_BEFORE
