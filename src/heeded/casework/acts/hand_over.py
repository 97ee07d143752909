"""Hand a child's work over: it stays the one's who offers it until the other accepts in writing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from heeded.casework.acting import Act, By, Desk, Done, NotNow, NotYours, Telling, Under, carry_out
from heeded.casework.acting.carry_out import Before, Completes, as_it_is
from heeded.casework.acting.fit import require
from heeded.casework.invariants import BELONGING, accepted, offer_of
from heeded.core.access import Operation, RecordClass
from heeded.core.chronology.answering import addressed
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.report import own


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """What is offered: a child's work, to a sector in an area (empty: where the child lives).

    `keys` say which referral or plan it is about.
    """

    child: str
    to: str
    area: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)


def hand_over(offer: HandOver, by: By, desk: Desk) -> Done:
    """Offer a child's work to another agency; `keys` of what comes back names the hand-over."""
    key = own(by.actor.agency, f"hand-over {by.request}")
    facts: dict[str, Fact] = {
        "to": offer.to,
        "in writing": True,
        **({"area": offer.area} if offer.area else {}),
    }
    told = Telling(
        kind="hand-over offered", child=offer.child, facts=facts, keys={**offer.keys, "hand-over": key}
    )
    return _act("hand over", told, by, desk, _reaches_somebody(told))


def accept(child: str, hand_over: str, by: By, desk: Desk) -> Done:
    """Accept in writing what was offered: from now on it is the accepting agency's."""
    told = Telling(
        kind="hand-over accepted", child=child, facts={"in writing": True}, keys={"hand-over": hand_over}
    )
    return _act("accept", told, by, desk, _waits(told), _of_the_offer)


def refuse_hand_over(child: str, hand_over: str, reason: str, by: By, desk: Desk) -> Done:
    """Refuse in writing, with a reason: it stays the offerer's, who is told."""
    facts: dict[str, Fact] = {"in writing": True, **({"reason": reason} if reason.strip() else {})}
    told = Telling(kind="hand-over refused", child=child, facts=facts, keys={"hand-over": hand_over})
    require(told, "reason")
    return _act("refuse", told, by, desk, _waits(told), _of_the_offer)


def _act(
    verb: str, told: Telling, by: By, desk: Desk, before: Before, completes: Completes = as_it_is
) -> Done:
    act = Act(
        verb=verb,
        operation=Operation.HAND_OVER,
        record=RecordClass.WORKLIST,
        told=told,
        before=before,
        completes=completes,
        keys={"hand-over": told.keys["hand-over"]},
    )
    return carry_out(act, by, desk)


def _reaches_somebody(told: Telling) -> Before:
    """Refuse an offer that no agency would get."""

    def before(under: Under) -> Sequence[Telling]:
        offer = under.proposed(told)
        if not addressed(offer, under.chronology, under.work.agencies):
            area = told.facts.get("area") or under.chronology.area_of(under.child) or "no area on record"
            raise NotNow(
                "hand over",
                f"the record knows no other agency of the sector {told.facts['to']} for {area}",
                "Name the area as it stands in the list of agencies, and ring the agency",
            )
        return ()

    return before


def _waits(told: Telling) -> Before:
    """Refuse an answer to what nobody offered, or to what was accepted already."""

    def before(under: Under) -> Sequence[Telling]:
        offer = offer_of(under.proposed(told), under.chronology)
        if offer is None:
            raise NotYours(
                told.kind,
                "nothing of this name was offered for this child",
                "Look at the chronology for what was offered: whoever hands over offers it first",
            )
        taken = accepted(offer, under.chronology)
        if taken is not None:
            raise NotNow(
                told.kind,
                f"it was accepted in writing by {_name(taken, under)} already",
                "Whoever accepted it offers it anew",
            )
        return ()

    return before


def _of_the_offer(under: Under, entry: Entry) -> Entry:
    """An answer with the keys of its offer: it belongs to the same referral and plan."""
    offer = offer_of(under.work.as_held(entry), under.chronology)
    kept = offer.keys if offer else {}
    keys = {name: value for name, value in kept.items() if name in BELONGING}
    return replace(entry, keys={**keys, **entry.keys})


def _name(entry: Entry, under: Under) -> str:
    agency = under.work.agencies.get(entry.source.agency)
    return agency.name if agency else entry.source.agency
