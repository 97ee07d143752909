"""Counts of how each rule was kept, taken from the whole record now and then and held until the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from heeded.core.effectiveness.tally import Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How each rule, by its name, was kept: of what arose from `since` until `at` (seconds UTC).

    `families` and `children` are how many were judged: all of whom the record held anything at that moment.
    A rule that came up nowhere is there all the same, with nothing counted.
    """

    at: int
    since: int
    families: int
    children: int
    rules: Mapping[str, Counts]


class Tallies(Protocol):
    """Where counts are held."""

    def hold(self, counted: Counted) -> None:
        """Hold them beside those of earlier moments."""

    def latest(self) -> Counted | None:
        """Those of the latest moment; None where nothing was counted yet."""
