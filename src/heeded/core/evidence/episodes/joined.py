"""Episodes joined across agencies: of a child, the others of the household, and the adults around them."""

from __future__ import annotations

from collections.abc import Collection

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.household import ACCESS_BEGAN, ACCESS_ENDED, JOINED, LEFT, households_of
from heeded.core.chronology.view import Known
from heeded.core.evidence.episodes.episode import OF_ADULTS, Episode
from heeded.core.evidence.seen import Seen

KINDS = (
    *("injury observed", "domestic abuse incident", "hospital attendance"),
    *("referral made", "referral received", "section 47 started", "section 47 ended", "case closed"),
    *OF_ADULTS,
)
"""The kinds of event that make an episode; an attendance only where its reason is an injury."""
JOINING = ("injury", "attendance", "incident", "referral", "enquiry")
"""The keys by which events are one episode, whichever agency tells of them."""
OF_ONE_CHILD = ("injury", "attendance")
"""Those of them that name something of one child."""
AROUND = frozenset({JOINED, LEFT, ACCESS_BEGAN, ACCESS_ENDED})
"""The kinds by which somebody is of a child's household, or has access to a child."""
EVER = 2**62


def reads(entry: Entry) -> bool:
    """Whether an entry can make an episode, join two, or tell who is around a child: no other changes any."""
    return entry.kind in KINDS or entry.kind in AROUND or sum(name in entry.keys for name in JOINING) > 1


def episodes(seen: Seen, child: str) -> tuple[Episode, ...]:
    """The episodes of a child, of whoever is a child in a household of theirs, and of the adults around them.

    In order. Of an adult who lived with them or had access at any time, it counts in whichever child's
    record it stands.
    """
    children = of_household(seen, child)
    adults = adults_around(seen, children)
    groups = _Groups()
    near = [(event, _ties(event)) for event in seen.events if _near(event, children, adults)]
    for _, ties in near:
        groups.join(ties)
    found: dict[object, list[Known]] = {}
    for event, ties in near:
        if event.entry.kind in KINDS and _counts(event):
            found.setdefault(groups.of(ties[0]) if ties else event.root, []).append(event)
    return tuple(
        sorted((_episode(events) for events in found.values()), key=lambda each: (each.began, each.id))
    )


def of_household(seen: Seen, child: str) -> frozenset[str]:
    """The child, and whoever lived in a household of theirs at any time."""
    homes = households_of(child, seen.households, -EVER, EVER)
    return frozenset({child, *(stay.person for stay in seen.households if stay.group in homes)})


def adults_around(seen: Seen, household: Collection[str]) -> frozenset[str]:
    """The adults of a household, and those who had access to a child of it at any time."""
    visiting = {stay.person for stay in seen.access if stay.group in household}
    return frozenset(each for each in {*household, *visiting} if each and not seen.is_child(each))


def _near(event: Known, children: Collection[str], adults: Collection[str]) -> bool:
    return event.entry.child in children or _adult(event) in adults


def _adult(event: Known) -> str:
    """The adult of whom an event of such a kind tells; empty of any other."""
    return str(event.entry.facts.get("person", "")) if event.entry.kind in OF_ADULTS else ""


def _episode(events: list[Known]) -> Episode:
    keys = dict.fromkeys(
        (name, event.entry.keys[name]) for name in JOINING for event in events if name in event.entry.keys
    )
    return Episode(tuple(events), tuple(keys))


def _counts(event: Known) -> bool:
    entry = event.entry
    return entry.kind != "hospital attendance" or entry.facts.get("reason") == "injury"


def _ties(event: Known) -> list[tuple[str, str, str]]:
    """What joins an event to others; an injury or attendance joins only what is about the same child.

    What is told of an adult in each child's record is one: the same thing, of one person, at one moment.
    """
    entry = event.entry
    ties = [
        (name, entry.keys[name], entry.child if name in OF_ONE_CHILD else "")
        for name in JOINING
        if name in entry.keys
    ]
    if person := _adult(event):
        ties.append((entry.kind, person, str(entry.happened.earliest)))
    return ties


class _Groups:
    """What is joined to what, step by step."""

    def __init__(self) -> None:
        self._leads: dict[tuple[str, str, str], tuple[str, str, str]] = {}

    def of(self, tie: tuple[str, str, str]) -> tuple[str, str, str]:
        """The one that stands for all that are joined to this."""
        while (lead := self._leads.setdefault(tie, tie)) != tie:
            tie = lead
        return tie

    def join(self, ties: list[tuple[str, str, str]]) -> None:
        """Say that these belong together."""
        for tie in ties[1:]:
            self._leads[self.of(tie)] = self.of(ties[0])
