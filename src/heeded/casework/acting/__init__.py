"""What every act stands on: who acts, what they may, what the record holds under lock, what became of it."""

from heeded.casework.acting.carry_out import Act, carry_out
from heeded.casework.acting.desk import By, Desk, Done, Telling
from heeded.casework.acting.refused import (
    GateStands,
    NotAllowed,
    NothingThere,
    NotNow,
    NotYours,
    Refused,
    ShownTooLittle,
    Unfit,
)
from heeded.casework.acting.under import Under

__all__ = [
    "Act",
    "By",
    "Desk",
    "Done",
    "GateStands",
    "NotAllowed",
    "NotNow",
    "NotYours",
    "NothingThere",
    "Refused",
    "ShownTooLittle",
    "Telling",
    "Under",
    "Unfit",
    "carry_out",
]
