"""A seal: an Ed25519 key under a name, signing notes as a log and cosigning them as a witness."""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from heeded.core.log.note import COSIGNED, Kind, Note, Signature, VerifierKey, cosigned_message

_TIME = 8
_SIGNED = 64


@dataclass(frozen=True, slots=True)
class Seal:
    """Who signs. The private key is never shown, printed or compared."""

    name: str
    private: Ed25519PrivateKey = field(repr=False, compare=False)

    def key(self, kind: Kind = Kind.NOTE) -> VerifierKey:
        """The public key that others need to check this seal's signatures of a kind."""
        return VerifierKey(self.name, self.private.public_key().public_bytes_raw(), kind)

    def sign(self, text: str) -> Note:
        """The text as a note that this seal has signed.

        Raises ValueError for what could be taken for a witness's word.
        """
        if text.startswith(COSIGNED):
            raise ValueError("a log signs no text that begins as a witness's does")
        note = Note(text)
        blob = self.private.sign(text.encode())
        return note.signed(Signature(self.name, self.key().key_id, blob))

    def cosignature(self, text: str, second: int) -> Signature:
        """A witness's signature under a checkpoint's text, with its second (UTC)."""
        blob = second.to_bytes(_TIME, "big") + self.private.sign(cosigned_message(second, text))
        return Signature(self.name, self.key(Kind.COSIGNATURE).key_id, blob)


def signed_by(key: VerifierKey, text: str, signature: Signature) -> bool:
    """Whether this key made this signature of a note's text."""
    return key.kind is Kind.NOTE and _holds(key, signature.blob, text.encode())


def cosigned_by(key: VerifierKey, text: str, signature: Signature) -> int | None:
    """The second (UTC) at which this witness signed a checkpoint's text, or None where it did not."""
    if key.kind is not Kind.COSIGNATURE or len(signature.blob) != _TIME + _SIGNED:
        return None
    second = int.from_bytes(signature.blob[:_TIME], "big")
    return second if _holds(key, signature.blob[_TIME:], cosigned_message(second, text)) else None


def _holds(key: VerifierKey, blob: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(blob, message)
    except (InvalidSignature, ValueError):
        return False
    return True
