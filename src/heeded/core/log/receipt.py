"""A receipt: the record's signed word to a sender that its entry stands in the log, and where."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.log.canonical import canonical
from heeded.core.log.leaf import HASH
from heeded.core.log.note import Note, Signature, check_name
from heeded.core.log.strict import from_base64, read_object, to_base64, typed, whole_number

VERSION = "heeded-receipt/1"
_FIELDS = ("entry", "index", "leaf", "origin", "received", "signature", "version")


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Which entry was received, when (seconds UTC), and which leaf of which log it is.

    `index` counts from 0. Whoever holds it can show that the entry was in the log, even where
    neither checkpoint nor witness had seen it yet.
    """

    origin: str
    entry: str
    index: int
    leaf: bytes
    received: int

    def __post_init__(self) -> None:
        check_name(self.origin)
        check_name(self.entry)
        if min(self.index, self.received) < 0 or len(self.leaf) != HASH:
            raise ValueError(f"a receipt has an index and a second from 0 on, and a leaf of {HASH} bytes")

    @property
    def text(self) -> str:
        """The text that is signed: six lines."""
        leaf = to_base64(self.leaf)
        return f"{VERSION}\n{self.origin}\n{self.entry}\n{self.index}\n{leaf}\n{self.received}\n"

    @classmethod
    def parse(cls, text: str) -> Receipt:
        """Read the text that is signed; raises ValueError for anything else."""
        lines = text.split("\n")
        if len(lines) != 7 or lines[-1] or lines[0] != VERSION:  # noqa: PLR2004 - six lines and their end
            raise ValueError(f"a receipt is six lines, the first of them {VERSION}")
        return cls(
            origin=lines[1],
            entry=lines[2],
            index=whole_number(lines[3], "the index"),
            leaf=from_base64(lines[4], "the leaf"),
            received=whole_number(lines[5], "the second of receipt"),
        )


def receipt_json(note: Note) -> str:
    """A signed receipt as the sender gets it: JSON, its fields in order.

    Raises ValueError unless the note is a receipt signed once, in the name of its log.
    """
    receipt = Receipt.parse(note.text)
    if [signature.name for signature in note.signatures] != [receipt.origin]:
        raise ValueError(f"a receipt is signed once, by {receipt.origin}")
    return canonical(
        {
            "entry": receipt.entry,
            "index": receipt.index,
            "leaf": to_base64(receipt.leaf),
            "origin": receipt.origin,
            "received": receipt.received,
            "signature": note.signatures[0].coded,
            "version": VERSION,
        }
    ).decode()


def receipt_note(written: str) -> Note:
    """The signed note that a receipt in JSON stands for; raises ValueError for anything else."""
    told = read_object(written, _FIELDS)
    if told["version"] != VERSION:
        raise ValueError(f"this is not a receipt of {VERSION}, but of {told['version']!r:.60}")
    receipt = Receipt(
        origin=typed(told["origin"], str, "origin"),
        entry=typed(told["entry"], str, "entry"),
        index=typed(told["index"], int, "index"),
        leaf=from_base64(typed(told["leaf"], str, "leaf"), "the leaf"),
        received=typed(told["received"], int, "received"),
    )
    signature = typed(told["signature"], str, "signature")
    return Note(receipt.text, (Signature.parse(f"— {receipt.origin} {signature}"),))
