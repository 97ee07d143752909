"""Ask another agency for what it knows; give it, or refuse for the one reason that the law knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from heeded.casework.acting import Act, By, Desk, Done, NotNow, NotYours, Telling, Under, Unfit, carry_out
from heeded.casework.acting.carry_out import Before, Completes
from heeded.casework.acting.fit import require
from heeded.core.access import Operation, RecordClass
from heeded.core.access.bond import is_reason
from heeded.core.chronology.answering import ONE_AGENCY, addressed
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.report import own

BELONGING = ("request", "enquiry", "referral")
"""The keys by which an answer belongs to a request."""
MORE_DETRIMENTAL = "CA2004-s16LA"
"""The legal basis whose condition is the one ground of refusal: telling would harm the child more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked about a child, and of which sectors; `keys` say for which enquiry or referral.

    `asks` are questions of the record's list, `question` anything in words; one of the two is needed.
    `agency`, where it is given, is the only one that is asked, by id; then `to` may be left out.
    """

    child: str
    to: frozenset[str] = frozenset()
    question: str = ""
    asks: frozenset[str] = frozenset()
    agency: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)


def request_information(request: Request, by: By, desk: Desk) -> Done:
    """Ask agencies what they know; `keys` of what comes back names the request."""
    key = own(by.actor.agency, f"request {by.request}")
    said: dict[str, Fact] = {
        "to": request.to,
        ONE_AGENCY: request.agency,
        "question": request.question.strip(),
        "asks": request.asks,
    }
    facts = {name: value for name, value in said.items() if value}
    told = Telling(
        kind="information requested", child=request.child, keys={**request.keys, "request": key}, facts=facts
    )
    if not request.asks:
        require(told, "question")
    if not request.to and not request.agency:
        raise Unfit(
            "the request", "it is addressed to nobody", "Name the sectors that are asked, or an agency"
        )
    act = Act(
        verb="request information",
        operation=Operation.REQUEST,
        record=RecordClass.OTHER_ENTRY,
        told=told,
        before=_there_is(request.agency),
        completes=_to_its_sector,
        keys={"request": key},
    )
    return carry_out(act, by, desk)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer to a request about a child, by the request's key.

    `words` say in short what was told; `answers` which of the questions asked that is (none: all of them);
    `nothing_held` that the agency looked and holds nothing of it, which is an answer too.
    """

    child: str
    request: str
    words: str = ""
    answers: frozenset[str] = frozenset()
    nothing_held: bool = False


def give(reply: Reply, by: By, desk: Desk) -> Done:
    """Write down, in answer to a request, that one's agency told in writing what it knows."""
    said: dict[str, Fact] = {
        "in writing": True,
        "answer": reply.words.strip(),
        "answers": reply.answers,
        "nothing held": reply.nothing_held,
    }
    told = Telling(
        kind="information given",
        child=reply.child,
        keys={"request": reply.request},
        facts={name: value for name, value in said.items() if value},
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


def _there_is(agency: str) -> Before:
    """Refuse a request to an agency that takes no part here, or to one's own."""

    def before(under: Under) -> Sequence[Telling]:
        if agency and agency not in under.work.agencies:
            raise Unfit("the request", f"no agency {agency} takes part here", "Name it as the record does")
        if agency and agency == under.by.actor.agency:
            raise Unfit("the request", "it is made of your own agency", "Record what your agency knows")
        return ()

    return before


def _to_its_sector(under: Under, entry: Entry) -> Entry:
    """A request, addressed to the sector of the one agency that is asked."""
    asked = under.work.agencies.get(str(entry.facts.get(ONE_AGENCY, "")))
    return replace(entry, facts={**entry.facts, "to": frozenset({asked.sector})}) if asked else entry


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
