"""What systems of record tell again: how each such event stands, whichever of its versions came first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.rows import COLUMNS, entry_of
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.versions import chains
from heeded.core.chronology.view import as_known
from tests.borough import NOW
from tests.faults.messages.stories import Story


def standing(
    rows: Iterable[Mapping[str, Any]], story: Story, naming: Naming
) -> tuple[list[list[object]], set[UUID]]:
    """How every event stands that is told again and again, by its own name; and the entries behind them.

    What stands must be the same in any order. The entries behind it are not: what is said unchanged makes
    none, and what comes late is followed by what was said since.
    """
    names = COLUMNS.split(", ")
    held = chains(entry_of(tuple(row[name] for name in names)) for row in rows)
    lines: list[list[object]] = []
    behind: set[UUID] = set()
    for who, versions in story.retold().items():
        chain = held.get(str(naming.entry(*who)), [])
        behind |= {UUID(entry.id) for entry in chain}
        first = min((each.told for each in versions if not each.withdraws), default=NOW)
        for word in as_known(chain, None, None):
            known = word.known if first <= NOW else "when it came"
            lines.append([who[1], known, *_says(word.entry)])
    return lines, behind


def _says(entry: Entry) -> list[object]:
    happened = entry.happened
    facts = {
        name: sorted(fact) if isinstance(fact, frozenset) else fact for name, fact in entry.facts.items()
    }
    return [
        *(entry.kind, entry.child, happened.earliest, happened.latest, str(happened.precision)),
        *(entry.source.agency, entry.source.practitioner, dict(entry.keys), facts),
    ]
