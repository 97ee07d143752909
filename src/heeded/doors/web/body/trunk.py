"""The whole body from front, back and side: trunk, arms and legs."""

from __future__ import annotations

from heeded.doors.web.body.build import HEIGHT, Build
from heeded.doors.web.body.head import CHIN, profile, rounded
from heeded.doors.web.body.named import gettext_noop as _
from heeded.doors.web.body.tube import Polygon, Tube, arch, moved, ring, scaled
from heeded.doors.web.body.view import View

_OPEN = (12, 20)
"""Degrees by which arms stand away from the body: of a thin child and of a round one."""


def front(build: Build) -> View:
    """The body from the front; head, hands and feet have views of their own."""
    view = View("front", _("Front of the body"), _("The child’s left is on the right of the picture."))
    trunk = _trunk(build)
    _head(view, build)
    view.draw("front of neck", _neck(build).patch(0, 1))
    view.draw_both("$ collarbone", trunk.patch(0.02, 0.13, 0.02, 1))
    view.draw("breastbone", trunk.patch(0.13, 0.42, -0.16, 0.16))
    view.draw_both("$ chest", trunk.patch(0.13, 0.42, 0.16, 1))
    view.draw_both("$ upper abdomen", trunk.patch(0.42, 0.6, 0, 1))
    view.draw("around navel", trunk.patch(0.6, 0.74, -0.3, 0.3))
    view.draw_both("$ lower abdomen", trunk.patch(0.6, 0.74, 0.3, 1), trunk.patch(0.74, 0.86, 0, 1))
    view.draw_both("$ groin", trunk.patch(0.86, 1, 0.36, 1))
    view.draw("genital area", trunk.patch(0.86, 1, -0.36, 0.36))
    arm, leg = _arm(build), _leg(build)
    view.draw_both("front of $ shoulder", arm.patch(0, 0.16))
    view.draw_both("inside of $ upper arm", arm.patch(0.16, 0.46, -1, -0.15))
    view.draw_both("front of $ upper arm", arm.patch(0.16, 0.46, -0.15, 1))
    view.draw_both("crook of $ elbow", arm.patch(0.46, 0.57))
    view.draw_both("front of $ forearm", arm.patch(0.57, 0.9))
    view.draw_both("front of $ wrist", arm.patch(0.9, 1))
    view.draw_both("inside of $ thigh", leg.patch(0, 0.42, -1, -0.1))
    view.draw_both("front of $ thigh", leg.patch(0, 0.42, -0.1, 1))
    view.draw_both("front of $ knee", leg.patch(0.42, 0.54))
    view.draw_both("inside of $ lower leg", leg.patch(0.54, 0.9, -1, -0.2))
    view.draw_both("$ shin", leg.patch(0.54, 0.9, -0.2, 1))
    view.draw_both("inner $ ankle", leg.patch(0.9, 1, -1, -0.1))
    view.draw_both("front of $ ankle", leg.patch(0.9, 1, -0.1, 1))
    _ends(view, arm, leg, build)
    view.lines.append(ring(trunk.at(0.67, 0), (3, 3), 0, 1, 0, 360))
    return view


