"""Who is who, on a person's word: put together, taken apart, said to be different, or left unsure."""

from heeded.casework.identity.awaiting import Awaiting, Queue, awaiting
from heeded.casework.identity.compare import Compared, compare, whole
from heeded.casework.identity.desk import Desk
from heeded.casework.identity.join import Joined, join
from heeded.casework.identity.part import Parted, part
from heeded.casework.identity.quality import Quality, quality
from heeded.casework.identity.query import Decision, Queried, query
from heeded.casework.identity.say import say
from heeded.casework.identity.search import Candidate, Searched, search
from heeded.casework.identity.second import Blind, Reliability, blind, read_again, reliability, to_read_again
from heeded.casework.identity.undo import said_lately, undo
from heeded.casework.keeping.desk import By

__all__ = [
    "Awaiting",
    "Blind",
    "By",
    "Candidate",
    "Compared",
    "Decision",
    "Desk",
    "Joined",
    "Parted",
    "Quality",
    "Queried",
    "Queue",
    "Reliability",
    "Searched",
    "awaiting",
    "blind",
    "compare",
    "join",
    "part",
    "quality",
    "query",
    "read_again",
    "reliability",
    "said_lately",
    "say",
    "search",
    "to_read_again",
    "undo",
    "whole",
]
