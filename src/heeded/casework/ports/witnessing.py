"""What casework asks of witnesses, and how far they have come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

PATIENCE = 15 * 60
"""For how many seconds the record may do without its witnesses before its people are told of it."""

AT_MOST = 100
"""After how many entries the witnesses are asked to sign anew, though the minute may not have passed."""

Prove = Callable[[int], Sequence[bytes] | None]
"""The proof that the log begins with its first so many leaves; None where it was never so long."""


class NotReached(Exception):  # noqa: N818 - named for what is the case
    """A witness could not be asked, or gave no answer of use: it is asked again in a minute."""


class Objects(Exception):  # noqa: N818 - named for what is the case
    """A witness says that this is not the log that it saw: it was rewritten, or put back to an old backup."""


@dataclass(frozen=True, slots=True)
class Cosigned:
    """That a witness signed the log's checkpoint of a size at a second (UTC), with the signature's line."""

    witness: str
    size: int
    at: int
    line: str


@dataclass(frozen=True, slots=True)
class Objection:
    """What a witness objected to a checkpoint of a size, and at which second (UTC)."""

    witness: str
    size: int
    at: int
    said: str


class Cosigning(Protocol):
    """A witness, as the log asks it."""

    @property
    def name(self) -> str:
        """Its name, as its key has it."""

    def cosign(self, note: str, prove: Prove) -> Cosigned:
        """Its signature under a checkpoint, checked; NotReached, or Objects with what it said."""


class Witnessing(Protocol):
    """The log, as it is shown to witnesses, and what they said, kept beside it."""

    def newest(self, now: int) -> tuple[int, str]:
        """The newest signed checkpoint, made now where the log has grown: its size and note."""

    def proof(self, old: int, size: int) -> Sequence[bytes] | None:
        """The proof that the log of a size begins with one of another: empty where that is greater.

        None where the log was never so long.
        """

    def keep(self, cosigned: Cosigned) -> None:
        """Keep a witness's signature."""

    def keep_objection(self, objection: Objection) -> None:
        """Keep what a witness objected."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far witnesses have come with the log.

    `quorum` of them must have signed one checkpoint; none are asked for where it is 0. `seen` is the last
    checkpoint that each signed. Everything before leaf `witnessed_to` of `size` is as they saw it; the
    first one after that was received at second `since` (UTC; None where there is none). `objections` are
    the last words of witnesses who object.
    """

    quorum: int = 0
    seen: tuple[Cosigned, ...] = ()
    size: int = 0
    witnessed_to: int = 0
    since: int | None = None
    objections: tuple[Objection, ...] = ()

    def lacking(self, now: int) -> int | None:
        """Since when (seconds UTC) the record has done without its witnesses, where that is too long now."""
        late = self.quorum and self.since is not None and now - self.since > PATIENCE
        return self.since if late else None
