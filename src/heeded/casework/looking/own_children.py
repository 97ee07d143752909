"""The children on one's own list, one's team's and one's agency's, by the beginning of a name: no content."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from heeded.casework.looking.ask import Ask, Desk, Refused
from heeded.casework.looking.deciding.decided import new_look
from heeded.casework.looking.worklist import AT_WORK
from heeded.casework.ports.lists import Listing
from heeded.core.access import Actor, Operation, RecordClass, Stated
from heeded.core.access.shield import Shielded
from heeded.core.chronology.people import Person

SEARCHED = 500
"""Among how many children of an agency's list a name is looked for at most."""
SHORTEST = 2
"""How many letters it takes."""


@dataclass(frozen=True, slots=True)
class OwnChildren:
    """The children whose names begin so, one's own first; `cut_short` where the list is longer than that."""

    look: str
    children: tuple[Person, ...]
    cut_short: bool = False


def own_children(
    desk: Desk, actor: Actor, begins: str, now: int, stated: Stated | None, most: int = 8
) -> OwnChildren | Refused:
    """Those children on the agency's list in whose name each of these words begins a word.

    Spelt as it is spelt: case and accents apart, nothing is guessed. Nobody whom a shield holds back, to
    whom nothing ties the reader but their own words, or to whose household the reader belongs. The look is
    recorded with the children whom it showed.
    """
    ask = Ask(actor=actor, child="", now=now, stated=stated)
    answer = desk.policy.decide(actor, AT_WORK, RecordClass.WORKLIST, Operation.READ, stated, now)
    refused = "" if answer.permitted else answer.said
    found: tuple[Person, ...] = ()
    cut_short = False
    if not refused and len(begins.strip()) >= SHORTEST:
        with desk.record.listing(actor, now) as listing:
            persons = _persons(listing)
            cut_short = len(persons) > SEARCHED
            found = tuple(_shown(listing, ask, persons[:SEARCHED], begins))[:most]
    look = new_look(
        ask,
        operation=Operation.READ,
        records=(str(RecordClass.WORKLIST),),
        answer=str(answer.effect),
        rule=answer.row,
        people=tuple(each.id for each in found),
    )
    desk.recorder.record(look).wait()
    return Refused(look.id, refused) if refused else OwnChildren(look.id, found, cut_short)


def _persons(listing: Listing) -> Sequence[str]:
    """One's own, one's team's and the agency's, each child once."""
    lists = (
        listing.children(listing.carried_for(), SEARCHED),
        listing.children(listing.team(), SEARCHED),
        listing.children(None, SEARCHED + 1),
    )
    return [*dict.fromkeys(person for each in lists for person in each)]


def _shown(listing: Listing, ask: Ask, persons: Sequence[str], begins: str) -> Iterator[Person]:
    people = listing.people(persons)
    named = [people[each] for each in persons if each in people and _begins(people[each].name, begins)]
    ids = [each.id for each in named]
    hidden = {
        shield.person
        for shield in listing.shields(ids)
        if shield.holds(shield.person, Shielded.IDENTITY, ask.now) and ask.actor.id not in shield.named
    }
    without = hidden | listing.untied(ids)
    return (each for each in named if each.id not in without)


def _begins(name: str, begins: str) -> bool:
    """Whether each word begins a word of the name."""
    names = _words(name)
    return all(any(each.startswith(word) for each in names) for word in _words(begins))


def _words(text: str) -> Iterable[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in plain if not unicodedata.combining(each)).split()
