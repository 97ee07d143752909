"""What spoke for two children being one, drawn: each bar begins where the one before it ended."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from heeded.casework.ports.identity import Term
from heeded.doors.web.drawn.shapes import Drawing, Stroke, Words, box, line

WIDTH, ROW, LEFT, TOP = 680, 28, 290, 24
LONGEST = 38
"""How many letters of a label stand beside a bar."""

_ROOM = WIDTH - LEFT - 60


def waterfall(terms: Sequence[Term]) -> Drawing:
    """The terms as a drawing; the table beneath it says the same in words."""
    sums = [0.0]
    for term in terms:
        sums.append(sums[-1] + term.weight)
    low, high = min(sums), max(*sums, 1.0)
    scale = _ROOM / (high - low)

    def across(weight: float) -> float:
        return LEFT + (weight - low) * scale

    strokes, words = [], []
    for place, term in enumerate(terms):
        top = TOP + place * ROW
        start, end = sorted((across(sums[place]), across(sums[place + 1])))
        style = "for" if term.weight > 0 else "against"
        strokes.append(Stroke(box(start, top, max(end - start, 1), ROW - 8), f"weight {style}"))
        words.append(Words(LEFT - 8, top + 14, _label(term), "weight-name"))
        words.append(Words(end + 6, top + 14, f"{term.weight:+.1f}", "weight-figure"))
    bottom = TOP + len(terms) * ROW
    strokes.append(
        Stroke(box(across(0), bottom, max(across(sums[-1]) - across(0), 1), ROW - 8), "weight sum")
    )
    words.append(Words(LEFT - 8, bottom + 14, _("together"), "weight-name"))
    words.append(
        Words(max(across(sums[-1]), across(0)) + 6, bottom + 14, f"{sums[-1]:+.1f}", "weight-figure")
    )
    strokes.append(Stroke(line([(across(0), TOP - 8), (across(0), bottom + ROW)]), "weight-nought"))
    return Drawing(
        id="weights",
        title=_("What speaks for one child, and what against"),
        told=_(
            "Bars to the right speak for one child, to the left against; the table beneath says the same."
        ),
        width=WIDTH,
        height=bottom + ROW + 8,
        strokes=tuple(strokes),
        words=tuple(words),
    )


def _label(term: Term) -> str:
    """What was compared: of a name, the word."""
    pair = term.level.partition(": ")[0]
    return f"{_(term.what)} {pair}"[:LONGEST] if pair.startswith("“") else _(term.what)
