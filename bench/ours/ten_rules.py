"""The ten timed rules of the benchmark, read from the handbook beside this file."""

from functools import cache
from pathlib import Path

from heeded.bootstrap import open_handbook
from heeded.core.procedures.handbook import Handbook


@cache
def ten_rules() -> Handbook:
    """The handbook of `ten_rules.md`; each rule's `ref` is its name in the tables, R1 to R10."""
    return open_handbook(Path(__file__).with_suffix(".md"))
