"""Keeping: what is due, holds, and disposal by two people; each asks the policy and is recorded first."""

from heeded.casework.keeping.desk import By, Desk, NotDone
from heeded.casework.keeping.dispose import Disposed, dispose
from heeded.casework.keeping.due import Due, due
from heeded.casework.keeping.lift_hold import lift_hold
from heeded.casework.keeping.place_hold import place_hold
from heeded.casework.keeping.review_disposal import review_disposal

__all__ = [
    "By",
    "Desk",
    "Disposed",
    "Due",
    "NotDone",
    "dispose",
    "due",
    "lift_hold",
    "place_hold",
    "review_disposal",
]
