"""Who is of one family by what was told: worked out anew when one person turns out to be two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from heeded.adapters.record.identity.families import as_one
from heeded.adapters.record.store.rows import persons_in
from heeded.adapters.record.store.transaction import Transaction
from heeded.core.chronology.entry import Entry


def tie_anew(
    tx: Transaction, members: Iterable[UUID], subjects: Mapping[UUID, UUID], entries: Sequence[Entry]
) -> dict[UUID, UUID]:
    """Let everybody of a family be of the families that its entries, as told, make of them; who is in which.

    `members` are persons, those among them whom a link ended too: they go with whom their first reference now
    means. A household stands for one of those whom its entries name.
    """
    homes = _homes(entries, subjects)
    groups = [{subjects[UUID(name)] for name in (entry.child, *persons_in(entry))} for entry in entries]
    groups += [set(home) for home in homes.values()]
    groups += [{person, subjects.get(person, person)} for person in members]
    found: dict[UUID, UUID] = {}
    for family in as_one(groups):
        name = min(family)
        found.update(dict.fromkeys(family, name))
        tx.run("asserting", "set_family", name, sorted(family))
    tx.run_many("asserting", "set_household", [(min(who), home) for home, who in sorted(homes.items())])
    return found


def _homes(entries: Iterable[Entry], subjects: Mapping[UUID, UUID]) -> dict[str, set[UUID]]:
    """Whom the entries of each household name."""
    homes: dict[str, set[UUID]] = {}
    for entry in entries:
        for home in {entry.keys.get("household"), entry.facts.get("household")} - {None, ""}:
            who = {subjects[UUID(name)] for name in (entry.child, *persons_in(entry))}
            homes.setdefault(str(home), set()).update(who)
    return homes
