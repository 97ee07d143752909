"""Names in the record: the same for the same thing in any order of arrival, and not to be guessed.

Each is a digest of the agency's own name for it, keyed with a secret of the deployment: nobody who
can reach the database, and not the key, can ask it whether it holds a certain child.
"""

from __future__ import annotations

import hashlib
import hmac
from uuid import UUID


class Naming:
    """Gives names, under one key (32 bytes)."""

    def __init__(self, key: bytes) -> None:
        self._keyed = hmac.new(key, digestmod=hashlib.sha256)
        self._begun: dict[tuple[str, str], hmac.HMAC] = {}

    def subject(self, agency: str, ref: str) -> UUID:
        """The subject that an agency means by its reference to a person."""
        return UUID(self.subject_name(agency, ref))

    def subject_name(self, agency: str, ref: str) -> str:
        """The same, as text."""
        return _as_text(self._of("subject", agency, ref))

    def chosen(self, agency: str, person: UUID) -> UUID:
        """The subject by which an agency means a person whom it chose; no reference has that name."""
        return UUID(_as_text(self._of("chosen", agency, str(person))))

    def entry(self, agency: str, ref: str) -> UUID:
        """The entry that tells an agency's event of that name."""
        return UUID(self.entry_name(agency, ref))

    def entry_name(self, agency: str, ref: str) -> str:
        """The same, as text."""
        return _as_text(self._of("entry", agency, ref))

    def report(self, agency: str, ref: str) -> UUID:
        """An agency's report of that name."""
        return UUID(_as_text(self._of("report", agency, ref)))

    def duty(self, *key: str) -> UUID:
        """A line of the worklist, by what stays the same when it is judged again."""
        return UUID(_as_text(self._digest("duty", *key)))

    def card(self, *key: str) -> UUID:
        """What lies on an agency's desk, by what stays the same when it is laid out again."""
        return UUID(_as_text(self._digest("card", *key)))

    def notice(self, *key: str) -> UUID:
        """A notice that is told once, by what makes it the same."""
        return UUID(_as_text(self._digest("notice", *key)))

    def sought(self, system: str, value: str) -> bytes:
        """What an identifier is sought by."""
        return self._of("identifier", system, value)

    def search_key(self, key: str) -> int:
        """What stands for a key by which people are searched: 64 bits of its digest, as a signed number."""
        return int.from_bytes(self._of("search key", "", key)[:8], "big", signed=True)

    def sealed(self, subject: str) -> bytes:
        """What stands for somebody in a seal."""
        return self._digest("sealed", subject)

    def hidden(self, subject: UUID, seal: UUID, side: str) -> bytes:
        """An id hidden under a seal; the same again gives the id back, as bytes, to whoever has the key."""
        pad = self._digest("hidden", str(seal), side)
        return bytes(one ^ other for one, other in zip(subject.bytes, pad, strict=False))

    def _of(self, what: str, whose: str, name: str) -> bytes:
        """The digest of three parts, of which the first two are few and were begun with before."""
        begun = self._begun.get((what, whose))
        if begun is None:
            begun = self._begun[what, whose] = self._keyed.copy()
            begun.update(_parted(what) + _parted(whose))
        told = begun.copy()
        told.update(_parted(name))
        return told.digest()

    def _digest(self, *parts: str) -> bytes:
        told = self._keyed.copy()
        told.update(b"".join(map(_parted, parts)))
        return told.digest()


def _parted(part: str) -> bytes:
    """A part with its length before it, so that no two lists of parts have the same bytes."""
    told = part.encode()
    return len(told).to_bytes(4, "big") + told


def _as_text(digest: bytes) -> str:
    """Sixteen bytes of a digest, marked as a UUID of version 8 (RFC 9562: made in the application's way)."""
    text = digest.hex()
    variant = "89ab"[digest[8] >> 4 & 3]
    return f"{text[:8]}-{text[8:12]}-8{text[13:16]}-{variant}{text[17:20]}-{text[20:32]}"
