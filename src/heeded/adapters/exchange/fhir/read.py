"""A bundle read into a report: its people, then each resource that says what happened."""

from collections import Counter

from heeded.adapters.exchange.fhir.composition import tell_composition
from heeded.adapters.exchange.fhir.concerns import tell_concern, tell_own_words, tell_referral
from heeded.adapters.exchange.fhir.encounter import tell_death, tell_encounter, tell_relations
from heeded.adapters.exchange.fhir.injuries import find_injuries, note_bad_codes, tell_injury
from heeded.adapters.exchange.fhir.people import describe_people
from heeded.adapters.exchange.fhir.resources.bundle import NAME, Bundle, open_bundle
from heeded.adapters.exchange.fhir.resources.node import Node, text
from heeded.adapters.exchange.fhir.resources.times import read_time
from heeded.adapters.exchange.fhir.telling import Telling
from heeded.adapters.exchange.incoming import Draft
from heeded.adapters.exchange.unreadable import UnreadableReport
from heeded.core.chronology.report import Report
from heeded.core.chronology.when import When

AROUND = frozenset(
    "Patient RelatedPerson Practitioner PractitionerRole Organization Location".split()
    + "HealthcareService MessageHeader".split()
)
"""Types that tell who and where; what they say stands in the people and events, or is not needed."""


_TAKE_BACK = "To take something back, send it with the status entered-in-error"
NOT_MADE = frozenset({"cancelled", "registered", "not-done", "planned", "preparation"})
"""States in which a resource tells of nothing that happened."""


def read_bundle(data: bytes, agency: str) -> Report:
    """The report that a FHIR bundle holds, in R4 or STU3, JSON or XML; `agency` is known at the door.

    Raises UnreadableReport where nothing of it can be taken. Every resource that is not read, and
    every code or time that cannot be, stands among the report's refusals.
    """
    bundle, draft = open_bundle(data), Draft(agency)
    people = describe_people(bundle, draft)
    if not people.patients:
        raise UnreadableReport("it tells of no patient", NAME, "Send the Patient resource with the others")
    telling = Telling(bundle, draft, people, _told(bundle, draft))
    find_injuries(telling)
    note_bad_codes(telling)
    for place, resource in bundle.entries:
        if text(resource, "status") in NOT_MADE:
            telling.note(
                place, "what was cancelled or only planned did not happen, and is not read", resource
            )
            telling.mapped.add(id(resource))
        else:
            _tell(resource, place, telling)
    tell_relations(telling)
    for place, asked in bundle.empty:
        draft.refuse(place, f"this entry holds no resource{f' ({asked:.20})' if asked else ''}. {_TAKE_BACK}")
    _note_the_rest(telling)
    return draft.report(bundle.id)


def _tell(resource: Node, place: str, telling: Telling) -> None:
    match resource.get("resourceType"):
        case "Patient":
            tell_death(resource, place, telling)
        case "Encounter":
            tell_encounter(resource, place, telling)
        case "Composition":
            tell_composition(resource, place, telling)
        case "ServiceRequest" | "ReferralRequest" | "Communication":
            tell_own_words(resource, place, telling) or tell_referral(resource, place, telling)
        case "Condition" | "Observation" | "Flag" | "BodyStructure" | "Procedure":
            if id(resource) in telling.injuries:
                tell_injury(resource, place, telling)
            else:
                tell_own_words(resource, place, telling) or tell_concern(resource, place, telling)


def _told(bundle: Bundle, draft: Draft) -> When | None:
    if not (written := bundle.told()):
        draft.refuse(
            "/Bundle/timestamp",
            "it does not say when it was written: each part counts as told when it happened",
        )
        return None
    try:
        return read_time(written)
    except ValueError as wrong:
        draft.refuse("/Bundle/timestamp", str(wrong))
        return None


def _note_the_rest(telling: Telling) -> None:
    """Point out what was not read: each type of resource once, with how many there are."""
    left = [
        (text(resource, "resourceType"), place)
        for place, resource in telling.bundle.entries
        if id(resource) not in telling.mapped and text(resource, "resourceType") not in AROUND
    ]
    count, places = Counter(kind for kind, _ in left), dict(reversed(left))
    for kind, number in count.items():
        named = kind or "no type"
        reason = f"{number:,} of {named:.60} say nothing here that is read, and are set aside"
        telling.note(places[kind], reason)
