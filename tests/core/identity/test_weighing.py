"""Tests of two descriptions weighed: one child told twice outweighs a brother, a twin and a stranger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from heeded.core.chronology.report import NHS_NUMBER, Described, Identifier
from heeded.core.identity.weighing import weigh

ADA = Described(ref="a", name="Yusuf Abdi Hassan", born=date(2022, 3, 5), sex="male", postcode="N22 8LE")
BROTHER = replace(ADA, name="Ibrahim Abdi Hassan", born=date(2019, 7, 14))
TWIN = replace(ADA, name="Amina Abdi Hassan", sex="female")

ONE_CHILD = {
    "another spelling": {"name": "Youssef Abdi Hasan"},
    "in another order": {"name": "HASSAN Yusuf"},
    "day and month the other way round": {"born": date(2022, 5, 3)},
    "the year alone": {"born": date(2022, 1, 1)},
    "moved": {"postcode": "LS1 4AP"},
    "mistyped": {"name": "Yusuf Abdi Hassn"},
}


@pytest.mark.parametrize("how", ONE_CHILD)
def test_one_child_told_otherwise_outweighs_the_rest_of_the_family(how: str) -> None:
    told = replace(ADA, **ONE_CHILD[how])  # type: ignore[arg-type]
    assert weigh(ADA, told).sum > weigh(told, BROTHER).sum
    assert weigh(ADA, told).sum > weigh(told, TWIN).sum


def test_nothing_missing_weighs_anything() -> None:
    assert weigh(ADA, Described(ref="n")).terms == ()


def test_a_number_of_another_speaks_against_and_a_wrong_one_says_nothing() -> None:
    mine, other, wrong = (Identifier(NHS_NUMBER, each) for each in ("9434765919", "9434765870", "9434765918"))
    carrying = replace(ADA, identifiers=(mine,))
    alone = weigh(ADA, ADA).sum
    assert weigh(carrying, carrying).sum > alone
    assert weigh(carrying, replace(ADA, identifiers=(other,))).sum < alone
    assert weigh(carrying, replace(ADA, identifiers=(wrong,))).sum == alone


def test_two_estimated_birth_dates_are_no_same_day() -> None:
    new_year = replace(ADA, born=date(2022, 1, 1))
    assert weigh(new_year, new_year).sum < weigh(ADA, ADA).sum


def test_it_is_the_same_from_either_side() -> None:
    for other in (BROTHER, TWIN):
        assert weigh(ADA, other).sum == weigh(other, ADA).sum
