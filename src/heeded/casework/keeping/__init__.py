"""Keeping: what is due, holds, disposal by two people, and walls around people; each is recorded first."""

from heeded.casework.keeping.address_letter import address_letter
from heeded.casework.keeping.connect import connect, disconnect
from heeded.casework.keeping.desk import By, Desk, NotDone, NothingThere, NotPermitted, Walled
from heeded.casework.keeping.dispose import Disposed, dispose
from heeded.casework.keeping.due import Due, due
from heeded.casework.keeping.lift_hold import lift_hold
from heeded.casework.keeping.place_hold import place_hold
from heeded.casework.keeping.review_disposal import review_disposal
from heeded.casework.keeping.seal import Sealer, seal, unseal
from heeded.casework.keeping.shield import shield, unshield

__all__ = [
    "By",
    "Desk",
    "Disposed",
    "Due",
    "NotDone",
    "NotPermitted",
    "NothingThere",
    "Sealer",
    "Walled",
    "address_letter",
    "connect",
    "disconnect",
    "dispose",
    "due",
    "lift_hold",
    "place_hold",
    "review_disposal",
    "seal",
    "shield",
    "unseal",
    "unshield",
]
