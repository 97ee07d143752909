"""A plain account for a child's family: proposed, drawn up, agreed by a second person, given, kept."""

from heeded.casework.for_family.agree import agree, send_back
from heeded.casework.for_family.desk import Desk
from heeded.casework.for_family.draw_up import Choice, draw_up
from heeded.casework.for_family.give import give, to_print
from heeded.casework.for_family.held import held, one
from heeded.casework.for_family.propose import Proposed, propose

__all__ = [
    "Choice",
    "Desk",
    "Proposed",
    "agree",
    "draw_up",
    "give",
    "held",
    "one",
    "propose",
    "send_back",
    "to_print",
]
