"""Every form of rule at its edges, drawn in forms.md as a handbook with its worked examples."""

from pathlib import Path

import pytest

from heeded.core.evaluation.examples import ready_to_run, run_example
from heeded.core.procedures.handbook import Handbook
from tests.core.evaluation.pages import titles_in, written

PAGE = Path(__file__).parent / "forms.md"


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    return written(PAGE, tmp_path_factory.mktemp("handbook"))


def test_no_example_is_passed_over(handbook: Handbook) -> None:
    assert [example.title for example in handbook.examples] == titles_in(PAGE)


@pytest.mark.parametrize("title", titles_in(PAGE))
def test_it_comes_out_as_it_should(handbook: Handbook, title: str) -> None:
    example = next(example for example in handbook.examples if example.title == title)
    assert ready_to_run(example, handbook)
    assert [str(mistake) for mistake in run_example(example, handbook)] == []
