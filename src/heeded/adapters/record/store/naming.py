"""Names in the record: the same for the same thing in any order of arrival, and not to be guessed.

Each is a digest of the agency's own name for it, keyed with a secret of the deployment: nobody who
can reach the database, and not the key, can ask it whether it holds a certain child.
"""

from __future__ import annotations

import hmac
from uuid import UUID


class Naming:
    """Gives names, under one key (32 bytes)."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def subject(self, agency: str, ref: str) -> UUID:
        """The subject that an agency means by its reference to a person."""
        return self._uuid("subject", agency, ref)

    def chosen(self, agency: str, person: UUID) -> UUID:
        """The subject by which an agency means a person whom it chose; no reference has that name."""
        return self._uuid("chosen", agency, str(person))

    def entry(self, agency: str, ref: str) -> UUID:
        """The entry that tells an agency's event of that name."""
        return self._uuid("entry", agency, ref)

    def report(self, agency: str, ref: str) -> UUID:
        """An agency's report of that name."""
        return self._uuid("report", agency, ref)

    def duty(self, *key: str) -> UUID:
        """A line of the worklist, by what stays the same when it is judged again."""
        return self._uuid("duty", *key)

    def notice(self, *key: str) -> UUID:
        """A notice that is told once, by what makes it the same."""
        return self._uuid("notice", *key)

    def sought(self, system: str, value: str) -> bytes:
        """What an identifier is sought by."""
        return self._digest("identifier", system, value)

    def sealed(self, subject: str) -> bytes:
        """What stands for somebody in a seal."""
        return self._digest("sealed", subject)

    def hidden(self, subject: UUID, seal: UUID, side: str) -> bytes:
        """An id hidden under a seal; the same again gives the id back, as bytes, to whoever has the key."""
        pad = self._digest("hidden", str(seal), side)
        return bytes(one ^ other for one, other in zip(subject.bytes, pad, strict=False))

    def _uuid(self, *parts: str) -> UUID:
        return UUID(bytes=_marked(self._digest(*parts)))

    def _digest(self, *parts: str) -> bytes:
        told = b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in parts)
        return hmac.digest(self._key, told, "sha256")


def _marked(digest: bytes) -> bytes:
    """Sixteen bytes of a digest, marked as a UUID of version 8 (RFC 9562: made in the application's way)."""
    marked = bytearray(digest[:16])
    marked[6] = marked[6] & 0x0F | 0x80
    marked[8] = marked[8] & 0x3F | 0x80
    return bytes(marked)
