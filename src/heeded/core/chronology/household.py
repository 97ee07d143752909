"""Who lived with whom, and who had access, over time; and whose records belong with a child's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable
from dataclasses import dataclass

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.view import Known
from heeded.core.chronology.vocabulary import KINDS, FieldType

JOINED, LEFT = "household joined", "household left"
ACCESS_BEGAN, ACCESS_ENDED = "access began", "access ended"


TYING = frozenset(
    kind.name for kind in KINDS.values() if any(field.type is FieldType.PERSON for field in kind.fields)
)
"""The kinds of event that name somebody beside the child."""

OF_AN_ADULT = frozenset(
    {
        *("arrest", "release", "bail", "criminal decision", "whereabouts"),
        *("substance use known", "adult fact known", "specialist advice sought"),
        "specialist advice received",
    }
)
"""The kinds that concern the person whom they name, in whichever child's record they stand."""


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
    own.sort(key=lambda stay: (stay.begin.happened.earliest, stay.begin.turn, stay.begin.id), reverse=True)
    return tuple(dict.fromkeys(stay.group for stay in own))


def circle(child: str, view: Iterable[Known], adults: Collection[str]) -> frozenset[str]:
    """Those whose records belong with a child's, of all in the families that a shared adult joins.

    The child, whoever lived in a household of the child's at any time, and whom an event names together
    with the child or with a child of such a household. Another child who is only named so, and of whom the
    same agency says that they live elsewhere, is not one of them. What somebody does in another household
    of theirs ties nobody else to the child.
    """
    known = tuple(view)
    homes = _homes(known)
    own = homes.get(child, frozenset())
    base = {child, *(person for person, where in homes.items() if own & where)}
    children = base.difference(adults)
    together = (_names(each.entry) for each in known)
    tied = {person for names in together if names & children for person in names}
    return frozenset(
        base | {each for each in tied if each in adults or not _apart(own, homes.get(each, frozenset()))}
    )


def concerns(entry: Entry, people: Container[str]) -> bool:
    """Whether an entry is about one of some people, or concerns one of them as an adult."""
    concerned = str(entry.facts.get("person", "")) if entry.kind in OF_AN_ADULT else ""
    return entry.child in people or concerned in people


def _homes(view: tuple[Known, ...]) -> dict[str, frozenset[str]]:
    """The households of each person; a child who joined none is of those that its entries name."""
    homes: dict[str, set[str]] = {}
    for stay in household_stays(view):
        homes.setdefault(stay.person, set()).add(stay.group)
    named: dict[str, set[str]] = {}
    for each in view:
        entry = each.entry
        if home := entry.keys.get("household"):
            homes.setdefault(entry.child, set()).add(home)
        if home := _household(entry):
            named.setdefault(entry.child, set()).add(home)
    return {person: frozenset(where) for person, where in {**named, **homes}.items()}


def _apart(own: frozenset[str], other: frozenset[str]) -> bool:
    """Whether an agency knows the households of both, and none that they share."""
    agencies = {home.partition(":")[0] for home in own} & {home.partition(":")[0] for home in other}
    return bool(agencies) and not own & other


def _names(entry: Entry) -> frozenset[str]:
    """The child of an entry, and everybody whom its facts name."""
    fields = KINDS[entry.kind].fields if entry.kind in TYING else ()
    people = {str(entry.facts.get(field.name, "")) for field in fields if field.type is FieldType.PERSON}
    return frozenset({entry.child, *people} - {""})


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
