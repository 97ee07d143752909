"""The cards of an agency's desks, shown to whoever may see them, and recorded before they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from heeded.casework.looking.ask import Ask, Desk, Refused
from heeded.casework.looking.deciding.decided import new_look
from heeded.casework.looking.worklist import AT_WORK
from heeded.casework.ports.desks import Card, Laid, Wanted
from heeded.casework.ports.lists import Listing, Place
from heeded.casework.ports.looks import Look
from heeded.core.access import Actor, Answer, Operation, RecordClass, Stated
from heeded.core.access.shield import Shielded
from heeded.core.chronology.people import Person

AT_MOST = 50
"""How many cards a page holds."""


@dataclass(frozen=True, slots=True)
class CardShown:
    """A card as its reader sees it; the child has no name where a shield holds it back."""

    id: str
    family: str
    child: Person
    card: Card
    line: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a desk, in its order; where the next one begins, if any."""

    cards: tuple[CardShown, ...]
    next_after: Place | None

    @property
    def households(self) -> tuple[tuple[CardShown, ...], ...]:
        """The cards grouped by household, in the order of each household's first."""
        grouped: dict[str, list[CardShown]] = {}
        for each in self.cards:
            grouped.setdefault(each.family, []).append(each)
        return tuple(tuple(group) for group in grouped.values())


@dataclass(frozen=True, slots=True)
class Asked:
    """A page that is asked for: of what, from after which place, and how long it may be."""

    wanted: Wanted
    after: Place | None = None
    limit: int = AT_MOST


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at, under one look: the pages in the order in which they were asked for.

    `mark` stays the same as long as just this would be shown, with just this overdue.
    """

    look: str
    pages: tuple[Page, ...]
    unverified: str = ""
    mark: str = ""


def look_at(
    desk: Desk, actor: Actor, now: int, stated: Stated | None, asked: Sequence[Asked]
) -> Looked | Refused:
    """Pages of the reader's agency's desks, without those of households that the reader belongs to."""
    ask = Ask(actor=actor, child="", now=now, stated=stated)
    answer = desk.policy.decide(actor, AT_WORK, RecordClass.HUB_BOARD, Operation.READ, stated, now)
    if not answer.permitted:
        look = _look(ask, answer)
        desk.recorder.record(look).wait()
        return Refused(look.id, answer.said)
    with desk.record.listing(actor, now) as listing:
        held = [listing.cards(each.wanted, each.after, each.limit + 1) for each in asked]
        shown = [cards[: each.limit] for cards, each in zip(held, asked, strict=True)]
        children = tuple(dict.fromkeys(laid.card.child for cards in shown for laid in cards))
        look = _look(ask, answer, children)
        recorded = desk.recorder.record(look)
        people = _people(listing, ask, children)
    recorded.wait()
    pages = _pages(held, asked, people)
    return Looked(look.id, pages, answer.unverified, _mark(pages, now))


def as_they_were(
    desk: Desk, actor: Actor, now: int, stated: Stated | None, asked: Sequence[Asked], mark: str
) -> bool:
    """Whether pages that somebody has open would be shown as they were, by the mark that they had.

    Nothing of them is told, so that this is no look of its own: it goes with the one that opened the page.
    What changed is shown by another look, which is recorded. False where the reader may see nothing.
    """
    ask = Ask(actor=actor, child="", now=now, stated=stated)
    answer = desk.policy.decide(actor, AT_WORK, RecordClass.HUB_BOARD, Operation.READ, stated, now)
    if not answer.permitted:
        return False
    with desk.record.listing(actor, now) as listing:
        held = [listing.cards(each.wanted, each.after, each.limit + 1) for each in asked]
        children = tuple(
            dict.fromkeys(
                laid.card.child
                for cards, each in zip(held, asked, strict=True)
                for laid in cards[: each.limit]
            )
        )
        people = _people(listing, ask, children)
    return _mark(_pages(held, asked, people), now) == mark


def _pages(
    held: Sequence[Sequence[Laid]], asked: Sequence[Asked], people: Mapping[str, Person]
) -> tuple[Page, ...]:
    found = []
    for cards, each in zip(held, asked, strict=True):
        kept = cards[: each.limit]
        shown = tuple(_shown(laid, people) for laid in kept)
        found.append(Page(shown, _next(kept) if len(cards) > len(kept) else None))
    return tuple(found)


def _mark(pages: Sequence[Page], now: int) -> str:
    """A digest of what pages show, and of what is overdue in them at a moment (seconds UTC)."""
    late = [card.card.due is not None and card.card.due < now for page in pages for card in page.cards]
    return sha256(repr((pages, late)).encode()).hexdigest()


def _people(listing: Listing, ask: Ask, children: Sequence[str]) -> dict[str, Person]:
    """Who the children are, without those whose identity a shield holds back from this reader."""
    if not children:
        return {}
    found = listing.people(children)
    hidden = {
        shield.person
        for shield in listing.shields(children)
        if shield.holds(shield.person, Shielded.IDENTITY, ask.now) and ask.actor.id not in shield.named
    }
    hidden |= listing.untied(children)
    return {id_: person for id_, person in found.items() if id_ not in hidden}


def _shown(laid: Laid, people: Mapping[str, Person]) -> CardShown:
    child = laid.card.child
    return CardShown(laid.id, laid.family, people.get(child, Person(child)), laid.card, laid.line)


def _next(kept: Sequence[Laid]) -> Place | None:
    return (kept[-1].place, kept[-1].id) if kept else None


def _look(ask: Ask, answer: Answer, children: tuple[str, ...] = ()) -> Look:
    return new_look(
        ask,
        operation=Operation.READ,
        records=(str(RecordClass.HUB_BOARD),),
        answer=str(answer.effect),
        rule=answer.row,
        people=children,
    )
