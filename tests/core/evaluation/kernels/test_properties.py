"""What holds whatever happened: order of arrival, later news, corrections undone, other families."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.evaluation.columns.view import Moment
from heeded.core.procedures.handbook import Handbook
from tests.core.evaluation.differential.campaign import Batch
from tests.core.evaluation.differential.compare import Found, found, found_together, meant

SEED, BATCHES = 4_711, 10
Evaluator = Callable[[Handbook, Chronology, Moment], Found]
both = pytest.mark.parametrize("evaluate", [meant, found], ids=["definition", "kernels"])


def families() -> Iterator[tuple[Batch, Chronology]]:
    """Random families, a few of each batch."""
    for number in range(BATCHES):
        batch = Batch.of(SEED, number)
        yield from ((batch, family) for family in batch.families[:6])


@both
def test_in_the_end_the_order_of_arrival_does_not_matter(evaluate: Evaluator) -> None:
    for batch, family in families():
        right = evaluate(batch.handbook, family, batch.moment)
        for entries in (family.entries[::-1], family.entries[1::2] + family.entries[::2]):
            assert evaluate(batch.handbook, replace(family, entries=entries), batch.moment) == right


@both
def test_what_is_known_later_changes_no_judgement_as_known_earlier(evaluate: Evaluator) -> None:
    for batch, family in families():
        at = replace(batch.moment, known_to=None)
        right = evaluate(batch.handbook, family, at)
        news = tuple(late(entry, at.known_at) for entry in family.entries[::3])
        assert evaluate(batch.handbook, replace(family, entries=(*family.entries, *news)), at) == right


def late(entry: Entry, known_at: int) -> Entry:
    """News of the same shape, first heard of just too late; every second puts the entry right."""
    told = known_at + 1
    new = replace(entry, id=f"{entry.id}-later", told=told, known={}, corrects=None, withdraws=None)
    return replace(new, corrects=entry.id) if len(entry.id) % 2 else new


@both
def test_a_correction_corrected_back_gives_the_first_findings(evaluate: Evaluator) -> None:
    for batch, family in families():
        plain = [entry for entry in family.entries if not entry.corrects and entry.withdraws is None]
        mended = [entry for first in plain[::2] for entry in there_and_back(first)]
        right, again = (replace(family, entries=tuple(entries)) for entries in (plain, [*mended, *plain]))
        assert evaluate(batch.handbook, again, batch.moment) == evaluate(batch.handbook, right, batch.moment)


def there_and_back(first: Entry) -> tuple[Entry, Entry]:
    """A correction that says something else of an event, and one that says again what was first said."""
    other = replace(first, id=f"{first.id}-other", corrects=first.id, facts={}, keys={})
    return other, replace(first, id=f"{first.id}-again", corrects=other.id)


def test_another_familys_events_change_nothing() -> None:
    for number in range(BATCHES):
        batch = Batch.of(SEED, number)
        alone = [found(batch.handbook, family, batch.moment) for family in batch.families[:5]]
        for block in (0, 40):
            together = found_together(batch.handbook, batch.families[:5], batch.moment, block=block)
            assert together == sum(alone, Found())
