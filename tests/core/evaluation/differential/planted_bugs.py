"""The bugs that are planted: each a slip that somebody might make."""

from __future__ import annotations

from dataclasses import replace

from tests.core.evaluation.differential.bugs_in_records import DEPARTURES, RECORD, SILENCE
from tests.core.evaluation.differential.bugs_in_rules import EACH_SOURCE, FORMS, LIMITS
from tests.core.evaluation.differential.bugs_in_time import AT_THE_DEADLINE, BY_THE_DAY_STATED, ORDER

SLOW = frozenset(
    {
        "a coarse opening overlooked",
        "a correction buys time",
        "a departure after the turn",
        "a departure long before",
        "a day that had passed",
        "a day within a coarse time",
        "a departure without a reason",
        "a gate not met at its limit",
        "a gate silent since the need arose",
        "a month follows from its end on",
        "a sibling's key for the child's",
        "a source silent after its end",
        "a state's own ending closes it",
        "a withdrawn correction stands",
        "a turn departed from too late",
        "access since the act alone",
        "adults who left long ago",
        "an age in begun months",
        "an ending before its beginning",
        "an event that answers itself",
        "an instant that answers itself",
        "an override before the state was open",
        "an override before there was a need",
        "answers of one second in no order",
        "anyone may depart",
        "areas of agencies do not matter",
        "at most is under",
        "beyond the calendar is late",
        "content of any pattern",
        "kept duties departed from",
        "known by now, not by then",
        "moments after the instants of their second",
        "moments yet to come",
        "nobody authorised it",
        "one need of two is enough",
        "silence on other children",
        "the first of the ranked, not the foremost",
        "the household joined first",
        "the last departure, not the first",
        "the last heard, not the last said",
        "the nth counted from the start of a day",
        "the nth counted one short",
        "the nth not counted at its limit",
        "the wrong reading of answers",
        "today's calendar, not that of then",
        "true is one",
        "what follows a month follows its start",
        "what voids before what keeps",
        "withdrawn for ever",
    }
)
"""Bugs that show on fewer than one family in a hundred or so."""

_ALL = (
    *AT_THE_DEADLINE,
    *BY_THE_DAY_STATED,
    *ORDER,
    *LIMITS,
    *SILENCE,
    *DEPARTURES,
    *FORMS,
    *EACH_SOURCE,
    *RECORD,
)
BUGS = tuple(replace(bug, slow=bug.name in SLOW) for bug in _ALL)
