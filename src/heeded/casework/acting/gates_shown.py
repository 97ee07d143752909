"""What somebody who decides was shown: the gates in the way, and how the record then stood."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.casework.judging.judge import Judged


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
class Shown:
    """The gates in the way of an act as the record stands, and the mark to decide by.

    The mark changes with every weighty entry about the family, whether or not it raises a gate. `unwitnessed`
    is the record's own gate, where that stands too.
    """

    gates: tuple[Stood, ...]
    mark: str
    unwitnessed: Unwitnessed | None = None
