"""A checkpoint after C2SP: which log, how long, and its root; how it is brought to witnesses, who sign it."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.log.leaf import HASH
from heeded.core.log.note import Note, check_name
from heeded.core.log.strict import from_base64, to_base64, whole_number
from heeded.core.log.tree import Head

MOST_HASHES = 63
"""How many hashes a proof may have on its way to a witness (C2SP tlog-witness)."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The state of a log: its name (origin), how many leaves it has, and the root over them."""

    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        check_name(self.origin)
        if self.size < 0 or len(self.root) != HASH:
            raise ValueError(f"a checkpoint has a size from 0 on and a root of {HASH} bytes")

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Read the three lines of a checkpoint's text; raises ValueError for anything else."""
        lines = text.split("\n")
        if len(lines) != 4 or lines[-1]:  # noqa: PLR2004 - three lines, each with its newline
            raise ValueError("a checkpoint is three lines: the log's name, its size, its root in base64")
        return cls(lines[0], whole_number(lines[1], "the size"), from_base64(lines[2], "the root"))

    @property
    def head(self) -> Head:
        """Size and root together, as the checks of proofs take them."""
        return Head(self.size, self.root)

    @property
    def text(self) -> str:
        """The text that is signed."""
        return f"{self.origin}\n{self.size}\n{to_base64(self.root)}\n"


@dataclass(frozen=True, slots=True)
class Witnessed:
    """A checkpoint whose signatures have been checked, with the witnesses who saw it and when.

    `seen` is the second (UTC) of each witness's signature, by the witness's name; `quorum` says
    whether they are as many as were asked for.
    """

    checkpoint: Checkpoint
    seen: tuple[tuple[str, int], ...] = ()
    quorum: bool = False

    @property
    def last_seen(self) -> int | None:
        """When a witness last signed it (seconds UTC), or None where none did."""
        return max((second for _, second in self.seen), default=None)


@dataclass(frozen=True, slots=True)
class Submission:
    """A checkpoint on its way to a witness, after C2SP (tlog-witness, add-checkpoint).

    `old` is the size that the witness last saw, as far as the log knows, and `proof` leads from there to
    the checkpoint in `note`.
    """

    old: int
    proof: tuple[bytes, ...]
    note: Note

    @classmethod
    def parse(cls, body: str) -> Submission:
        """Read the body of a request; raises ValueError, saying what is wrong, for anything else."""
        head, blank, note = body.partition("\n\n")
        first, *hashes = head.split("\n")
        if not blank or not first.startswith("old "):
            raise ValueError("a request is a line 'old SIZE', the proof's lines, an empty line, a checkpoint")
        if len(hashes) > MOST_HASHES:
            raise ValueError(f"a proof has at most {MOST_HASHES} lines, not {len(hashes)}")
        proof = tuple(from_base64(line, "a line of the proof") for line in hashes)
        return cls(whole_number(first.removeprefix("old "), "the old size"), proof, Note.parse(note))

    def __str__(self) -> str:
        """The body of the request."""
        return "\n".join([f"old {self.old}", *map(to_base64, self.proof), "", str(self.note)])