def back(build: Build) -> View:
    """The body from the back."""
    view = View("back", _("Back of the body"), _("The child’s left is on the left of the picture."))
    trunk, arm, leg = _trunk(build), _arm(build), _leg(build)
    high = build.head * HEIGHT
    head = Tube(((0, 0), (0, high)), _skull(build))
    view.draw("crown of head", head.outline(0, 0.36))
    view.draw("back of head", head.outline(0.36, 0.95))
    view.draw("back of neck", _neck(build).patch(0, 1))

    def both(region: str, *polygons: Polygon) -> None:
        view.draw_both(region, *polygons, left_is=-1)

    view.draw("upper spine", trunk.patch(0.02, 0.5, -0.14, 0.14))
    both("$ shoulder blade", trunk.patch(0.06, 0.34, 0.14, 1))
    both("$ upper back", trunk.patch(0.34, 0.5, 0.14, 1))
    view.draw("lower spine", trunk.patch(0.5, 0.74, -0.14, 0.14))
    both("$ lower back", trunk.patch(0.5, 0.74, 0.14, 1))
    view.draw("tailbone", trunk.patch(0.74, 0.85, -0.14, 0.14))
    view.draw("area around anus", trunk.patch(0.85, 0.94, -0.14, 0.14))
    view.draw("area behind genitals", trunk.patch(0.94, 1, -0.14, 0.14))
    both("$ buttock", trunk.patch(0.74, 1, 0.14, 1))
    both("back of $ shoulder", arm.patch(0, 0.16))
    both("back of $ upper arm", arm.patch(0.16, 0.46))
    both("$ elbow", arm.patch(0.46, 0.57))
    both("back of $ forearm", arm.patch(0.57, 0.9))
    both("back of $ wrist", arm.patch(0.9, 1))
    both("back of $ thigh", leg.patch(0, 0.42))
    both("back of $ knee", leg.patch(0.42, 0.54))
    both("$ calf", leg.patch(0.54, 0.9))
    both("back of $ ankle", leg.patch(0.9, 1))
    _ends(view, arm, leg, build)
    return view


def left_side(build: Build) -> View:
    """The body from its left, with the arm held forward."""
    view = View("left-side", _("Left side of the body"), _("The arm is held forward."))
    top, crotch = (build.head + build.neck) * HEIGHT, build.crotch * HEIGHT
    deep, belly = build.chest * HEIGHT * 0.66, build.waist * HEIGHT * (0.62 + 0.2 * build.roundness)
    trunk = Tube(
        ((0, top), (0, crotch)),
        (
            (0, deep * 0.55),
            (0.16, deep * 0.95),
            (0.4, deep),
            (0.64, belly),
            (0.85, deep * 1.02),
            (1, deep * 0.95),
        ),
    )
    view.draw("outside of left shoulder", trunk.patch(0, 0.16))
    view.draw("left side of chest", trunk.patch(0.16, 0.46))
    view.draw("left flank", trunk.patch(0.46, 0.74))
    view.draw("left hip", trunk.patch(0.74, 1))
    half = build.arm_half * HEIGHT
    start = (-deep * 1.1 - half * 0.2, top + (crotch - top) * 0.1 + half)
    reach = build.arm * HEIGHT
    arm = Tube((start, (start[0] - reach * 0.8, start[1] + reach * 0.55)), _arm_widths(half))
    view.draw("outside of left upper arm", arm.patch(0, 0.48))
    view.draw("outside of left forearm", arm.patch(0.48, 1))
    hand = arm.at(1, 0)
    view.lines.append(ring((hand[0] - half * 0.7, hand[1] + half * 0.5), (half, half * 0.8), 0, 1, 0, 360))
    leg = Tube(((0, crotch), (deep * 0.1, HEIGHT * 0.965)), _leg_widths(build, 1.1))
    view.draw("outside of left thigh", leg.patch(0, 0.42))
    view.draw("outside of left knee", leg.patch(0.42, 0.54))
    view.draw("outside of left lower leg", leg.patch(0.54, 0.9))
    view.draw("outer left ankle", leg.patch(0.9, 1))
    ankle = leg.at(1, 0)
    foot = build.calf_half * HEIGHT
    view.lines.append(Tube(((ankle[0] + foot * 0.9, HEIGHT * 0.985), (ankle[0] - foot * 2.2, HEIGHT * 0.985)),
                           ((0, 4), (0.3, 7), (1, 4))).patch(0, 1))  # fmt: skip
    high = build.head * HEIGHT
    outline = moved(scaled(profile(build), high / CHIN), -high * 0.42, 0)
    view.lines.append(outline)
    return view


