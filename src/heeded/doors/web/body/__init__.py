"""The map of the body: our own figures of a baby, a toddler and an older child, region by region."""

from heeded.doors.web.body.figure import FIGURES, Figure, figure_for

__all__ = ["FIGURES", "Figure", "figure_for"]
