"""Entries of an example: a row of its table read into an event with its three clocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source
from heeded.core.chronology.vocabulary import DRAWN, KINDS, Kind
from heeded.core.procedures.examples.cast import Cast
from heeded.core.procedures.examples.details import read_facts, read_keys
from heeded.core.procedures.examples.moment import read_moment, read_when
from heeded.core.procedures.examples.table import Row
from heeded.core.procedures.mistake import nearest, shortened

_KNOWER = re.compile(r"(?P<agency>.+?)(?:\s+(?P<moment>[0-9]{4}-.*))?")


def read_entry(row: Row, cast: Cast) -> Entry:
    """The entry that a row stands for; refused with what is wrong in it."""
    kind = _kind(row)
    facts = read_facts(row, kind, cast)
    role = facts.pop("role", frozenset())
    happened = read_when(row.cell("when"), row.line)
    corrects, withdraws = row.cell("corrects"), row.cell("withdraws")
    if (corrects or withdraws) and not row.cell("told"):
        raise row.wrong(
            "A correction or withdrawal does not say when it was told.", "Fill the column “told”."
        )
    told = read_moment(row.cell("told"), row.line) if row.cell("told") else happened.latest
    return Entry(
        id=row.cell("id") or f"line {row.line.number}",
        kind=kind.name,
        child=cast.child(row.cell("child"), row.line),
        happened=happened,
        told=told,
        source=Source(
            cast.agency(row.cell("who") or kind.usual, row.line),
            role=", ".join(sorted(role)) if isinstance(role, frozenset) else "",
        ),
        known=_known(row, cast, told),
        keys=read_keys(row, kind),
        facts=facts,
        corrects=corrects or None,
        withdraws=withdraws or None,
    )


def refuse_strays(rows: Iterable[tuple[Row, Entry]]) -> None:
    """Refuse two entries of one id, and a correction or withdrawal of an entry that is not there."""
    found = list(rows)
    ids = Counter(entry.id for _, entry in found)
    for row, entry in found:
        if ids[entry.id] > 1:
            raise row.wrong(f"Two rows have the id “{shortened(entry.id)}”.", "Give each an id of its own.")
        for target in (entry.corrects, entry.withdraws):
            if target and (target not in ids or target == entry.id):
                raise row.wrong(
                    f"No other row has the id “{shortened(target)}”.{nearest(target, ids)}",
                    "Give the row that is meant an id in the column “id”.",
                )


def _kind(row: Row) -> Kind:
    name = " ".join(row.cell("what").lower().split())
    if name in DRAWN:
        raise row.wrong(f"“{name}” is drawn from the record and never told.", "Leave the row out.")
    if name not in KINDS:
        raise row.wrong(
            f"There is no kind of event “{shortened(name) or 'nothing'}”.{nearest(name, KINDS)}",
            "Write a kind from the list of event kinds in the column “what”.",
        )
    return KINDS[name]


def _known(row: Row, cast: Cast, told: int) -> dict[str, int]:
    """When other agencies came to know, from "AGENCY TIME; AGENCY": without a time, when it was told."""
    known = {}
    for part in re.split("[;,]", row.cell("known to")):
        if found := _KNOWER.fullmatch(part.strip()):
            moment = read_moment(found["moment"], row.line) if found["moment"] else told
            known[cast.agency(found["agency"], row.line)] = moment
    return known
