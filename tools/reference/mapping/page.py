"""The mapping written out: as tables of the page on judgement, and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tools.reference.mapping.missing import MISSING
from tools.reference.mapping.national import ABOUT, DRAFT
from tools.reference.mapping.rows import KINDS_MAPPED, PROPERTIES, Row
from tools.reference.markdown import table

PROPOSAL = """\
What follows is meant to be sent to the authors of the draft as it stands: each code or structure with its
meaning, and why. The reasons are those of the story of Child T as it ships with Heeded; what of it is
*unverified* is marked there. Our parts, under an open licence, can serve as a first definition. Two of the
draft's examples cannot be read as JSON: in the organisation's a comma is missing after
`relatedProfessional`, in the person's after `isDeceased`; one code is spelt `temp-accomodation`."""


def mapping_parts() -> Iterator[str]:
    """Yield the parts of the page: what was compared, the mapping, the proposal."""
    yield from ("## Beside the draft national standard", f"{DRAFT}.", ABOUT)
    yield from ("### Kinds of event", _table(KINDS_MAPPED), "### Parts of judgement", _table(PROPERTIES))
    yield from ("### What is missing there: a proposal", PROPOSAL)
    heads = ("where", "to add", "meaning", "why")
    yield table(heads, [(each.where, f"`{each.code}`", each.meaning, each.why) for each in MISSING])


def mapping_data() -> dict[str, Any]:
    """Give the mapping and the proposal as an object of JSON."""
    return {
        "title": "Judgement as data, beside the draft national standard",
        "compared_with": DRAFT,
        "kinds": [_data(row) for row in KINDS_MAPPED],
        "properties": [_data(row) for row in PROPERTIES],
        "missing": [
            {
                "where": each.where,
                "add": each.code,
                "meaning": each.meaning,
                "why": each.why,
                "ours": [*each.ours],
            }
            for each in MISSING
        ],
    }


def _table(rows: Iterable[Row]) -> str:
    heads = ("ours", "match", "theirs", "code", "note")
    return table(heads, map(_line, rows))


def _line(row: Row) -> tuple[str, ...]:
    ours = ", ".join(row.names) if row.part == "events" else f"{row.part}: {', '.join(row.names)}"
    mark = f" **unverified**: {row.unverified}." if row.unverified else ""
    return (ours, str(row.match), row.element, f"`{row.code}`" if row.code else "", f"{row.note}{mark}")


def _data(row: Row) -> dict[str, Any]:
    return {
        "part": row.part,
        "names": [*row.names],
        "match": str(row.match),
        "element": row.element,
        "code": row.code,
        "note": row.note,
        "unverified": row.unverified,
    }
