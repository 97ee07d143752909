"""Leaves' content from the database's own words: columns as text, and nothing built between.

It takes the short way of what `rows.entry_of` and `leaf.content` do for one entry. Where anything is out of
the ordinary it says so, and the long way tells what the leaf comes to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from json import JSONDecoder
from json.encoder import encode_basestring as quoted
from typing import Any

from heeded.adapters.record.store.rows import facts_read
from heeded.core.chronology.when import Precision
from heeded.core.log.canonical import EXACT, written
from heeded.core.log.leaf import HASH, SALT, SEALED, facts_written, writer_written

AFTER, BETWEEN, WITHIN = "\x1e", "\x1f", "\x1d"
"""What stands between rows, between the columns of a row, and between those that many rows share."""
_COLUMNS = 14
_MOST = 30_000
"""How many texts are remembered as they were written."""
_decoded = JSONDecoder().raw_decode
_PRECISIONS = {str(each): quoted(str(each)) for each in Precision}


class Outlandish(Exception):  # noqa: N818 - it says what is the case
    """A text does not come to its rows, in order, with a hash each: a name holds what stands between them."""


@dataclass(slots=True)
class Read:
    """What was read from a place on: each leaf's hash in hex and its entry; the places that are not plain.

    Plain is a row that is there, and whose words come to its leaf. `last` is the content read last.
    """

    first: int
    leaves: list[str] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)
    odd: list[int] = field(default_factory=list)
    last: tuple[int, str] = (-1, "")


class _Written(dict[str, str]):
    """Texts as a leaf writes them, each worked out once."""

    def __init__(self, write: Callable[[str], str]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, text: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        found = self[text] = self._write(text)
        return found


class AsWritten:
    """Rows of text against their leaves; it remembers how shared columns, keys and facts were written."""

    def __init__(self) -> None:
        self._forms = _Written(_form)
        self._named = _Written(lambda text: f'"{text}"' if text else "null")
        self._names = _Written(lambda name: f"{quoted(name)}:")

    def read(self, count: int, text: str, into: Read) -> None:
        """Hash each row of a text anew; Outlandish where it does not come to so many, the next in order."""
        rows = text.split(AFTER)
        if len(rows) != count:
            raise Outlandish
        forms, named, mapped = self._forms, self._named, self._mapped
        place = into.first + len(into.leaves)
        for each in rows:
            row = each.split(BETWEEN)
            if row[0] != str(place) or len(row[1]) != 2 * HASH:
                raise Outlandish
            plain, entry, new = False, "", ""
            if len(row) == _COLUMNS:
                _, leaf, salt, form, corrects, entry, facts, earliest, latest, *others = row
                keys, received, subject, told, withdraws = others
                try:
                    new = forms[form] % (
                        *(named[corrects], entry, mapped(facts), earliest, latest, mapped(keys)),
                        *(received, subject, told, named[withdraws]),
                    )
                    digest = sha256(b"\0" + bytes.fromhex(salt) + new.encode()).hexdigest()
                    plain = digest == leaf and len(salt) == 2 * SALT
                except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                    plain = False
            into.leaves.append(row[1])
            into.entries.append(entry)
            if plain:
                into.last = (place, new)
            else:
                into.odd.append(place)
            place += 1

    def _mapped(self, text: str) -> str:
        """Facts or keys as a leaf seals them: words, truths and numbers at once, others the long way."""
        if text == "{}":
            return text
        value, parts = _mapping(text), []
        for name in sorted(value):
            each = value[name]
            kind = type(each)
            if kind is str:
                part = quoted(each)
            elif kind is bool:
                part = "true" if each else "false"
            elif kind is int and -EXACT <= each <= EXACT:
                part = str(each)
            else:
                return facts_written(facts_read(value))
            parts.append(self._names[name] + part)
        return "{" + ",".join(parts) + "}"


def _form(shared: str) -> str:
    """What a leaf seals, with the columns in it that many entries share and a gap for each of the others."""
    precision, kind, known, agency, practitioner, role, writer = shared.split(WITHIN)
    source = [quoted(part) for part in (agency, practitioner, role)]
    parts = [_PRECISIONS[precision], quoted(kind), written(_mapping(known)), *source, writer_written(writer)]
    precision, kind, known, *source, writer = (part.replace("%", "%%") for part in parts)
    gap, name = "%s", '"%s"'
    return SEALED % (
        *(gap, name, gap, gap, gap, precision, gap, kind, known, gap),
        *(*source, name, gap, gap, writer),
    )


def _mapping(text: str) -> dict[str, Any]:
    found = _decoded(text)[0]
    if not isinstance(found, dict):
        raise TypeError("this is no mapping of names to something")
    return found
