"""The wiring of the worklist's check: every family, the handbook, and the record that mends what differs."""

from __future__ import annotations

from collections.abc import Iterator

from heeded import bootstrap
from heeded.adapters.record.store.token import ITSELF
from heeded.bootstrap import live
from heeded.bootstrap.running.ready import tokens
from heeded.casework.ports import Author
from heeded.casework.ports.projection import Projection
from heeded.casework.unasked import rebuild
from heeded.casework.unasked.rebuild import Checked


def projection() -> Projection:
    """Every family of the record."""
    from heeded.adapters.record.waiting.projection import PostgresProjection  # noqa: PLC0415 - after Django

    return PostgresProjection(tokens())


def families() -> int:
    """How many families there are."""
    return projection().count()


def check(now: int) -> Iterator[Checked]:
    """Compare every family's lines with its entries, as at now (seconds UTC)."""
    yield from rebuild.check(projection(), bootstrap.open_handbook(), now)


def mend(checked: Checked, now: int) -> int:
    """Make anew what was found to differ; how many lines changed, cards on desks apart."""
    record, handbook, itself = live.open_record(), bootstrap.open_handbook(), Author(ITSELF, ITSELF)
    children: dict[str, set[str]] = {}
    for each in checked.differences:
        children.setdefault(each.family, set()).add(each.child)
    return sum(rebuild.rebuild(sorted(people), record, itself, handbook, now) for people in children.values())
