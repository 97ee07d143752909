"""The cases that ship with the validator: what it names and what we find, row by row."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from heeded.adapters.handbooks.folder import read_folder
from heeded.casework.check_handbook import check_handbook
from tests.oracles.census_validator import peer
from tests.oracles.census_validator.agreement import not_kept
from tests.oracles.census_validator.reasons import LABELLED, Side
from tests.oracles.census_validator.returned import Row
from tests.oracles.census_validator.tables import HERE, Tables, completed, labelled

CASES = labelled()
NAMED_BY_BOTH = Counter(
    {"8670Q": 1, "8675Q": 2, "8867": 4, "8868": 2, "8565": 8, "8831": 7, "8832": 2}
    | {"2990": 8, "2991Q": 3, "8825Q": 1, "4000": 2, "8873Q": 4}
)
"""How many rows both name: an agreement about nothing would be none."""


def both_sides(rule: str) -> tuple[set[Row], set[Row]]:
    """The rows that the validator and we name on its own case, in the tables that it speaks of."""
    flagged = CASES[rule]["flagged"]
    theirs = {(table, row) for table, rows in flagged.items() for row in rows}
    ours = not_kept(rule, completed(Tables.from_json(CASES[rule]["tables"])))
    return {row for row in ours if row[0] in flagged}, theirs


@pytest.mark.parametrize("rule", CASES)
def test_every_row_agrees_or_differs_for_the_reason_given(rule: str) -> None:
    ours, theirs = both_sides(rule)
    found = {(rule, row, Side.OURS) for row in ours - theirs}
    found |= {(rule, row, Side.THEIRS) for row in theirs - ours}
    assert found == {difference for difference in LABELLED if difference[0] == rule}


@pytest.mark.parametrize("rule", CASES)
def test_rows_are_named_by_both(rule: str) -> None:
    ours, theirs = both_sides(rule)
    assert len(ours & theirs) == NAMED_BY_BOTH[rule]


def test_the_handbook_is_confirmed_with_its_examples() -> None:
    checked = check_handbook(read_folder(HERE / "handbook"), date(2026, 11, 23))
    assert [str(mistake) for mistake in checked.refusals] == []
    assert checked.examples_run >= len(CASES)


def test_the_cases_are_those_that_the_validator_ships() -> None:
    assert peer.labelled() == CASES
