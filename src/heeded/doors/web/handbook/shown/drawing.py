"""A chapter drawn: what starts each rule, the rule, and what it asks for, as boxes and arrows of an SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap

from django.utils.translation import gettext as _

from heeded.core.procedures.account.pieces import Pieces, pieces
from heeded.core.procedures.rule import Ban, Gate, Rule
from heeded.doors.web.drawn import shapes
from heeded.doors.web.handbook.shown.rules import title_of

LETTERS = 27
"""How many letters a line of a box holds."""
LINE, PAD, GAP = 18, 10, 22
_LEFT, _MIDDLE, _RIGHT, _WIDE, _BETWEEN = 1, 286, 571, 228, 57
WIDTH = _RIGHT + _WIDE + 1


@dataclass(frozen=True, slots=True)
class _Row:
    rule: Rule
    told: Pieces
    middle: tuple[tuple[str, bool], ...]
    right: tuple[tuple[str, bool], ...]

    @property
    def height(self) -> int:
        """How much room the row takes."""
        return _height(max(len(self.middle), len(self.right)))


def drawing(rules: Iterable[Rule], title: str) -> shapes.Drawing:
    """Rules drawn in rows, those that one thing starts beside each other; the same always looks the same."""
    groups: dict[tuple[str, ...], list[_Row]] = {}
    for rule in rules:
        told = pieces(rule)
        groups.setdefault((told.opening, told.after, *told.starts), []).append(_row(rule, told))
    boxes: list[shapes.Mark] = []
    arrows: list[shapes.Stroke] = []
    top = 1
    for rows in groups.values():
        left = _left(rows[0].told)
        height = max(_height(len(left)), sum(row.height for row in rows) + GAP * (len(rows) - 1))
        middle = top + height // 2
        boxes.append(_box("event", _LEFT, middle - _height(len(left)) // 2, left))
        y = top
        for row in rows:
            centre = y + row.height // 2
            sort = "gate" if isinstance(row.rule.form, Gate | Ban) else "rule"
            boxes.append(_box(sort, _MIDDLE, centre - _height(len(row.middle)) // 2, row.middle))
            boxes.append(_box("event", _RIGHT, centre - _height(len(row.right)) // 2, row.right))
            arrows.append(_arrow(_LEFT + _WIDE, middle, _MIDDLE, centre))
            arrows.append(_arrow(_MIDDLE + _WIDE, centre, _RIGHT, centre))
            y += row.height + GAP
        top += height + GAP
    return shapes.Drawing(
        id="rules",
        title=_("The rules drawn: %(title)s") % {"title": title},
        told=_(
            "What starts each rule on the left, the rule and who owes it in the middle, what has to follow "
            "on the right. The words of the page say the same."
        ),
        width=WIDTH,
        height=max(1, top - GAP + 1),
        strokes=tuple(arrows),
        marks=tuple(boxes),
    )


def _row(rule: Rule, told: Pieces) -> _Row:
    title = [(line, False) for line in wrap(title_of(rule), LETTERS)]
    whose = [(line, True) for line in wrap(_("by %s") % (rule.owed_by or _("nobody named")), LETTERS)]
    return _Row(rule, told, (*title, *whose), _lines(told.asking, told.asks, told.when))


def _left(told: Pieces) -> tuple[tuple[str, bool], ...]:
    return _lines(told.opening, (title_of(told.after),) if told.after else told.starts, "")


def _lines(opening: str, kinds: tuple[str, ...], ending: str) -> tuple[tuple[str, bool], ...]:
    lines = [(line, True) for line in wrap(opening, LETTERS)]
    for place, kind in enumerate(kinds):
        said = _("or %s") % kind if place and opening != "there must have been" else kind
        lines += [(line, False) for line in wrap(said, LETTERS)]
    return (*lines, *((line, True) for line in wrap(ending, LETTERS)))


def _height(lines: int) -> int:
    return lines * LINE + 2 * PAD


def _box(sort: str, x: int, y: int, lines: tuple[tuple[str, bool], ...]) -> shapes.Mark:
    """A box with its words: an event, a rule, or a gate with its corners cut."""
    stroke = shapes.Stroke(_outline(sort, x, y, _height(len(lines))), f"box {sort}")
    words = tuple(
        shapes.Words(x + PAD, y + PAD + LINE * place + 13, said, f"{sort} quiet" if quiet else sort)
        for place, (said, quiet) in enumerate(lines)
    )
    return shapes.Mark(" ".join(said for said, _quiet in lines), "", (stroke,), words)


def _outline(sort: str, x: int, y: int, height: int) -> str:
    cut = {"gate": 9, "event": 0}.get(sort, 0)
    right, bottom = x + _WIDE, y + height
    if not cut:
        return f"M{x} {y}H{right}V{bottom}H{x}Z"
    return (
        f"M{x + cut} {y}H{right - cut}L{right} {y + cut}V{bottom - cut}L{right - cut} {bottom}"
        f"H{x + cut}L{x} {bottom - cut}V{y + cut}Z"
    )


def _arrow(x: int, y: int, to_x: int, to_y: int) -> shapes.Stroke:
    half = x + _BETWEEN // 2
    path = f"M{x} {y}H{half}V{to_y}H{to_x - 1}M{to_x - 8} {to_y - 5}L{to_x - 1} {to_y}L{to_x - 8} {to_y + 5}"
    return shapes.Stroke(path, "arrow")
