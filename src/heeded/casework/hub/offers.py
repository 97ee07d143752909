"""What was offered and is not accepted: on the desk of whoever offered it, and of whoever must answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from heeded.casework.hub.owing import first_due
from heeded.casework.invariants import accepted, offer_of
from heeded.casework.ports.desks import Card, Desk
from heeded.casework.ports.duties import Owed
from heeded.core.chronology.answering import addressed
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry

OFFERED, REFUSED = "offered", "refused"
"""How an offer stands that is not accepted."""
_OFFER, _REFUSAL = "hand-over offered", "hand-over refused"


def offers(chronology: Chronology, owed: Sequence[Owed], now: int) -> Iterator[Card]:
    """The offers that nobody has accepted in writing: each is still its offerer's, who sees so.

    One that was refused waits for nobody's answer, and stays with its offerer until they offer it anew or
    somebody accepts it.
    """
    told = [event.entry for event in chronology.as_known(now)]
    made = [entry for entry in told if entry.kind == _OFFER]
    refusals = {
        offer.id: entry
        for entry in told
        if entry.kind == _REFUSAL and (offer := offer_of(entry, chronology)) is not None
    }
    for offer in made:
        if accepted(offer, chronology) is None and not _offered_anew(offer, made):
            yield from _cards(offer, refusals.get(offer.id), chronology, owed)


def _cards(
    offer: Entry, refusal: Entry | None, chronology: Chronology, owed: Sequence[Owed]
) -> Iterator[Card]:
    to = addressed(offer, chronology)
    key = offer.keys.get("hand-over", "")
    lines = [line for line in owed if line.finding.child == offer.child and key and line.finding.key == key]
    lines.sort(key=first_due)
    first = lines[0] if lines else None
    desks = [(Desk.OFFERED_BY_US, offer.source.agency)]
    desks += [] if refusal else [(Desk.OFFERED_TO_US, agency) for agency in to]
    for desk, agency in desks:
        yield Card(
            agency=agency,
            desk=desk,
            key=key,
            child=offer.child,
            stage=REFUSED if refusal else OFFERED,
            since=(refusal or offer).happened.earliest,
            came=offer.happened.earliest,
            kind=_OFFER,
            sender=offer.source.agency,
            rule=first.finding.rule if first else "",
            owed=first.owed if first else "",
            due=first.finding.due if first else None,
            owing=tuple(dict.fromkeys(line.agency for line in lines if line.agency)),
            parties=to,
            line=next((line.key for line in lines if line.agency == agency), None),
        )


def _offered_anew(offer: Entry, made: Sequence[Entry]) -> bool:
    """Whether the same agency has since offered the same referral or plan again."""
    return any(
        other.id != offer.id
        and other.child == offer.child
        and other.source.agency == offer.source.agency
        and (other.happened.earliest, *other.said) > (offer.happened.earliest, *offer.said)
        and any(
            offer.keys.get(name) and offer.keys[name] == other.keys.get(name) for name in ("referral", "plan")
        )
        for other in made
    )
