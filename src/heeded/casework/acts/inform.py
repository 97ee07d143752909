"""Ask another agency for what it knows; give it, or refuse for the one reason that the law knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from heeded.casework.acting import Act, By, Desk, Done, NotNow, NotYours, Telling, Under, Unfit, carry_out
from heeded.casework.acting.carry_out import Before, Completes
from heeded.casework.acting.fit import require
from heeded.core.access import Operation, RecordClass
from heeded.core.access.bond import is_reason
from heeded.core.chronology.answering import addressed
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.report import own

BELONGING = ("request", "enquiry", "referral")
"""The keys by which an answer belongs to a request."""
MORE_DETRIMENTAL = "CA2004-s16LA"
"""The legal basis whose condition is the one ground of refusal: telling would harm the child more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked about a child, and of which sectors; `keys` say for which enquiry or referral."""

    child: str
    to: frozenset[str]
    question: str
    keys: Mapping[str, str] = field(default_factory=dict)


def request_information(request: Request, by: By, desk: Desk) -> Done:
    """Ask agencies what they know; `keys` of what comes back names the request."""
    key = own(by.actor.agency, f"request {by.request}")
    facts: dict[str, Fact] = {
        "to": request.to,
        **({"question": request.question} if request.question.strip() else {}),
    }
    told = Telling(
        kind="information requested", child=request.child, keys={**request.keys, "request": key}, facts=facts
    )
    require(told, "question")
    if not request.to:
        raise Unfit("the request", "it is addressed to nobody", "Name the sectors that are asked")
    act = Act(
        verb="request information",
        operation=Operation.REQUEST,
        record=RecordClass.OTHER_ENTRY,
        told=told,
        keys={"request": key},
    )
    return carry_out(act, by, desk)


def give(child: str, request: str, by: By, desk: Desk) -> Done:
    """Write down, in answer to a request (by its key), that one's agency told in writing what it knows."""
    told = Telling(
        kind="information given", child=child, keys={"request": request}, facts={"in writing": True}
    )
    return _answer("give", told, by, desk, _to_the_asker)


def refuse_to_give(child: str, request: str, reason: str, by: By, desk: Desk) -> Done:
    """Refuse because telling would harm the child more than not telling, and say how.

    Children Act 2004, section 16LA(3), is the one ground (see `legal_bases.yaml`, which marks what nobody
    has checked); that the reason is written down is good practice.
    """
    if not is_reason(reason):
        raise Unfit(
            "the refusal",
            "it does not say how telling would harm the child more than not telling",
            "Say how, in five words or more; there is no other ground "
            "(Children Act 2004, s16LA(3); unverified: nobody has checked that it is in force)",
        )
    told = Telling(
        kind="information refused",
        child=child,
        keys={"request": request},
        facts={"reason": reason, "more detrimental": True},
    )
    return _answer("refuse to give", told, by, desk, _of_the_request)


def _answer(verb: str, told: Telling, by: By, desk: Desk, completes: Completes) -> Done:
    act = Act(
        verb=verb,
        operation=Operation.GIVE,
        record=RecordClass.OWN_ENTRY,
        told=told,
        before=_asked(told),
        completes=completes,
        keys={"request": told.keys["request"]},
    )
    return carry_out(act, by, desk)


def _request(key: str, under: Under) -> Entry | None:
    asked = [each for each in under.of_kind("information requested") if each.keys.get("request") == key]
    return asked[-1] if asked else None


def _asked(told: Telling) -> Before:
    """Refuse an answer to what was not asked, or was asked of others."""

    def before(under: Under) -> Sequence[Telling]:
        request = _request(told.keys["request"], under)
        if request is None:
            raise NotNow(
                "the answer",
                "the record holds no such request about this child",
                "Name it as it stands in the chronology; what you know can be recorded unasked",
            )
        if under.by.actor.agency not in addressed(request, under.chronology, under.work.agencies):
            raise NotYours("the answer", "it was asked of others", "What you know can be recorded unasked")
        return ()

    return before


def _of_the_request(under: Under, entry: Entry) -> Entry:
    """An answer with the keys of its request: it belongs to the same enquiry and referral."""
    request = _request(entry.keys["request"], under)
    kept = request.keys if request else {}
    keys = {name: value for name, value in kept.items() if name in BELONGING}
    return replace(entry, keys={**keys, **entry.keys})


def _to_the_asker(under: Under, entry: Entry) -> Entry:
    """What is given, addressed to the sector of whoever asked."""
    request = _request(entry.keys["request"], under)
    asker = under.work.agencies.get(request.source.agency) if request else None
    to = {"to": frozenset({asker.sector})} if asker else {}
    return _of_the_request(under, replace(entry, facts={**entry.facts, **to}))
