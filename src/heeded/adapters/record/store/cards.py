"""Cards as rows, and rows as cards: what lies on agencies' desks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.transaction import Row
from heeded.casework.ports.desks import Card, Desk, Silence
from heeded.core.evidence.front_door import Stage

NO_DEADLINE = 2**63 - 1
"""Where a card lies in the order of its stage that has no deadline: last."""


def card_rows(naming: Naming, family: str, cards: Iterable[Card]) -> Iterator[tuple[object, ...]]:
    """The rows of a family's cards, in the order of `put_card`."""
    for card in cards:
        yield (
            *(naming.card(*card.name), card.agency, str(card.desk), card.stage, place_of(card)),
            *(
                UUID(family),
                UUID(card.child),
                card.key,
                card.since,
                card.came,
                card.kind,
                card.sender,
                card.source,
            ),
            *(card.lead, card.rule, card.owed, card.due, list(card.owing), list(card.parties)),
            *([each.agency for each in card.silent], [each.since for each in card.silent], card.opposed),
            naming.duty(*card.line) if card.line else None,
        )


def place_of(card: Card) -> int:
    """Where a card lies in the order of its stage: what is due first; what was decided, the latest first."""
    if card.desk is Desk.TRIAGE and card.stage == Stage.DECIDED:
        return -card.since
    return NO_DEADLINE if card.due is None else card.due


def card_of(row: Row) -> Card:
    """The card of a row of `cards`, from its agency on."""
    (agency, desk, stage, person, key, since, came, kind, sender, source, lead, rule, owed, *rest) = row
    due, owing, parties, silent, silent_since, opposed = rest
    return Card(
        agency=agency,
        desk=Desk(desk),
        key=key,
        child=str(person),
        stage=stage,
        since=since,
        came=came,
        kind=kind,
        sender=sender,
        source=source,
        lead=lead,
        rule=rule,
        owed=owed,
        due=due,
        owing=tuple(owing),
        parties=tuple(parties),
        silent=tuple(Silence(*each) for each in zip(silent, silent_since, strict=True)),
        opposed=opposed,
    )
