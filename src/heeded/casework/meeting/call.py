"""Call a strategy discussion: say why, when and how, and ask each agency for what it knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from heeded.casework.acting import Act, By, Desk, Done, NotNow, NotYours, Telling, Under, Unfit, carry_out
from heeded.casework.acting.carry_out import Before
from heeded.casework.acting.permission import SOCIAL_CARE
from heeded.core.access import Operation, RecordClass, Role
from heeded.core.access.bond import is_reason
from heeded.core.chronology.answering import ONE_AGENCY
from heeded.core.chronology.people import Agency
from heeded.core.chronology.report import own
from heeded.core.evidence.discussions import CALLED, discussions
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.unknowns.requests import REQUESTED

QUESTION = "For the strategy discussion: what does your agency know of the child and the household?"
"""What each agency that is called is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A discussion that is to be held about a child: why, how they are to meet, and which agencies come."""

    child: str
    reason: str
    arrangements: str = ""
    held_as: str = ""
    invited: tuple[Agency, ...] = ()


def may_convene(by: By) -> bool:
    """Whether somebody may call and close one: social care, or a hub coordinator.

    That social care convenes: Working Together to Safeguard Children, on strategy discussions
    (unverified: the wording was not read).
    """
    return by.actor.sector == SOCIAL_CARE or Role.HUB_COORDINATOR in by.actor.roles


def call_discussion(call: Call, by: By, desk: Desk) -> Done:
    """Call it; `keys` of what comes back names the meeting. Each agency is asked in writing, and can answer.

    NotNow where one about the child is open already: two who call at once call one.
    """
    if not may_convene(by):
        raise NotYours(
            "the strategy discussion",
            "social care or the hub calls it",
            "Ring them now and say that you ask for one; record your concern so that they owe it",
        )
    if not is_reason(call.reason):
        raise Unfit(
            "the strategy discussion",
            "it does not say why it is called",
            "Say why, in a sentence of five words or more",
        )
    invited = [agency for agency in call.invited if agency.id != by.actor.agency]
    if not invited:
        raise Unfit(
            "the strategy discussion", "nobody is asked to come", "Choose the agencies that are to come"
        )
    key = own(by.actor.agency, f"meeting {by.request}")
    told = Telling(kind=CALLED, child=call.child, keys={"meeting": key}, facts=_facts(call, invited))
    act = Act(
        verb="call discussion",
        operation=Operation.REQUEST,
        record=RecordClass.OTHER_ENTRY,
        told=told,
        also=tuple(_asks(call, agency, key, by) for agency in invited),
        before=_none_open(invited),
        keys={"meeting": key},
    )
    return carry_out(act, by, desk)


def _facts(call: Call, invited: Sequence[Agency]) -> dict[str, str | frozenset[str]]:
    facts: dict[str, str | frozenset[str]] = {
        "reason": call.reason.strip(),
        "to": frozenset(agency.sector for agency in invited),
    }
    if call.arrangements.strip():
        facts["arrangements"] = call.arrangements.strip()
    if call.held_as:
        facts["to be held as"] = call.held_as
    return facts


def _asks(call: Call, agency: Agency, meeting: str, by: By) -> Telling:
    question = " ".join(filter(None, (QUESTION, call.arrangements.strip())))
    return Telling(
        kind=REQUESTED,
        child=call.child,
        keys={"meeting": meeting, "request": own(by.actor.agency, f"request {by.request} {agency.id}")},
        facts={"to": frozenset({agency.sector}), ONE_AGENCY: agency.id, "question": question},
    )


def _none_open(invited: Sequence[Agency]) -> Before:
    def before(under: Under) -> Sequence[Telling]:
        for agency in invited:
            if agency.id not in under.work.agencies:
                raise Unfit(
                    "the strategy discussion",
                    f"no agency {agency.id} takes part here",
                    "Choose from the agencies of the record",
                )
        found = discussions(Seen.of(under.chronology, under.by.now), under.child)
        if any(each.open for each in found):
            raise NotNow(
                "the strategy discussion",
                "one about this child has been called and is not held yet",
                "Go into that one; who is missing there can be asked to it",
            )
        return ()

    return before
