"""The head by itself: the face, each side, and the inside of the mouth."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi

from heeded.doors.web.body.build import Build
from heeded.doors.web.body.named import gettext_noop as _
from heeded.doors.web.body.tube import Point, Polygon, Tube, arch, box, ring, smooth
from heeded.doors.web.body.view import View

CHIN = 131.0
"""Where the chin ends on the profile of an older child."""
_EYE, _HALF_EYE, _EYE_LEVEL = 5.0, 12.0, 66.0
_SAMPLES = 9


@dataclass(frozen=True, slots=True)
class _Face:
    """Where the parts of a face lie: downward from the crown; a baby's lie lower on a rounder head."""

    high: float
    half: float
    hairline: float
    eyes: float
    nose: float
    mouth: float
    skull: Tube

    @classmethod
    def of(cls, build: Build) -> _Face:
        """The face of a build."""
        young = build.roundness
        high, half = 150 - 18 * young, 52 + 6 * young
        widths = rounded(half, 0.72 + 0.14 * young)
        eyes = high * (0.47 + 0.07 * young)
        nose = eyes + high * 0.19
        mouth = nose + high * 0.1
        skull = Tube(((0, 0), (0, high)), widths)
        return cls(high, half, high * (0.15 + 0.05 * young), eyes, nose, mouth, skull)

    def edge(self, y: float) -> float:
        """How far from the middle the head reaches at a height."""
        return self.skull.half(y / self.high)

    def outward(self, top: float, bottom: float, inner: float) -> Polygon:
        """From a distance from the middle outward to the edge of the head, between two heights."""
        rows = [top + (bottom - top) * step / (_SAMPLES - 1) for step in range(_SAMPLES)]
        edge = tuple((max(inner, self.edge(y)), y) for y in rows)
        return (*edge, *((inner, y) for y in reversed(rows)))

    def narrow_at(self, half: float) -> float:
        """The height below the mouth at which the head is no wider than this on each side."""
        rows = [self.mouth + (self.high - self.mouth) * step / 60 for step in range(61)]
        return next((y for y in rows if self.edge(y) <= half), self.high)

    def across(self, top: float, bottom: float, half: float) -> Polygon:
        """Across the middle between two heights, no further out than `half` or the head's edge."""
        rows = [top + (bottom - top) * step / (_SAMPLES - 1) for step in range(_SAMPLES)]
        right = [(min(half, self.edge(y)), y) for y in rows]
        return (*right, *((-x, y) for x, y in reversed(right)))


def face(build: Build) -> View:
    """The face from the front."""
    view = View("face", _("Face"), _("The child’s left is on the right of the picture."))
    its = _Face.of(build)
    high, eyes = its.high, its.eyes
    centre = (its.half * 0.42, eyes)
    brow, below = eyes - 3.1 * _EYE, eyes + 3.1 * _EYE
    view.draw("front of scalp", its.skull.outline(0, its.hairline / high))
    view.draw_both("$ forehead", its.outward(its.hairline, brow - _EYE, 0))
    inner, outer = centre[0] - _HALF_EYE, centre[0] + _HALF_EYE
    view.draw_both("$ eyebrow", box(inner - 2, brow - _EYE, outer + 3, brow + 0.4 * _EYE))
    view.draw_both("$ upper eyelid", arch(centre, _HALF_EYE, -2.2 * _EYE, -_EYE))
    view.draw_both("white of $ eye", arch(centre, _HALF_EYE, -_EYE, _EYE))
    view.draw_both("$ lower eyelid", arch(centre, _HALF_EYE, _EYE, 2 * _EYE))
    lid = arch(centre, _HALF_EYE, 2 * _EYE, 2 * _EYE)[:11]
    view.draw_both("below $ eye", (*lid, (outer, below), (inner, below)))
    ridge = eyes + (its.nose - eyes) * 0.5
    view.draw("bridge of nose", box(-6, brow + _EYE, 6, ridge))
    view.draw("tip of nose", ((-6, ridge), (6, ridge), (13, its.nose), (-13, its.nose)))
    view.draw_both("$ cheekbone", its.outward(below, its.nose, 14.5))
    view.draw_both("$ cheek", its.outward(its.nose, its.mouth + 0.06 * high, 21.5))
    view.draw("upper lip", arch((0, its.mouth), 20, -0.045 * high, 0))
    view.draw("lower lip", arch((0, its.mouth), 20, 0, 0.055 * high))
    view.draw_both("$ jawline", its.outward(its.mouth + 0.06 * high, its.narrow_at(20), 19))
    view.draw("chin", its.across(its.mouth + 0.075 * high, high * 0.995, 19))
    view.lines.append(its.skull.outline())
    view.line_both(ring(centre, (3.4, 4.4), 0, 1, 0, 360))
    view.line_both(ring((its.half + 2, eyes + 6), (6, 13), 0, 1, -90, 90))
    return view


