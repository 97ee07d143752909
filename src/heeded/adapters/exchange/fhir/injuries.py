"""Injuries: conditions, observations and body structures whose codes say that they are one."""

from heeded.adapters.exchange.fhir.resources.node import Coding, Node, codings, each, nodes, said, text
from heeded.adapters.exchange.fhir.resources.snomed import (
    INJURIES,
    LATERALITY,
    SITES,
    SNOMED,
    has_check_digit,
)
from heeded.adapters.exchange.fhir.telling import Telling
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.vocabulary.words import BODY_REGIONS, BODY_SITES

MOST_SITES = 50
"""How many body sites of one injury are looked at."""
_BODY_SITE = "http://hl7.org/fhir/StructureDefinition/bodySite"
_PATHS = {
    "Condition": (("code",),),
    "Observation": (("code",), ("valueCodeableConcept",)),
    "BodyStructure": (("morphology",),),
}
_REFUTED = "refuted"


def find_injuries(telling: Telling) -> None:
    """Remember which resources are injuries, before anything that is tied to them is told of."""
    pointed = {
        id(telling.bundle.found(each_)) for _, node in telling.bundle.entries for each_ in _structures(node)
    }
    for _, resource in telling.bundle.of(*_PATHS):
        refuted = any(
            _REFUTED in (mark, *each(mark, "coding", "code")) for mark in each(resource, "verificationStatus")
        )
        if _what(resource) and not refuted and id(resource) not in pointed:
            telling.injuries[id(resource)] = resource


def tell_injury(resource: Node, place: str, telling: Telling) -> None:
    """Tell of an injury: what it is, and every site that it names."""
    coding = _what(resource)
    if coding is None:
        return
    meaning = INJURIES[coding.code]
    telling.note_unverified(place, coding.code, meaning, resource)
    facts: dict[str, Fact] = {"what": meaning.word}
    if sites := _sites(resource, place, telling):
        facts["sites"] = frozenset(sites)
    if side := _side(resource, place, telling):
        facts["side"] = side
    telling.tell(resource, place, "injury observed", facts)


def note_bad_codes(telling: Telling) -> None:
    """Point out every SNOMED code whose check digit is wrong: a digit was mistaken."""
    for place, resource in telling.bundle.entries:
        for path in (("code",), ("bodySite",), ("valueCodeableConcept",), ("location",), ("reasonCode",)):
            for coding in codings(resource, *path):
                if coding.system == SNOMED and coding.code and not has_check_digit(coding.code):
                    reason = (
                        f"the SNOMED code {coding.code:.30} has a wrong check digit: a digit was mistaken"
                    )
                    telling.note(f"{place}/{path[0]}", reason, resource)


def _what(resource: Node) -> Coding | None:
    """The code by which a resource is an injury; None where it is none."""
    for path in _PATHS.get(text(resource, "resourceType"), ()):
        for coding in codings(resource, *path):
            if coding.system == SNOMED and coding.code in INJURIES:
                return coding
    return None


def _structures(resource: Node) -> list[Node]:
    """The references to body structures that stand where R4 has a place for a body site."""
    found = [
        reference
        for extension in (*nodes(resource, "extension"), *nodes(resource, "bodySite", "extension"))
        if text(extension, "url") == _BODY_SITE
        for reference in nodes(extension, "valueReference")
    ]
    return [*found, *nodes(resource, "bodyStructure")]


def _sites(resource: Node, place: str, telling: Telling) -> set[str]:
    """The sites in the vocabulary's words; what cannot be told by code or word is pointed out."""
    concepts = [*nodes(resource, "bodySite"), *nodes(resource, "location")]
    for reference in _structures(resource):
        structure = telling.bundle.found(reference)
        telling.mapped.add(id(structure))
        concepts += nodes(structure, "location")
    if len(concepts) > MOST_SITES:
        telling.note(
            f"{place}/bodySite", f"more than {MOST_SITES} body sites: those after are set aside", resource
        )
    sites: set[str] = set()
    for concept in concepts[:MOST_SITES]:
        if site := _site(concept, place, telling, resource):
            sites.add(site)
        elif shown := said({"site": concept}, "site") or text(concept, "coding", "code"):
            reason = f"the body site “{shown:.100}” is not known here: the injury is kept without it"
            telling.note(f"{place}/bodySite", reason, resource)
    return sites


def _side(resource: Node, place: str, telling: Telling) -> str:
    """The side that body structures name; one side and then the other is both."""
    structures = [resource, *(telling.bundle.found(each) for each in _structures(resource))]
    sides = set()
    for structure in structures:
        for coding in codings(structure, "locationQualifier"):
            if coding.system == SNOMED and (meaning := LATERALITY.get(coding.code)):
                telling.note_unverified(f"{place}/locationQualifier", coding.code, meaning, resource)
                sides.add(meaning.word)
    return "both" if len(sides) > 1 else next(iter(sides), "")


def _site(concept: Node, place: str, telling: Telling, resource: Node) -> str:
    """A site by its words, where they name a region; else by its code; else by its words, if wide."""
    spoken = " ".join(said({"site": concept}, "site").lower().split())
    if spoken in BODY_REGIONS:
        return spoken
    for coding in codings({"site": concept}, "site"):
        if coding.system == SNOMED and (meaning := SITES.get(coding.code)):
            telling.note_unverified(f"{place}/bodySite", coding.code, meaning, resource)
            return meaning.word
    return spoken if spoken in BODY_SITES else ""
