"""The bugs that are planted: each a slip that somebody might make."""

from __future__ import annotations

from dataclasses import replace

from tests.core.evaluation.differential.bugs_in_records import DEPARTURES, RECORD, SILENCE
from tests.core.evaluation.differential.bugs_in_rules import FORMS, LIMITS
from tests.core.evaluation.differential.bugs_in_time import AT_THE_DEADLINE, ORDER

SLOW = frozenset(
    {
        "moments after the instants of their second",
        "an ending before its beginning",
        "told order decides a day",
        "a gate silent since the need arose",
        "an override before the state was open",
        "an override before there was a need",
        "nobody authorised it",
        "a departure after the turn",
        "a departure without a reason",
        "a departure undoes what is overdue",
        "a turn departed from too late",
        "a coarse opening overlooked",
        "access since the act alone",
        "the last heard, not the last said",
        "content of any pattern",
        "moments yet to come",
        "an age in begun months",
        "a correction buys time",
        "withdrawn for ever",
        "beyond the calendar is late",
        "a gate not met at its limit",
        "the last departure, not the first",
        "true is one",
        "at most is under",
        "known by now, not by then",
        "the nth not counted at its limit",
        "answers of one second in no order",
        "the household joined first",
        "what voids before what keeps",
        "the nth counted one short",
        "the nth counted from the start of a day",
        "an instant that answers itself",
        "areas of agencies do not matter",
        "what follows a month follows its start",
        "the first of the ranked, not the foremost",
        "a month follows from its end on",
    }
)
"""Bugs that show on fewer than one family in two hundred."""

_ALL = (*AT_THE_DEADLINE, *ORDER, *LIMITS, *SILENCE, *DEPARTURES, *FORMS, *RECORD)
BUGS = tuple(replace(bug, slow=bug.name in SLOW) for bug in _ALL)