def left_of_head(build: Build) -> View:
    """The head from its left, the face to the left of the picture."""
    view = View("left-of-head", _("Left side of the head"), _("The face looks to the left."))

    def at(x: float, y: float) -> Point:
        return _younger(build, x, y)

    ear = at(74, 78)
    around = [
        ring(ear, (11, 17), inner, outer, begin, end)
        for inner, outer, begin, end in (
            (0, 1, 150, 400),
            (0, 1, 40, 150),
            (1, 1.42, -55, 62),
            (1.42, 2.1, -50, 58),
        )
    ]
    view.draw("front of left ear", (*around[0], ear))
    view.draw("left earlobe", (*around[1], ear))
    view.draw("back of left ear", around[2])
    view.draw("behind left ear", around[3])
    skull = ((34, 30), (46, 16), (62, 8), (82, 11), (98, 24), (109, 46), (113, 68), (110, 86), (104, 100))
    near = ring(ear, (11, 17), 2.15, 2.15, 58, -52)[:14]
    view.draw(
        "left side of scalp",
        (*smooth(tuple(at(*each) for each in skull), closed=False), *near, (76, 40), (62, 46), (48, 44)),
    )
    temple = ((33, 33), (46, 46), (60, 49), (61, 62), (50, 68), (36, 64), (27, 54))
    view.draw("left temple", smooth(tuple(at(*each) for each in temple)))
    jaw = ((50, 106), (66, 102), (72, 106), (71, 116), (60, 125), (48, 120))
    view.draw("left angle of jaw", smooth(tuple(at(*each) for each in jaw)))
    neck = ((62, 128), (73, 119), (79, 113), (99, 113), (97, 124), (102, 150), (60, 150))
    view.draw("left side of neck", tuple(at(*each) for each in neck))
    view.lines.append(profile(build))
    view.lines.append(arch(at(30, 62), 5, -2.5, 2.5))
    return view


def profile(build: Build) -> Polygon:
    """The outline of the head and neck from its left, the face to the left; the chin is at height CHIN."""
    points = (
        *((62, 4), (46, 9), (32, 20), (23, 36), (19, 54), (21, 64), (14, 76), (9, 84), (16, 90)),
        *((15, 97), (20, 101), (16, 106), (21, 113), (18, 122), (26, 131), (42, 130), (57, 128), (57, 150)),
        *((105, 150), (101, 122), (110, 106), (117, 84), (116, 62), (110, 40), (98, 18), (80, 7)),
    )
    return smooth(tuple(_younger(build, *each) for each in points))


def rounded(half: float, jaw: float) -> tuple[tuple[float, float], ...]:
    """Half widths of a head: an ellipse whose lower half narrows to a share of its width at the jaw."""
    found = []
    for step in range(25):
        share = (1 - cos(pi * step / 24)) / 2
        full = (1 - (2 * share - 1) ** 2) ** 0.5
        narrower = 1 - (1 - jaw) * max(0.0, (share - 0.5) * 2) ** 2 * 0.8
        found.append((share, half * full * narrower))
    return tuple(found)


def _younger(build: Build, x: float, y: float) -> Point:
    """A younger face is shorter below the eyes."""
    return (x, y if y < _EYE_LEVEL else _EYE_LEVEL + (y - _EYE_LEVEL) * (1 - 0.12 * build.roundness))


def mouth(build: Build) -> View:
    """The inside of the mouth, opened wide, spread out from the upper lip to the lower."""
    view = View(
        "mouth", _("Inside the mouth"), _("Opened wide. The child’s left is on the right of the picture.")
    )
    half = 58 + 6 * build.roundness
    its = Tube(
        ((0, 0), (0, 124)),
        ((0, half * 0.45), (0.16, half * 0.84), (0.5, half), (0.84, half * 0.84), (1, half * 0.45)),
    )
    for region, middle, top, bottom in (
        ("inside of upper lip", "upper lip frenulum", 0.0, 0.11),
        ("inside of lower lip", "lower lip frenulum", 0.89, 1.0),
        ("floor of mouth", "tongue frenulum", 0.69, 0.76),
    ):
        out = 1 if region != "floor of mouth" else 0.62
        view.draw(region, its.patch(top, bottom, 0.12, out), its.patch(top, bottom, -out, -0.12))
        view.draw(middle, its.patch(top, bottom, -0.12, 0.12))
    view.draw("upper gum", its.patch(0.11, 0.18))
    view.draw("upper teeth", its.patch(0.18, 0.25))
    view.draw_both("inside of $ cheek", its.patch(0.25, 0.76, 0.62, 1))
    view.draw("roof of mouth", its.patch(0.25, 0.4, -0.62, 0.62))
    view.draw("back of throat", its.patch(0.4, 0.51, -0.62, 0.62))
    view.draw("tongue", its.patch(0.51, 0.69, -0.62, 0.62))
    view.draw("lower teeth", its.patch(0.76, 0.82))
    view.draw("lower gum", its.patch(0.82, 0.89))
    return view
