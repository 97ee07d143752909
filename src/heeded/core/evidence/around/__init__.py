"""Who is around a child: who is who to whom, who lived where, and who could be with the child, over time."""

from heeded.core.evidence.around.homes import Living, Move, died, living, moves
from heeded.core.evidence.around.proposed import Ground, Proposed, proposed
from heeded.core.evidence.around.reach import Reach, Stretch, Way, reach
from heeded.core.evidence.around.ties import Tie, sexes, ties

__all__ = [
    "Ground",
    "Living",
    "Move",
    "Proposed",
    "Reach",
    "Stretch",
    "Tie",
    "Way",
    "died",
    "living",
    "moves",
    "proposed",
    "reach",
    "sexes",
    "ties",
]
