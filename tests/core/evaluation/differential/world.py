"""The small world of the differential tests: few kinds, keys and people, so that much meets."""

from __future__ import annotations

from datetime import date, datetime

from heeded.core.chronology.entry import Fact
from heeded.core.chronology.when import seconds
from heeded.core.procedures.amount import Amount
from heeded.core.procedures.calendar import LONDON, Calendar, Closure

WORK = ("visit", "medical opinion", "strategy discussion", "disagreement opened", "referral decision")
"""The kinds that rules speak of beside households and departures."""
HOUSEHOLD = ("household joined", "household left")
ACCESS = ("access began", "access ended")
DEPARTURE = "departure with reason"
INJURY = "injury observed"
"""What possible sources are drawn from, where some rule is for each of them."""
UNREAD = "contact received"

KEYS = ("referral", "plan")
VALUES = ("one", "two")
CHILDREN = ("Ania", "Borys")
ADULTS = ("Celina", "Dawid")
HOUSES = ("north", "south")
AREAS = ("", "Anytown")
AGENCIES = ("council", "hospital")
SECTORS = ("children's social care", "hospital")
ROLES = ("", "social worker", "nurse")
BOSSES = ("team manager", "director")

LEVELS = ("excluded", "consider", "suspect", "strong concern", "inflicted")
NAMES = ("police", "health", "school")
FACTS: dict[str, tuple[Fact, ...]] = {
    "child seen": (True, False, True, False, 1),
    "outcome": ("assessment", "no further action", "strategy discussion", ""),
    "strength": (*LEVELS, "unheard of"),
    "count": (0, 1, 2, 2.5, True),
    "attended by": (frozenset(), frozenset({"police"}), frozenset({"police", "health"}), frozenset(NAMES)),
    "person": (*ADULTS, *CHILDREN),
    "date": (
        *(date(2011, 3, day) for day in range(21, 32)),
        date(2011, 4, 28),
        date(2011, 5, 3),
        date.max,
        "soon",
    ),
}
"""What an event may state, whatever its kind; some of it is out of place on purpose."""

FIRST, LAST = (seconds(datetime(2011, 3, day, tzinfo=LONDON)) for day in (22, 31))
"""Between these most stories begin: the clocks go forward on 27 March 2011, Easter follows."""

AMOUNTS = tuple(
    map(
        Amount.parse,
        ("1 working day", "3 working days", "2 days", "1 week", "1 month", "24 hours", "the same day"),
    )
)


def _closure(month: int, day: int, name: str, announced: date | None = None) -> Closure:
    return Closure(date(2011, month, day), name, announced)


_CLOSURES = (
    _closure(3, 25, "a day announced late", date(2011, 3, 23)),
    _closure(4, 1, "a day announced later", date(2011, 3, 29)),
    _closure(4, 22, "Good Friday"),
    _closure(4, 25, "Easter Monday"),
    _closure(4, 29, "Royal Wedding", date(2010, 11, 23)),
)

CALENDARS = (
    Calendar("wide", LONDON, _CLOSURES, date(2010, 1, 1), date(2012, 12, 31)),
    Calendar("ends early", LONDON, _CLOSURES[:2], date(2010, 1, 1), date(2011, 4, 4)),
    Calendar("begins late", LONDON, _CLOSURES[1:], date(2011, 3, 26), date(2011, 12, 31)),
)
