"""A policy changed in one place is caught by the page: the page is no weaker than the policy."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pytest

from heeded.adapters.policy import shipped_access
from heeded.core.access import Effect, Obligation, Policy, Row
from heeded.core.access.policy import Cell
from tests.core.access.oracle import expected

LEAST_CAUGHT = 0.99


def cells_by_row() -> dict[str, list[Cell]]:
    """The questions that each row answers."""
    found: dict[str, list[Cell]] = defaultdict(list)
    for cell, row in shipped_access().cells.items():
        found[row.id].append(cell)
    return found


def flips(row: Row) -> Iterator[Row]:
    """The row with each other answer, and with each obligation taken away or added."""
    yield from (replace(row, effect=effect) for effect in Effect if effect is not row.effect)
    yield from (replace(row, obligations=row.obligations ^ {owed}) for owed in Obligation)


def differs(row: Row, cells: list[Cell]) -> bool:
    """Whether the page expects anything else than the row says of those questions."""
    return any((row.effect, row.obligations) != expected(*cell) for cell in cells)


def test_a_row_that_answers_otherwise_is_caught() -> None:
    owned = cells_by_row()
    caught = [differs(flipped, owned[row.id]) for row in shipped_access().rows for flipped in flips(row)]
    assert len(caught) >= 9 * len(shipped_access().rows)
    assert sum(caught) / len(caught) >= LEAST_CAUGHT


def without(row: Row) -> Iterator[Row]:
    """The row narrowed by one role, standing, record or operation, where it has more than one."""
    for name in ("roles", "standings", "records", "operations"):
        named = getattr(row, name)
        if len(named) > 1:
            yield from (replace(row, **{name: named - {one}}) for one in named)


def answers(rows: list[Row], cells: list[Cell]) -> Iterator[tuple[Cell, Row]]:
    """Which of the rows, read from the top, answers each question."""
    for cell in cells:
        role, standing, record, operation = cell
        yield (
            cell,
            next(
                row
                for row in rows
                if role in row.roles
                and standing in row.standings
                and record in row.records
                and operation in row.operations
            ),
        )


def test_a_row_taken_out_or_narrowed_is_caught_where_it_changes_an_answer() -> None:
    rows, owned = list(shipped_access().rows), cells_by_row()
    missed = []
    for place, row in enumerate(rows[:-1]):
        for changed in (None, *without(row)):
            left = [*rows[:place], *([changed] if changed else []), *rows[place + 1 :]]
            now = list(answers(left, owned[row.id]))
            if all((new.effect, new.obligations) == (row.effect, row.obligations) for _, new in now):
                continue
            if all((new.effect, new.obligations) == expected(*cell) for cell, new in now):
                missed.append(f"{row.id} without {row if changed is None else changed}")
    assert missed == []


def test_taking_a_row_out_changes_an_answer_or_only_its_reason() -> None:
    rows, owned = list(shipped_access().rows), cells_by_row()
    idle = []
    for place, row in enumerate(rows[:-1]):
        now = answers([*rows[:place], *rows[place + 1 :]], owned[row.id])
        if all((new.effect, new.obligations) == (row.effect, row.obligations) for _, new in now):
            idle.append(row.id)
    reasons_only = (
        *("shielded-from-all", "only-the-source-corrects", "only-seniors-resolve"),
        *("only-the-source-gives", "never-erased"),
    )
    assert idle == [*reasons_only]


def test_a_policy_with_a_row_that_nothing_reaches_is_refused() -> None:
    first = shipped_access().rows[0]
    with pytest.raises(ValueError, match="answer first: again"):
        Policy([first, replace(first, id="again")])


def test_two_rows_of_one_name_are_refused() -> None:
    first, second, *_ = shipped_access().rows
    with pytest.raises(ValueError, match="same name: conflicted-may-record"):
        Policy([first, replace(second, id=first.id)])
