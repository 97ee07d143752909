"""A figure: all views of one body, and which figure a child's age calls for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from heeded.doors.web.body import ends, head, trunk
from heeded.doors.web.body.build import BABY, BUILDS, CHILD, TODDLER, Build
from heeded.doors.web.body.named import gettext_noop as _
from heeded.doors.web.body.view import View

_TODDLER_FROM, _CHILD_FROM = 12, 48
"""Months."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One body from all its sides; every region of the body has its shape in one of the views."""

    name: str
    title: str
    views: tuple[View, ...]

    def view_of(self, region: str) -> View:
        """The view in which a region is drawn; KeyError where there is no such region."""
        for view in self.views:
            if region in view.shapes:
                return view
        raise KeyError(region)


def _drawn(build: Build) -> Figure:
    side, left = trunk.left_side(build), head.left_of_head(build)
    return Figure(
        build.name,
        build.title,
        (
            trunk.front(build),
            trunk.back(build),
            head.face(build),
            left,
            left.seen_from_the_other_side(
                "right-of-head", _("Right side of the head"), _("The face looks to the right.")
            ),
            head.mouth(build),
            side,
            side.seen_from_the_other_side("right-side", _("Right side of the body"), side.note),
            ends.hands(build),
            ends.feet(build),
        ),
    )


FIGURES: Mapping[str, Figure] = MappingProxyType({build.name: _drawn(build) for build in BUILDS})
"""The figures by name, the youngest first."""


@cache
def figure_for(months: int | None) -> Figure:
    """The figure for an age in completed months; a toddler where it is not known."""
    if months is None:
        return FIGURES[TODDLER.name]
    if months < _TODDLER_FROM:
        return FIGURES[BABY.name]
    return FIGURES[(TODDLER if months < _CHILD_FROM else CHILD).name]
