"""Those who check: signatures of a log under its known keys, and of enough witnesses."""

from __future__ import annotations

from dataclasses import dataclass, field

from heeded.adapters.seals.seal import cosigned_by, signed_by
from heeded.core.log.checkpoint import Checkpoint, Witnessed
from heeded.core.log.note import Kind, Note, VerifierKey
from heeded.core.log.receipt import Receipt, receipt_note


class BadSeal(ValueError):  # noqa: N818 - named for what is the case, as the message reads
    """A note that is not believed: unsigned, signed by somebody unknown, or signed wrongly."""


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Who is trusted to witness, and how many of them must have signed."""

    keys: tuple[VerifierKey, ...] = ()
    quorum: int = 0

    def __post_init__(self) -> None:
        if any(key.kind is not Kind.COSIGNATURE for key in self.keys):
            raise ValueError("a witness's key is a cosignature key: its text begins with BA after the last +")
        if len({key.name for key in self.keys}) < len(self.keys):
            raise ValueError("two witnesses have the same name")
        if len({key.public for key in self.keys}) < len(self.keys):
            raise ValueError("two witnesses have the same key, so they are one")
        if not 0 <= self.quorum <= len(self.keys) or (self.keys and not self.quorum):
            raise ValueError(f"the quorum must be from 1 to {len(self.keys)}, the number of witnesses")

    def seen(self, note: Note) -> tuple[tuple[str, int], ...]:
        """Which witnesses signed a checkpoint's note, and the second (UTC) of each one's last signature.

        Raises BadSeal where a line bears a witness's name and key but not its signature.
        """
        found = dict[str, int]()
        for key in self.keys:
            for line in filter(key.made, note.signatures):
                second = cosigned_by(key, note.text, line)
                if second is None:
                    raise BadSeal(f"the signature in the name of the witness {key.name} is not its own")
                found[key.name] = max(second, found.get(key.name, 0))
        return tuple(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Verifiers:
    """What it takes to believe a log: every key that it has had, and its witnesses."""

    log_keys: tuple[VerifierKey, ...]
    witnesses: Witnesses = field(default_factory=Witnesses)

    def __post_init__(self) -> None:
        if len({key.name for key in self.log_keys}) != 1 or any(
            key.kind is not Kind.NOTE for key in self.log_keys
        ):
            raise ValueError("give the log's public keys, all in its one name, as the log printed them")
        if {key.public for key in self.log_keys} & {key.public for key in self.witnesses.keys}:
            raise ValueError("a log cannot be its own witness: one of the witnesses has the log's key")

    @property
    def origin(self) -> str:
        """The log's name."""
        return self.log_keys[0].name

    def checkpoint(self, written: str | Note) -> Witnessed:
        """The checkpoint that a signed note states, and who witnessed it.

        Raises BadSeal where the log did not sign it, ValueError where it is no checkpoint.
        """
        note = written if isinstance(written, Note) else Note.parse(written)
        self._signed(note)
        checkpoint = Checkpoint.parse(note.text)
        self._of_this_log(checkpoint.origin)
        seen = self.witnesses.seen(note)
        quorum = bool(self.witnesses.quorum) and len(seen) >= self.witnesses.quorum
        return Witnessed(checkpoint, seen, quorum)

    def receipt(self, written: str | Note) -> Receipt:
        """The receipt that was signed, in JSON or as a note; raises BadSeal or ValueError as above."""
        note = written if isinstance(written, Note) else receipt_note(written)
        self._signed(note)
        receipt = Receipt.parse(note.text)
        self._of_this_log(receipt.origin)
        return receipt

    def _signed(self, note: Note) -> None:
        """Believe a note that a known key signed, unless a known key's signature on it is false."""
        lines = [(key, line) for key in self.log_keys for line in note.signatures if key.made(line)]
        if not lines:
            raise BadSeal(f"no key of {self.origin} that is known here has signed this")
        if not all(signed_by(key, note.text, line) for key, line in lines):
            raise BadSeal(f"the signature in the name of {self.origin} does not belong to this text")

    def _of_this_log(self, origin: str) -> None:
        if origin != self.origin:
            raise BadSeal(f"this speaks of the log {origin}, but was signed by {self.origin}")
