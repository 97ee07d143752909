"""Rows as lines of text, as PostgreSQL's COPY takes them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from heeded.adapters.record.store.rows import facts_written
from heeded.core.chronology.entry import Entry
from heeded.core.log.leaf import Parts

NOTHING = "\\N"
"""What stands for no value."""
_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"'})
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def line_of(*values: object) -> str:
    """Values in the order of a table's columns, each with a tab after it."""
    return "".join([_WRITTEN.get(type(value), str)(value) + "\t" for value in values])


def entry_line(entry: Entry, parts: Parts) -> str:
    """What an entry says, in the order of `staged_entry` from its id on; `parts` are those of its leaf."""
    happened, source = entry.happened, entry.source
    facts = parts.facts
    if any(type(value) is float or type(value) is int for value in entry.facts.values()):
        facts = _json(facts_written(entry))  # in its row a number stays as it was told
    return (
        f"{entry.id}\t{entry.child}\t{_text(entry.kind)}\t{happened.earliest}\t{happened.latest}\t"
        f"{happened.precision}\t{entry.told}\t"
        f"{_text(source.agency)}\t{_text(source.practitioner)}\t{_text(source.role)}\t"
        f"{_text(parts.known)}\t{_text(parts.keys)}\t{_text(facts)}\t"
        f"{entry.corrects or NOTHING}\t{entry.withdraws or NOTHING}\t{_text(entry.writer)}\t"
    )


def _text(value: str) -> str:
    if "\\" in value or "\n" in value or "\t" in value or "\r" in value:
        return value.translate(_ESCAPED)
    return value


def _list(values: list[object]) -> str:
    """An array's literal, every member in quotes."""
    return _text("{" + ",".join([f'"{str(value).translate(_QUOTED)}"' for value in values]) + "}")


_WRITTEN: Mapping[type, Callable[[Any], str]] = {
    str: _text,
    type(None): lambda _: NOTHING,
    bool: lambda value: "t" if value else "f",
    bytes: lambda value: f"\\\\x{value.hex()}",
    list: _list,
}