def _trunk(build: Build) -> Tube:
    top, bottom = (build.head + build.neck) * HEIGHT, build.crotch * HEIGHT
    shoulder, chest = build.shoulder * HEIGHT, build.chest * HEIGHT
    return Tube(
        ((0, top), (0, bottom)),
        (
            *((0, _neck_half(build)), (0.09, shoulder * 0.9), (0.2, shoulder * 0.95), (0.36, chest)),
            *((0.6, build.waist * HEIGHT), (0.84, build.hip * HEIGHT), (1, build.hip * HEIGHT * 0.98)),
        ),
    )


def _neck_half(build: Build) -> float:
    return build.head * HEIGHT * (0.26 + 0.06 * build.roundness)


def _neck(build: Build) -> Tube:
    half, top = _neck_half(build), build.head * HEIGHT * 0.95
    bottom = (build.head + build.neck) * HEIGHT + build.head * HEIGHT * 0.01
    return Tube(((0, top), (0, bottom)), ((0, half * 0.9), (1, half)))


def _arm(build: Build) -> Tube:
    """The arm on the right of the page."""
    half, reach = build.arm_half * HEIGHT, build.arm * HEIGHT
    thin, full = _OPEN
    open_ = (thin + (full - thin) * build.roundness) / 45
    start = (build.shoulder * HEIGHT + half * 0.7, (build.head + build.neck) * HEIGHT + half * 0.85)
    elbow = (start[0] + reach * 0.5 * open_, start[1] + reach * 0.5)
    return Tube(
        (start, elbow, (elbow[0] + reach * 0.5 * open_ * 1.2, elbow[1] + reach * 0.5)), _arm_widths(half)
    )


def _arm_widths(half: float) -> tuple[tuple[float, float], ...]:
    return (
        (0, half * 0.55),
        (0.1, half),
        (0.4, half * 0.9),
        (0.52, half * 0.8),
        (0.65, half * 0.85),
        (1, half * 0.6),
    )


def _leg(build: Build) -> Tube:
    """The leg on the right of the page."""
    hip = build.hip * HEIGHT
    apart = 0.62 + 0.25 * build.roundness
    top = build.crotch * HEIGHT + 4 * build.roundness
    return Tube(((hip * 0.51, top), (hip * apart, HEIGHT * 0.955)), _leg_widths(build, 1))


def _leg_widths(build: Build, full: float) -> tuple[tuple[float, float], ...]:
    top, calf = (
        min(build.thigh_half * full, build.hip * 0.49 * full) * HEIGHT,
        build.calf_half * HEIGHT * full,
    )
    return (
        (0, top),
        (0.15, top * 0.97),
        (0.45, calf),
        (0.52, calf * 0.95),
        (0.68, calf),
        (0.95, calf * 0.62),
        (1, calf * 0.66),
    )


def _skull(build: Build) -> tuple[tuple[float, float], ...]:
    return rounded(build.head * HEIGHT * 0.4, 0.72 + 0.14 * build.roundness)


def _head(view: View, build: Build) -> None:
    """The head as lines: its regions stand in views of their own."""
    high = build.head * HEIGHT
    view.lines.append(Tube(((0, 0), (0, high)), _skull(build)).outline(0, 0.95))
    eye = high * (0.5 + 0.08 * build.roundness)
    view.line_both(ring((high * 0.16, eye), (high * 0.035, high * 0.03), 0, 1, 0, 360))
    view.lines.append(arch((0, eye + high * 0.25), high * 0.09, 0, high * 0.015))


def _ends(view: View, arm: Tube, leg: Tube, build: Build) -> None:
    """Hands and feet as lines."""
    half, foot = build.arm_half * HEIGHT, build.calf_half * HEIGHT
    x, y = arm.at(1, 0)
    view.line_both(ring((x + half * 0.2, y + half * 0.95), (half * 0.7, half), 0, 1, 0, 360))
    x, y = leg.at(1, 0)
    view.line_both(ring((x + foot * 0.2, y + foot * 0.3), (foot * 0.9, foot * 0.42), 0, 1, 0, 360))
