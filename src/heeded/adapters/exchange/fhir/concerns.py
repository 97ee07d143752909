"""Concerns, referrals, and whatever a sender says in our own words."""

from heeded.adapters.exchange.fhir.resources.node import Coding, Node, codings, nodes, said, text
from heeded.adapters.exchange.fhir.resources.snomed import CONCERNS, FAMILY_PLANS, PLANS, REFERRALS
from heeded.adapters.exchange.fhir.telling import KIND_SYSTEM, Telling
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.vocabulary import KINDS

_NOT_SENT = frozenset({"draft", "on-hold"})
_REVOKED = "revoked"
_PHONE = frozenset({"PHONE", "VIDEOCONF"})
_LONGEST = 2_000


def tell_own_words(resource: Node, place: str, telling: Telling) -> bool:
    """Tell of a resource whose code is one of our own kinds of event; whether it was one."""
    for coding in codings(resource, "code"):
        if coding.system == KIND_SYSTEM:
            kind = coding.code.replace("_", " ")
            if kind in KINDS:
                telling.tell(resource, place, kind, {})
            else:
                near = telling.draft.hints.near(kind, KINDS)
                reason = f"there is no kind of event “{kind:.100}”.{near}"
                telling.draft.refuse(f"{place}/code", reason, grave=True)
                telling.mapped.add(id(resource))
            return True
    return False


def tell_concern(resource: Node, place: str, telling: Telling) -> bool:
    """Tell of a flag, observation or condition whose code is a safeguarding concern; whether it was one."""
    for coding in (*codings(resource, "code"), *codings(resource, "valueCodeableConcept")):
        if (found := _concern(coding)) is not None:
            kind, facts = found
            if kind == "concern raised":
                facts |= {"grounds": _grounds(resource, coding)}
            telling.tell(resource, place, kind, facts)
            return True
    return False


def tell_referral(resource: Node, place: str, telling: Telling) -> bool:
    """Tell of a request to social care, if a resource is one that was sent; whether it was."""
    codes = (
        *codings(resource, "code"),
        *codings(resource, "serviceRequested"),
        *codings(resource, "reasonCode"),
    )
    sectors = [
        REFERRALS[each.code].word
        for each in (*codes, *codings(resource, "category"))
        if each.code in REFERRALS
    ]
    if not sectors:
        return False
    if text(resource, "status") in _NOT_SENT:
        telling.note(
            place, "a referral that is a draft or on hold has not been made and is not read", resource
        )
        telling.mapped.add(id(resource))
        return True
    if text(resource, "status") == _REVOKED:
        when = telling.bundle.told() or text(resource, "authoredOn")
        telling.tell(resource, place, "referral withdrawn", {}, suffix="/revoked", when=when)
        return True
    spoken = any(each.code in _PHONE for each in codings(resource, "medium"))
    facts: dict[str, Fact] = (
        {"to": sectors[0], "by phone": True} if spoken else {"to": sectors[0], "in writing": True}
    )
    if area := _area(resource, telling):
        facts["area"] = area
    telling.tell(resource, place, "referral made", facts)
    return True


def _concern(coding: Coding) -> tuple[str, dict[str, Fact]] | None:
    if coding.code in CONCERNS:
        return "concern raised", {}
    if coding.code in PLANS:
        return "protection status checked", {"result": "protection plan"}
    if coding.code in FAMILY_PLANS:
        return "relevant information held", {"about": FAMILY_PLANS[coding.code].word}
    return None


def _grounds(resource: Node, coding: Coding) -> str:
    """What the concern rests on: the sender's notes, else what the code says."""
    notes = [text(note, "text") for note in nodes(resource, "note")]
    words = [*notes, text(resource, "comment"), text(resource, "valueString")]
    written = " ".join(filter(None, words)) or said(resource, "code") or coding.display
    return written[:_LONGEST] or CONCERNS[coding.code].word


def _area(resource: Node, telling: Telling) -> str:
    """The local authority to which a request goes, as its organisation gives its own area."""
    for key in ("performer", "recipient"):
        for reference in nodes(resource, key):
            found = telling.bundle.found(reference)
            if found.get("resourceType") == "Organization" and (area := text(found, "address", "district")):
                return area
    return ""
