"""Replay a story moment by moment: what happened, who knew, what was asked, and what stood open."""

from heeded.casework.judging.gates import Standing
from heeded.casework.replay.follow import Change, Followed
from heeded.casework.replay.headline import Headline, asked_only_by, existed, headline, not_yet_written
from heeded.casework.replay.moments import Happened, Learnt, knew
from heeded.casework.replay.replay import Moment, Replay, ends, replay

__all__ = [
    "Change",
    "Followed",
    "Happened",
    "Headline",
    "Learnt",
    "Moment",
    "Replay",
    "Standing",
    "asked_only_by",
    "ends",
    "existed",
    "headline",
    "knew",
    "not_yet_written",
    "replay",
]
