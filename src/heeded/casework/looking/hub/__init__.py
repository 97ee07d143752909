"""What a hub looks at: the board of what came in, hand-overs that wait, disagreements on their way up."""

from heeded.casework.hub.ladder import Rung, rung
from heeded.casework.looking.hub.cards import CardShown, Page
from heeded.casework.looking.hub.disputes import disputes
from heeded.casework.looking.hub.hand_overs import HandOvers, hand_overs
from heeded.casework.looking.hub.triage import Board, Column, Kept, as_it_was, column, triage

__all__ = [
    "Board",
    "CardShown",
    "Column",
    "HandOvers",
    "Kept",
    "Page",
    "Rung",
    "as_it_was",
    "column",
    "disputes",
    "hand_overs",
    "rung",
    "triage",
]
