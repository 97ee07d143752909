"""What goes with people who are put together or taken apart: what is owed, what was passed on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from heeded.adapters.record.store.families import duty_row, owed_of
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.transaction import Row, Transaction
from heeded.casework.ports import Owed

Becomes = Callable[[Owed], Mapping[str, str]]
"""Which persons a line names under another id from now on, by the id under which it names them."""


def carry(tx: Transaction, naming: Naming, members: Mapping[UUID, UUID], becomes: Becomes) -> None:
    """Let what is owed stand with whom it is owed towards, since when it stood, and who read it.

    In the scope `write`, of all `members`, each with the family that they are of now.
    """
    people = list(members)
    tx.run("asserting", "follow", people)
    for row in tx.rows("families", "duties", people):
        line = owed_of(row, str(members[row[2]]))
        named = becomes(line)
        if named:
            _move(tx, naming, row, _renamed(line, named), members)


def _move(tx: Transaction, naming: Naming, row: Row, line: Owed, members: Mapping[UUID, UUID]) -> None:
    """Put a line in the place of one that stood under another name."""
    child = UUID(line.finding.child)
    fresh = naming.duty(*line.key)
    if fresh == row[0]:
        return
    tx.run("families", "put_duty", *duty_row(fresh, line, members[child]))
    tx.run("asserting", "acknowledge_anew", fresh, child, row[0], line.agency)
    tx.run("asserting", "drop_duty", row[0], line.agency, row[2])


def _renamed(line: Owed, named: Mapping[str, str]) -> Owed:
    finding = line.finding
    told = {each: named.get(getattr(finding, each), getattr(finding, each)) for each in _NAMING}
    return replace(line, finding=replace(finding, **told))


_NAMING = ("child", "about", "key")


def triggers(line: Owed) -> Iterable[str]:
    """The entries that a line arose from, by id."""
    return line.finding.trigger.split("/")
