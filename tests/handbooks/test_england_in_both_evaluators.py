"""Every example of the handbook for England, judged by all of its rules, in both evaluators."""

from __future__ import annotations

from functools import lru_cache

import pytest

from heeded.bootstrap import open_handbook
from heeded.core.evaluation import definition, kernels
from heeded.core.procedures.handbook import Example, Handbook


@lru_cache
def england() -> Handbook:
    return open_handbook()


def name(example: Example) -> str:
    return f"{example.file}-{example.line}"


@pytest.mark.parametrize("example", open_handbook().examples, ids=name)
def test_the_kernels_find_what_the_definition_finds(example: Example) -> None:
    given = (example.chronology, england(), example.now, example.known_to, example.known_at)
    defined = {finding.identity: finding.judged for finding in definition.evaluate(*given)}
    assert {finding.identity: finding.judged for finding in kernels.evaluate(*given)} == defined
