"""Earlier episodes, across all agencies: joined, named in a reading or left out, and what came again."""

from heeded.core.evidence.episodes.earlier import READ, YEAR, Earlier, earlier, left_out
from heeded.core.evidence.episodes.episode import CLOSING, OF_ADULTS, REOPENED, Episode
from heeded.core.evidence.episodes.joined import adults_around, episodes, of_household
from heeded.core.evidence.episodes.recurring import Closing, Recurring, recurring

__all__ = [
    "CLOSING",
    "OF_ADULTS",
    "READ",
    "REOPENED",
    "YEAR",
    "Closing",
    "Earlier",
    "Episode",
    "Recurring",
    "adults_around",
    "earlier",
    "episodes",
    "left_out",
    "of_household",
    "recurring",
]
