"""A signed note after C2SP: a text, and the signature lines beneath it."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, replace
from enum import IntEnum

from heeded.core.log.strict import from_base64, to_base64

MOST_SIGNATURES = 100
MOST_CHARACTERS = 100_000
COSIGNED = "cosignature/v1\n"
"""How a witness's words begin, so that nothing else that is signed can be taken for them."""
_KEY_ID = 4
_PUBLIC = 32


class Kind(IntEnum):
    """What a signature signs: the note itself, or, with a time, a checkpoint seen by a witness."""

    NOTE = 0x01
    COSIGNATURE = 0x04


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature line: the key's name and 4-byte id, and the signature's bytes."""

    name: str
    key_id: bytes
    blob: bytes

    def __post_init__(self) -> None:
        check_name(self.name)
        if len(self.key_id) != _KEY_ID or not self.blob:
            raise ValueError(f"the signature by {self.name} is too short to be one")

    @classmethod
    def parse(cls, line: str) -> Signature:
        """Read a line such as `— example.org/log base64`, without its newline."""
        dash, _, rest = line.partition(" ")
        name, _, coded = rest.partition(" ")
        if dash != "—" or not coded:
            raise ValueError(f"a signature reads '— name base64', but this reads {line!r:.80}")
        value = from_base64(coded, f"the signature by {name}")
        return cls(name, value[:_KEY_ID], value[_KEY_ID:])

    @property
    def coded(self) -> str:
        """The key's id and the signature in base64."""
        return to_base64(self.key_id + self.blob)

    def __str__(self) -> str:
        """The line, without its newline."""
        return f"— {self.name} {self.coded}"


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends in a newline, and its signatures; none of them is thereby believed."""

    text: str
    signatures: tuple[Signature, ...] = ()

    def __post_init__(self) -> None:
        if not self.text.endswith("\n") or any(c < " " and c != "\n" for c in self.text):
            raise ValueError("a note's text ends in a newline and holds no other control character")
        if len(self.text) > MOST_CHARACTERS or len(self.signatures) > MOST_SIGNATURES:
            raise ValueError(
                f"a note has at most {MOST_CHARACTERS:,} characters and {MOST_SIGNATURES} signatures"
            )

    @classmethod
    def parse(cls, written: str) -> Note:
        """Read a signed note; raises ValueError, saying what is wrong, for anything else."""
        text, blank, lines = written.rpartition("\n\n")
        if not blank or not lines.endswith("\n"):
            raise ValueError("a signed note is a text, an empty line and signatures, each with a newline")
        if lines.count("\n") > MOST_SIGNATURES:
            raise ValueError(f"a note has at most {MOST_SIGNATURES} signatures")
        return cls(text + "\n", tuple(Signature.parse(line) for line in lines[:-1].split("\n")))

    def signed(self, *signatures: Signature) -> Note:
        """The note with these signatures beneath those that it has."""
        return replace(self, signatures=(*self.signatures, *signatures))

    def __str__(self) -> str:
        """The note as it is written and sent."""
        return "\n".join([self.text, *map(str, self.signatures), ""])


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key under a name: what others need to check a signature, in one line of text."""

    name: str
    public: bytes
    kind: Kind = Kind.NOTE

    def __post_init__(self) -> None:
        check_name(self.name)
        if len(self.public) != _PUBLIC:
            raise ValueError(f"an Ed25519 public key has {_PUBLIC} bytes, not {len(self.public)}")

    @classmethod
    def parse(cls, text: str) -> VerifierKey:
        """Read `name+id+base64`, as `str` writes it; raises ValueError where the id is another key's."""
        name, _, rest = text.strip().partition("+")
        key_id, _, coded = rest.partition("+")
        value = from_base64(coded, f"the key of {name!r:.60}")
        if not value or value[0] not in tuple(Kind):
            raise ValueError(f"the key of {name!r:.60} is of no kind that is known here")
        key = cls(name, value[1:], Kind(value[0]))
        if key_id != key.key_id.hex():
            raise ValueError(f"the key of {name} says its id is {key_id!r:.60}, but it is {key.key_id.hex()}")
        return key

    @property
    def key_id(self) -> bytes:
        """The four bytes by which signature lines name the key."""
        named = f"{self.name}\n".encode() + bytes([self.kind]) + self.public
        return hashlib.sha256(named).digest()[:_KEY_ID]

    def made(self, signature: Signature) -> bool:
        """Whether a line says that this key made it; that it did is for the signature to show."""
        return (signature.name, signature.key_id) == (self.name, self.key_id)

    def __str__(self) -> str:
        """The key as it is handed to others."""
        return f"{self.name}+{self.key_id.hex()}+{to_base64(bytes([self.kind]) + self.public)}"


def check_name(name: str) -> None:
    """Raise ValueError for what cannot name a key or a log: empty, with a space, a plus or a control."""
    if not name or any(c == "+" or c.isspace() or unicodedata.category(c)[0] in "ZC" for c in name):
        raise ValueError(f"the name {name!r:.60} is empty or holds a space, a plus sign or a control sign")


def cosigned_message(time: int, text: str) -> bytes:
    """What a witness signs: that at this second it had seen no longer log of that origin (C2SP)."""
    return f"{COSIGNED}time {time}\n{text}".encode()
