"""The genogram: a family by generations with the usual signs, so that nothing lies on anything."""

from heeded.doors.web.drawn.genogram.drawing import genogram
from heeded.doors.web.drawn.genogram.kin import Beside, Couple, Figure, Home, Kin, Parent, Siblings

__all__ = ["Beside", "Couple", "Figure", "Home", "Kin", "Parent", "Siblings", "genogram"]
