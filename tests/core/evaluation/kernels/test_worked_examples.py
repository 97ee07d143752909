"""The kernels on what people drew by hand: the worked examples, the shipped handbook, Child T."""

from dataclasses import replace
from pathlib import Path

import pytest

from heeded.bootstrap import open_handbook, open_scenario
from heeded.core.evaluation.columns.view import Moment
from heeded.core.procedures.handbook import Handbook
from tests.core.evaluation.differential.compare import found, meant
from tests.core.evaluation.pages import written

PAGES = Path(__file__).parents[1] / "definition"


def differing(handbook: Handbook) -> list[str]:
    """The titles of the examples on which kernels and definition differ."""
    titles = []
    for example in handbook.examples:
        known_at = example.now if example.known_at is None else example.known_at
        parts = handbook, example.chronology, Moment(example.now, known_at, example.known_to)
        if meant(*parts) != found(*parts):
            titles.append(example.title)
    return titles


@pytest.mark.parametrize("page", ["fair.md", "forms.md"])
def test_they_agree_on_every_example_of_a_page(page: str, tmp_path: Path) -> None:
    handbook = written(PAGES / page, tmp_path)
    assert len(handbook.examples) > 20
    assert differing(handbook) == []


def test_they_agree_on_every_example_of_the_shipped_handbook() -> None:
    handbook = open_handbook()
    commenced = replace(handbook, rules=tuple(replace(rule, pending="") for rule in handbook.rules))
    assert len(handbook.examples) > 100
    assert differing(handbook) == []
    assert differing(commenced) == []


@pytest.mark.parametrize("variant", [variant.name for variant in open_scenario("child-t").variants])
def test_they_agree_on_child_t_as_known_to_anyone_and_to_each(variant: str) -> None:
    handbook = open_handbook()
    family = open_scenario("child-t").told_as(variant).chronology
    heard = sorted({moment for entry in family.entries for moment in (entry.told, *entry.known.values())})
    for second in [*heard[:: max(1, len(heard) // 6)], heard[-1] + 10_000_000]:
        for agency in (None, *family.agencies):
            at = Moment(second, second, agency)
            assert meant(handbook, family, at) == found(handbook, family, at)
