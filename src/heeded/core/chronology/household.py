"""Who lived with whom, and who had access, over time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.view import Known

JOINED, LEFT = "household joined", "household left"
ACCESS_BEGAN, ACCESS_ENDED = "access began", "access ended"


@dataclass(frozen=True, slots=True)
class Stay:
    """A person's time in a group: a household, or the circle with access to a child.

    Both ends are entries of the record; `end` is None while it lasts.
    """

    person: str
    group: str
    begin: Entry
    end: Entry | None

    def may_cover(self, start: int, end: int) -> bool:
        """Whether the person may have been there at some moment from `start` to `end`.

        Seconds UTC. In doubt the answer is yes: nobody is left out by a coarse date.
        """
        begun = self.begin.happened.earliest <= end
        over = self.end is not None and self.end.happened.latest < start
        return begun and not over


def household_stays(view: Iterable[Known]) -> tuple[Stay, ...]:
    """Every stay in a household, from the entries that say who joined and left."""
    return _stays(view, JOINED, LEFT, _household)


def access_stays(view: Iterable[Known]) -> tuple[Stay, ...]:
    """Every period in which a person outside the household had access to a child."""
    return _stays(view, ACCESS_BEGAN, ACCESS_ENDED, lambda entry: entry.child)


def households_of(person: str, stays: Iterable[Stay], start: int, end: int) -> tuple[str, ...]:
    """The households in which a person may have been in that time, latest joined first."""
    own = [stay for stay in stays if stay.person == person and stay.may_cover(start, end)]
    own.sort(key=lambda stay: (stay.begin.happened.earliest, stay.begin.id), reverse=True)
    return tuple(dict.fromkeys(stay.group for stay in own))


def _household(entry: Entry) -> str:
    return str(entry.facts.get("household", ""))


def _stays(
    view: Iterable[Known], begins: str, ends: str, group_of: Callable[[Entry], str]
) -> tuple[Stay, ...]:
    open_stays: dict[tuple[str, str], Entry] = {}
    stays: list[Stay] = []
    for known in view:
        entry = known.entry
        if entry.kind not in (begins, ends):
            continue
        place = (str(entry.facts.get("person", "")), group_of(entry))
        if entry.kind == begins:
            open_stays.setdefault(place, entry)
        elif place in open_stays:
            stays.append(Stay(*place, open_stays.pop(place), entry))
    stays.extend(Stay(*place, begin, None) for place, begin in open_stays.items())
    return tuple(stays)
