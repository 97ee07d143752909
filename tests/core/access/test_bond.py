"""Which tie counts, when a broken glass is open, and what is a reason."""

from itertools import combinations

import pytest

from heeded.core.access import NO_BOND, Bond, BreakGlass, Standing
from heeded.core.access.bond import is_reason
from tests.core.access.people import NOW, REASON

WEIGHTIEST_FIRST = (
    ("conflicted", Standing.CONFLICTED),
    ("family", Standing.FAMILY),
    ("allocated", Standing.ALLOCATED),
    ("involved", Standing.INVOLVED),
    ("own_agency", Standing.OWN_AGENCY),
)


def test_the_weightiest_tie_counts() -> None:
    for (name, standing), (other, _) in combinations(WEIGHTIEST_FIRST, 2):
        assert Bond(**{name: True, other: True}).standing("ana", NOW) is standing  # type: ignore[arg-type]
    assert NO_BOND.standing("ana", NOW) is Standing.NONE


def test_a_broken_glass_outweighs_ones_agency_alone() -> None:
    glass = BreakGlass("ana", NOW, REASON)
    assert Bond(own_agency=True, glass=glass).standing("ana", NOW) is Standing.BREAK_GLASS
    assert Bond(involved=True, glass=glass).standing("ana", NOW) is Standing.INVOLVED


def test_a_glass_broken_without_a_reason_is_not_open() -> None:
    assert not BreakGlass("ana", NOW, "urgent").open_to("ana", NOW)
    assert BreakGlass("ana", NOW, REASON).open_to("ana", NOW)


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        ("child brought in with burns", True),
        ("child brought in burnt", False),
        ("Child child CHILD brought in burnt", False),
        ("child brought in burnt -", False),
        ("child brought in, burnt, crying", True),
        ("an infant arrived", False),
    ],
)
def test_five_different_words_are_a_reason(text: str, enough: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_reason(text) is enough
