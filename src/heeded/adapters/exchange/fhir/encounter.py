"""An emergency attendance: the child's coming, who came along, and the child's leaving."""

from heeded.adapters.exchange.fhir.people import accompanied, relation
from heeded.adapters.exchange.fhir.resources.node import Node, codings, nodes, said, text
from heeded.adapters.exchange.fhir.resources.snomed import INJURIES
from heeded.adapters.exchange.fhir.telling import Telling
from heeded.core.chronology.entry import Fact

EMERGENCY = frozenset({"EMER"})
"""Classes of an encounter (HL7 v3 ActCode) that are an emergency attendance."""
MOST_COMPANIONS = 10
"""How many of those who came along are named."""
_AGAINST_ADVICE = "aadvice"
_PLACES = {"home": "home", "other-hcf": "other hospital"}
"""Discharge dispositions of FHIR in the vocabulary's words."""
_LEFT = frozenset({"finished", "completed"})


def tell_encounter(encounter: Node, place: str, telling: Telling) -> None:
    """Tell of the attendance that an encounter is, and of its end where it has ended."""
    classes = {each.code for each in codings(encounter, "class")}
    unsaid_in_stu3 = telling.bundle.is_stu3 and not classes
    if EMERGENCY.isdisjoint(classes) and not unsaid_in_stu3:
        shown = said(encounter, "class") or text(encounter, "class", "code") or "none is given"
        telling.note(place, f"only emergency encounters are read, not this class: {shown:.60}", encounter)
        telling.mapped.add(id(encounter))
        return
    facts: dict[str, Fact] = {"unscheduled": True}
    companions = _companions(encounter, telling)
    if len(companions) > MOST_COMPANIONS:
        telling.note(place, f"more than {MOST_COMPANIONS} came along: only the first are named", encounter)
    if came := "; ".join(filter(None, map(accompanied, companions[:MOST_COMPANIONS]))):
        facts["brought by"] = came
    if reason := _reason(encounter, place, telling):
        facts["reason"] = reason
    telling.tell(encounter, place, "hospital attendance", facts)
    if (end := text(encounter, "period", "end")) and text(encounter, "status") in _LEFT:
        _tell_leaving(encounter, place, end, telling)


def tell_death(patient: Node, place: str, telling: Telling) -> None:
    """Tell that a child died, where the patient's record says when."""
    if when := text(patient, "deceasedDateTime"):
        ref = f"{telling.people.ref(patient)}/death"
        telling.tell(patient, place, "death", {}, when=when, ref=ref)
    elif text(patient, "deceasedBoolean") == "true":
        reason = "it says that the child died, and not when: send deceasedDateTime"
        telling.draft.refuse(f"{place}/deceasedBoolean", reason, telling.people.ref(patient), grave=True)


def _companions(encounter: Node, telling: Telling) -> list[Node]:
    """Those who came along: named by the encounter, or, in a message of STU3, all whom it describes."""
    named = [telling.bundle.found(each) for each in nodes(encounter, "participant", "individual")]
    found = [person for person in named if person.get("resourceType") == "RelatedPerson"]
    return found or ([person for _, _, person in telling.people.related] if telling.bundle.is_stu3 else [])


def _reason(encounter: Node, place: str, telling: Telling) -> str:
    """What the child came for: an injury, if a code or a condition says so; otherwise left unsaid."""
    complaint = [*codings(encounter, "reasonCode"), *codings(encounter, "reason")]
    if telling.injuries or any(each.code in INJURIES for each in complaint):
        return "injury"
    if words := said(encounter, "reasonCode") or said(encounter, "reason"):
        reason = f"the complaint “{words:.200}” is not read: no code in it says that it is an injury"
        telling.note(f"{place}/reasonCode", reason, encounter)
    return ""


def tell_relations(telling: Telling) -> None:
    """Tell who each related person is to the child."""
    for place, child, person in telling.people.related:
        if word := relation(person):
            facts: dict[str, Fact] = {"person": telling.people.ref(person), "to": child, "relation": word}
            ref = f"{child}/{facts['person']}/{word}"
            telling.tell(person, place, "relationship recorded", facts, ref=ref)


def _tell_leaving(encounter: Node, place: str, end: str, telling: Telling) -> None:
    """Tell that the child left: as planned, or against advice."""
    codes = {each.code for each in codings(encounter, "hospitalization", "dischargeDisposition")}
    if _AGAINST_ADVICE in codes:
        telling.tell(encounter, place, "removal against advice", {}, suffix="/left", when=end)
        return
    where = next((_PLACES[code] for code in sorted(codes) if code in _PLACES), "")
    if not where and (words := said(encounter, "hospitalization", "dischargeDisposition")):
        reason = f"where the child went (“{words:.200}”) is not read: use FHIR's discharge dispositions"
        telling.note(f"{place}/hospitalization/dischargeDisposition", reason, encounter)
    facts: dict[str, Fact] = {"to": where} if where else {}
    telling.tell(encounter, place, "hospital discharge", facts, suffix="/left", when=end)
