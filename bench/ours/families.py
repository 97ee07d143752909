"""The log's families as chronologies, as the record hands them to an evaluator."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import pyarrow as pa

from bench.log import of_days
from bench.ours.words import WORDS
from bench.schema import KEYS, KINDS
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person, Source
from heeded.core.chronology.when import Precision, When, end_of_day, local

COUNCIL = Agency("council", "Anytown council", "children's social care")
HOSPITAL = Agency("hospital", "Anytown hospital", "hospital")
AGENCIES = {agency.id: agency for agency in (COUNCIL, HOSPITAL)}
SOURCE = Source(COUNCIL.id)


def families(log: pa.Table) -> Iterator[Chronology]:
    """Each family of the log; entries keep their number in order of arrival as their id."""
    precision = Precision.DAY if of_days(log) else Precision.INSTANT
    rows = log.sort_by([("family", "ascending"), ("entry", "ascending")]).to_pylist()
    for family, events in groupby(rows, key=itemgetter("family")):
        entries = tuple(entry(event, precision) for event in events)
        people = {each.child: Person(each.child) for each in entries}
        yield Chronology(f"F{family}", entries, people, AGENCIES)


def entry(row: dict[str, Any], precision: Precision) -> Entry:
    """One event of the log as an entry of the record."""
    word = WORDS[KINDS[row["kind"]]]
    return Entry(
        id=str(row["entry"]),
        kind=word.kind,
        child=f"C{row['child']}",
        happened=when(row["happened"], precision),
        told=row["recorded"],
        source=SOURCE,
        keys={key: str(row[key]) for key in KEYS if row[key] is not None},
        facts=word.facts(row.get(word.column)),
    )


def when(happened: int, precision: Precision) -> When:
    """A moment, or the whole London day that begins with it."""
    if precision is Precision.DAY:
        return When(happened, end_of_day(local(happened).date()), precision)
    return When(happened, happened, precision)
