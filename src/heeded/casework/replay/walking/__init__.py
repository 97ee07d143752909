"""Walk through a story or a child's record step by step, each step judged only when somebody comes to it."""

from heeded.casework.replay.walking.comes_to import ComesTo, comes_to
from heeded.casework.replay.walking.of_record import story_of
from heeded.casework.replay.walking.owing import owed_by, unaware
from heeded.casework.replay.walking.walk import Became, Step, Walk

__all__ = ["Became", "ComesTo", "Step", "Walk", "comes_to", "owed_by", "story_of", "unaware"]
