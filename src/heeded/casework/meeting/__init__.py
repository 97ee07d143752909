"""The strategy discussion: called, told into by each agency, and closed with what was decided."""

from heeded.casework.meeting.asked import Asks, asked_of
from heeded.casework.meeting.call import Call, call_discussion
from heeded.casework.meeting.close import Closing, close_discussion, stands_before
from heeded.casework.meeting.contribute import Contribution, contribute
from heeded.casework.meeting.news import news

__all__ = [
    "Asks",
    "Call",
    "Closing",
    "Contribution",
    "asked_of",
    "call_discussion",
    "close_discussion",
    "contribute",
    "news",
    "stands_before",
]
