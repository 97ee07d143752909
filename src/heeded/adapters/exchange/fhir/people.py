"""The people of a bundle: the child it is about, and those who came along."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from heeded.adapters.exchange.fhir.resources.bundle import Bundle
from heeded.adapters.exchange.fhir.resources.node import Node, codings, first, nodes, said, text
from heeded.adapters.exchange.incoming import Draft, read_day
from heeded.adapters.exchange.incoming.identifiers import described_as
from heeded.core.chronology.report import LOCAL_ID, NHS_NUMBER, Described, Identifier

NHS_SYSTEMS = ("https://fhir.nhs.uk/Id/nhs-number", "http://fhir.nhs.net/Id/nhs-number")
"""The system of NHS numbers, and its name before STU3."""
CHILDREN = frozenset(
    "CHILD SIB SIBLING BRO SIS HBRO HSIB HSIS NBRO NSIB NSIS STPBRO STPSIB STPSIS TWIN".split()
)
"""Relationships (HL7 v3 RoleCode) of people who may be children themselves."""
_RELATIONS = {
    "MTH": "mother",
    "NMTH": "mother",
    "FTH": "father",
    "NFTH": "father",
    "PRN": "parent",
    "NPRN": "parent",
    "STPPRN": "step-parent",
    "STPMTH": "step-parent",
    "STPFTH": "step-parent",
    "GRPRN": "grandparent",
    "GRMTH": "grandparent",
    "GRFTH": "grandparent",
    "MGRMTH": "grandparent",
    "MGRFTH": "grandparent",
    "PGRMTH": "grandparent",
    "PGRFTH": "grandparent",
    "SIB": "sibling",
    "NSIB": "sibling",
    "BRO": "sibling",
    "SIS": "sibling",
    "HSIB": "half-sibling",
    "HBRO": "half-sibling",
    "HSIS": "half-sibling",
    "STPSIB": "step-sibling",
    "AUNT": "aunt",
    "UNCLE": "uncle",
    "COUSN": "cousin",
    "PRNFOST": "foster carer",
}
"""HL7 v3 RoleCode in the vocabulary's words."""


@dataclass(slots=True)
class People:
    """Who is who: the ref of each patient and related person, by the resource that describes them."""

    refs: dict[int, str] = field(default_factory=dict)
    patients: list[str] = field(default_factory=list)
    related: list[tuple[str, str, Node]] = field(default_factory=list)

    def ref(self, resource: Node) -> str:
        """The ref of the person whom a resource describes; empty where it describes none."""
        return self.refs.get(id(resource), "")


def describe_people(bundle: Bundle, draft: Draft) -> People:
    """Describe to the draft every patient and related person of the bundle."""
    people = People()
    for place, patient in bundle.of("Patient"):
        ref = _patient_ref(patient)
        people.refs[id(patient)] = ref
        if not draft.knows(ref):
            people.patients.append(ref)
            draft.describe(_described(patient, ref, place, draft, adult=False), place)
    for place, person in bundle.of("RelatedPerson"):
        of = people.ref(bundle.found(first(person, "patient"))) or next(iter(people.patients), "")
        ref = _related_ref(person, of)
        people.refs[id(person)] = ref
        people.related.append((place, of, person))
        if not draft.knows(ref):
            adult = CHILDREN.isdisjoint(each.code for each in codings(person, "relationship"))
            draft.describe(_described(person, ref, place, draft, adult=adult), place)
    return people


def relation(person: Node) -> str:
    """What a related person is to the child, in the vocabulary's words; empty where none fits."""
    words = said(person, "relationship").lower()
    found = next(
        (_RELATIONS[each.code] for each in codings(person, "relationship") if each.code in _RELATIONS), ""
    )
    return found or (
        words if words in {*_RELATIONS.values(), "partner of a parent", "friend of the family"} else ""
    )


def name_of(person: Node) -> str:
    """A person's name as it is written, or put together from its parts."""
    name = first(person, "name")
    parts = [*_texts(name, "given"), *_texts(name, "family")]
    return text(name, "text") or " ".join(parts)


def accompanied(person: Node) -> str:
    """Somebody who came along, in the words of the record: name and relationship."""
    name, words = name_of(person), said(person, "relationship") or relation(person)
    return f"{name} ({words})" if name and words else name or words


def _texts(node: Node, key: str) -> Iterator[str]:
    value = node.get(key)
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, str) and part.strip():
            yield part.strip()


def _patient_ref(patient: Node) -> str:
    """The hospital's own number, which stays the same from bundle to bundle; else the NHS number or id."""
    own = [
        text(each, "value")
        for each in nodes(patient, "identifier")
        if text(each, "system") not in NHS_SYSTEMS
    ]
    nhs = [
        text(each, "value") for each in nodes(patient, "identifier") if text(each, "system") in NHS_SYSTEMS
    ]
    return next(
        filter(None, (*own, *(f"NHS number {value}" for value in nhs if value))), text(patient, "id") or "1"
    )


def _related_ref(person: Node, of: str) -> str:
    """A number if there is one; else child, relationship and name, since ids change from bundle to bundle."""
    number = text(person, "identifier", "value")
    named = "/".join(filter(None, (relation(person) or said(person, "relationship"), name_of(person))))
    return number or f"{of}/{named or text(person, 'id') or 'somebody'}"


def _described(person: Node, ref: str, place: str, draft: Draft, *, adult: bool) -> Described:
    address = first(person, "address")
    lines = text(address, "text") or ", ".join((*_texts(address, "line"), *_texts(address, "city")))
    return Described(
        ref=ref,
        name=name_of(person),
        born=_born(person, place, ref, draft),
        sex=text(person, "gender"),
        adult=adult,
        area=text(address, "district"),
        address=lines,
        postcode=text(address, "postalCode"),
        identifiers=tuple(_identifiers(person, place, ref, draft)),
    )


def _born(person: Node, place: str, ref: str, draft: Draft) -> date | None:
    if not (written := text(person, "birthDate")):
        return None
    try:
        return read_day(written)
    except ValueError as wrong:
        draft.refuse(f"{place}/birthDate", str(wrong), ref)
        return None


def _identifiers(person: Node, place: str, ref: str, draft: Draft) -> Iterator[Identifier]:
    for number, each in enumerate(nodes(person, "identifier")):
        system = NHS_NUMBER if text(each, "system") in NHS_SYSTEMS else LOCAL_ID
        value = text(each, "value")
        if value and (found := described_as(system, value, f"{place}/identifier/{number}", ref, draft)):
            yield found
