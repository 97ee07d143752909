"""Hands and feet by themselves, each from both its sides."""

from __future__ import annotations

from heeded.doors.web.body.build import Build
from heeded.doors.web.body.named import gettext_noop as _
from heeded.doors.web.body.tube import Polygon, Tube, mirrored, moved, ring
from heeded.doors.web.body.view import View

_APART = 104.0
_FINGERS = ((-18.0, 0.86), (-6.2, 1.0), (5.8, 0.95), (17.5, 0.74))
"""Fingers from the index on: how far to the right of the middle, and how long beside the longest."""
_TOES = ((-14.0, 6.6), (-2.6, 4.6), (5.8, 3.7), (12.8, 3.2), (18.9, 2.8))
"""Toes from the great one on: how far to the right of the middle, and how thick."""


def hands(build: Build) -> View:
    """Both hands, fingers upward: the backs outside, the palms between them."""
    view = View("hands", _("Hands"), _("From left to right: right back, right palm, left palm, left back."))
    short = 46 - 14 * build.roundness
    thick = 5.0 + 0.7 * build.roundness
    palm = Tube(((0, 52), (0, 0)), ((0, 16), (0.25, 21), (0.5, 24), (1, 24)))
    thumb = Tube(
        ((-29, 36), (-44, 9 + 4 * build.roundness)), ((0, thick), (0.3, thick + 1), (0.8, thick), (1, 2.5))
    )
    fingers = [_finger(right, short * long, thick) for right, long in _FINGERS]
    for side, turn in (("left", 1), ("right", -1)):
        here = _Turned(turn, turn * _APART / 2)
        view.draw(f"{side} palm", here(palm.patch(0, 1)))
        view.draw(f"palm side of {side} fingers", *(here(each) for each in fingers))
        view.draw(f"{side} thumb", here(thumb.patch(0, 1)))
        # a back is the palm's mirror image
        there = _Turned(-turn, turn * _APART * 1.55)
        view.draw(f"back of {side} hand", there(palm.patch(0, 0.76)))
        view.draw(f"{side} knuckles", there(palm.patch(0.76, 1)))
        view.draw(f"back of {side} fingers", *(there(each) for each in fingers))
        view.lines.append(there(thumb.patch(0, 1)))
    return view


def feet(build: Build) -> View:
    """Both feet, toes upward: the tops outside, the soles between them."""
    view = View("feet", _("Feet"), _("From left to right: right top, right sole, left sole, left top."))
    wide = 1 + 0.12 * build.roundness
    long = 92 - 18 * build.roundness
    foot = Tube(
        ((0, long), (0, 8)),
        ((0, 6), (0.12, 13 * wide), (0.45, 14 * wide), (0.8, 21 * wide), (1, 20 * wide)),
    )
    toes = [ring((x * wide, 0), (each * wide, each * 1.3), 0, 1, 0, 360) for x, each in _TOES]
    for side, turn in (("left", 1), ("right", -1)):
        there = _Turned(turn, turn * _APART * 1.2)
        view.draw(f"top of {side} foot", there(foot.patch(0.02, 1)))
        view.draw(f"{side} toes", *(there(each) for each in toes))
        # a sole is the top's mirror image
        here = _Turned(-turn, turn * _APART * 0.45)
        view.draw(f"{side} heel", here(foot.patch(0.02, 0.28)))
        view.draw(f"{side} sole", here(foot.patch(0.28, 1)))
        view.lines.extend(here(each) for each in toes)
    return view


class _Turned:
    """Puts a shape where a hand or foot lies, turned round where `turn` is -1."""

    def __init__(self, turn: float, right: float) -> None:
        self._turn, self._right = turn, right

    def __call__(self, polygon: Polygon) -> Polygon:
        return moved(polygon if self._turn > 0 else mirrored(polygon), self._right, 0)


def _finger(right: float, long: float, thick: float) -> Polygon:
    lean = right * 0.12
    tube = Tube(
        ((right, -1), (right + lean, -1 - long)), ((0, thick), (0.85, thick * 0.9), (1, thick * 0.45))
    )
    return tube.patch(0, 1)
