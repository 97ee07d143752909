"""A leaf of the log: what of an entry is sealed, as bytes, and the salted hash that stands in the tree.

Version `heeded-entry/1`, JSON after RFC 8785. What is sealed is content only: nothing that could
change when a message arrives in another order, and not whose the entry is, which links say. A set is
its words in order; a date is `{"date": "2010-06-18"}`; a whole number beyond 2**53 - 1 is
`{"integer": "..."}`, in digits; a number without a fraction is written as a whole number. Who wrote
the entry is left out where that is not known, as in leaves from before it was kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from json.encoder import encode_basestring as quoted
from typing import NamedTuple

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.log.canonical import EXACT, Value, encoded, written

VERSION = "heeded-entry/1"
SALT = 32
"""How many random bytes stand before a leaf's content, so that nobody can guess it from its hash."""
HASH = 32
"""How many bytes a hash has (SHA-256)."""

SEALED = (
    '{"corrects":%s,"entry":%s,"facts":%s,"happened":[%s,%s,%s],"keys":%s,"kind":%s,"known":%s,"received":%s,'
    f'"source":[%s,%s,%s],"subject":%s,"told":%s,"version":"{VERSION}","withdraws":%s%s}}'
)
"""What a leaf seals of an entry, as text: its parts in the order of their names, as RFC 8785 asks."""

_LEAF = hashlib.sha256(b"\x00")


class Logged(NamedTuple):
    """A leaf of the log with its entry, as the database holds them now.

    `leaf` is the stored hash; `content` must be built anew from the entry's own columns, never read
    from a copy kept beside them. Where retention has destroyed it, `erased` is set and neither
    content nor salt is there. `entry` is the entry's id.
    """

    place: int
    entry: str
    leaf: bytes
    salt: bytes | None
    content: bytes | None
    erased: bool = False


def leaf_hash(salt: bytes, content: bytes) -> bytes:
    """The hash of a leaf after RFC 6962, salted: SHA-256(0x00, 32 bytes of salt, content)."""
    if len(salt) != SALT:
        raise ValueError(f"a leaf's salt has {SALT} bytes, not {len(salt)}")
    digest = _LEAF.copy()
    digest.update(salt + content)
    return digest.digest()


class Parts(NamedTuple):
    """Those parts of an entry that map names to something, each as JSON after RFC 8785."""

    known: str
    keys: str
    facts: str


def content(entry: Entry, subject: str, received: int, parts: Parts | None = None) -> bytes:
    """The bytes of an entry that its leaf seals.

    `subject` says who the entry is about, in the record's own name for the agency's reference; it
    stands in place of the entry's child, which links may change. `received` is the second (UTC) in
    which the record took it in. `known` and `keys` must be as they were then. `parts` are those of the
    entry, where they were made already.
    Raises ValueError, naming the entry, for a fact that has no such form.
    """
    try:
        return encoded(_sealed(entry, subject, received, parts or parts_of(entry)))
    except ValueError as wrong:
        raise ValueError(f"the entry {entry.id} cannot be sealed: {wrong}") from wrong


def parts_of(entry: Entry) -> Parts:
    """What an entry maps to something, as `content` writes it; ValueError as there."""
    return Parts(written(entry.known), written(entry.keys), facts_written(entry.facts))


def facts_written(facts: Mapping[str, Fact]) -> str:
    """An entry's facts as its leaf seals them; ValueError as in `content`."""
    return written({name: _fact(value) for name, value in facts.items()})


def writer_written(writer: str) -> str:
    """Who wrote an entry, as it ends what the leaf seals; nothing where that is not known."""
    return f',"writer":{quoted(writer)}' if writer else ""


def _sealed(entry: Entry, subject: str, received: int, parts: Parts) -> str:
    happened, source = entry.happened, entry.source
    return SEALED % (
        *(_named(entry.corrects), quoted(entry.id), parts.facts),
        *(written(happened.earliest), written(happened.latest), quoted(happened.precision.value)),
        *(parts.keys, quoted(entry.kind), parts.known, written(received)),
        *(quoted(source.agency), quoted(source.practitioner), quoted(source.role)),
        *(quoted(subject), written(entry.told), _named(entry.withdraws), writer_written(entry.writer)),
    )


def _named(entry: str | None) -> str:
    return "null" if entry is None else quoted(entry)


def _fact(value: Fact) -> Value:
    if isinstance(value, bool | str):
        return value
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, date):
        return {"date": _day(value)}
    whole = int(value) if isinstance(value, float) and value.is_integer() else value
    return whole if abs(whole) <= EXACT or isinstance(whole, float) else {"integer": str(whole)}


def _day(value: date) -> str:
    written = value.isoformat()
    if isinstance(value, datetime) or len(written) != len("2010-06-18"):
        raise ValueError(f"{written} is a moment where a date belongs: give the day alone")
    return written
