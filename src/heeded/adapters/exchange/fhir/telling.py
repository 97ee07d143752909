"""Telling the draft of what a resource says: whose, when, by whom, and in which of our own words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from heeded.adapters.exchange.fhir.people import People, name_of
from heeded.adapters.exchange.fhir.resources.bundle import Bundle
from heeded.adapters.exchange.fhir.resources.node import NOTHING, Node, each, first, nodes, said, text
from heeded.adapters.exchange.fhir.resources.snomed import Meaning
from heeded.adapters.exchange.fhir.resources.times import read_time
from heeded.adapters.exchange.incoming import Draft, fact_of, own_key
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Event
from heeded.core.chronology.vocabulary import KINDS, Field, FieldType
from heeded.core.chronology.when import When

KIND_SYSTEM, FIELD_SYSTEM = "urn:heeded:kind", "urn:heeded:field"
"""The systems of our own codes: kinds of event, and fields (a hyphen for each blank)."""
FIELD_EXTENSION = f"{FIELD_SYSTEM}:"
KEY_EXTENSION = "urn:heeded:key:"
_WITHDRAWN = "entered-in-error"
_REFERRALS = ("ServiceRequest", "ReferralRequest")
_LONGEST_NUMBER = 18


@dataclass(slots=True)
class Telling:
    """Knows the bundle while it is read: who is who, which encounter, and when the sender wrote it."""

    bundle: Bundle
    draft: Draft
    people: People
    told: When | None = None
    only_encounter: Node = field(default_factory=dict)
    """The one encounter of the bundle; empty where there are none or several."""
    injuries: dict[int, Node] = field(default_factory=dict)
    """The resources that are injuries."""
    mapped: set[int] = field(default_factory=set)
    """The resources that were told of, or need not be."""

    def __post_init__(self) -> None:
        """Find the encounter that is meant where a resource names none."""
        encounters = [encounter for _, encounter in self.bundle.of("Encounter")]
        self.only_encounter = encounters[0] if len(encounters) == 1 else NOTHING

    def tell(
        self,
        resource: Node,
        place: str,
        kind: str,
        facts: Mapping[str, Fact],
        *,
        suffix: str = "",
        when: str = "",
        ref: str = "",
    ) -> None:
        """Tell of one event that a resource stands for.

        `suffix` or `ref` names one of several, `when` gives its time. Facts and keys in our own
        words stand beside those that were read from codes, and win.
        """
        self.mapped.add(id(resource))
        ref, child = ref or name_of_event(resource) + suffix, self._child(resource)
        happened = self._when(resource, when, place, ref)
        if happened is None or not child:
            why = "it says no time that can be read" if child else "it does not say which patient it is about"
            self.draft.refuse(place, f"{why}: fill that in and send it again", ref, grave=True)
            return
        practitioner, role = self._who(resource)
        event = Event(
            ref=ref,
            kind=kind,
            child=child,
            happened=happened,
            told=self.told.latest if self.told else happened.latest,
            practitioner=practitioner,
            role=role,
            keys=self.keys(resource, kind),
            facts={**facts, **dict(self._own_facts(resource, kind, place, ref))},
            as_of=self._as_of(resource, place, ref),
        )
        self.draft.tell(self._withdrawn(event) if withdrawn(resource) else event, place)

    def note(self, place: str, reason: str, resource: Node = NOTHING) -> None:
        """Say of something that it was not read, or not in full."""
        self.draft.refuse(place, reason, name_of_event(resource) if resource else "")

    def note_unverified(self, place: str, code: str, meaning: Meaning, resource: Node) -> None:
        """Mark what was read from a code whose meaning no published list was seen to give."""
        if not meaning.verified:
            reason = f"the code {code} is read as “{meaning.word}”; that meaning is unverified: check it"
            self.note(place, reason, resource)

    def keys(self, resource: Node, kind: str) -> dict[str, str]:
        """What ties an event to others: its encounter, the injury that it is about, and our own words."""
        own = KINDS[kind].keys
        keys: dict[str, str] = {}
        encounter = self._encounter(resource)
        if "attendance" in own and encounter:
            keys["attendance"] = self._own(encounter)
        if "injury" in own and (injury := self._injury(resource)):
            keys["injury"] = self._own(injury)
        if "referral" in own and resource.get("resourceType") in _REFERRALS:
            keys["referral"] = self._own(resource)
        for extension in nodes(resource, "extension"):
            url = text(extension, "url")
            if url.startswith(KEY_EXTENSION) and (value := text(extension, "valueString")):
                keys[url.removeprefix(KEY_EXTENSION).replace("-", " ")] = value
        spelled = {key.replace("-", " "): key for key in own}
        return {spelled.get(key.replace("-", " "), key): value for key, value in keys.items()}

    def _own(self, resource: Node) -> str:
        """The name of a resource as a key, which is this agency's own whatever marks stand in it."""
        return own_key(self.draft.agency, name_of_event(resource))

    def _as_of(self, resource: Node, place: str, ref: str) -> int | None:
        """As of when the sender's system says it, where that keeps versions of it or replaces a document."""
        written = text(resource, "meta", "lastUpdated")
        if written:
            try:
                return read_time(written).latest
            except ValueError as wrong:
                self.draft.refuse(f"{place}/meta/lastUpdated", str(wrong), ref)
        versioned = text(resource, "meta", "versionId") or self.bundle.replaces()
        return self.told.latest if versioned and self.told else None

    def _withdrawn(self, event: Event) -> Event:
        """What takes an event back that the sender has marked as entered in error."""
        facts: dict[str, Fact] = {"reason": "The sender has marked it as entered in error."}
        return replace(
            event, ref=f"{event.ref}/withdrawn", kind="withdrawal", withdraws=event.ref, facts=facts, keys={}
        )

    def _child(self, resource: Node) -> str:
        """The patient whom a resource is about; where it names none, the only one that there is."""
        if own := self.people.ref(resource) if resource.get("resourceType") == "Patient" else "":
            return own
        for path in (("subject",), ("patient",)):
            if ref := self.people.ref(self.bundle.found(first(resource, *path))):
                return ref
        return self.people.patients[0] if len(self.people.patients) == 1 else ""

    def _encounter(self, resource: Node) -> Node:
        """The attendance in which it was recorded; where it names none, the only one that there is."""
        if resource.get("resourceType") == "Encounter":
            return resource
        for key in ("encounter", "context"):
            if found := self.bundle.found(first(resource, key)):
                return found
        return self.only_encounter

    def _injury(self, resource: Node) -> Node:
        """The injury that a resource is, or is about; the only one that there is if it names none."""
        types = ("Condition", "Observation", "BodyStructure")
        if resource.get("resourceType") in types and id(resource) in self.injuries:
            return resource
        for key in ("focus", "reasonReference", "basedOn", "about"):
            for reference in nodes(resource, key):
                if id(found := self.bundle.found(reference)) in self.injuries:
                    return found
        return next(iter(self.injuries.values())) if len(self.injuries) == 1 else NOTHING

    def _when(self, resource: Node, given: str, place: str, ref: str) -> When | None:
        """When it happened: as given, as the resource says, as its encounter began, as it was told."""
        encounter = self._encounter(resource)
        for written in (given, *_times(resource), text(encounter, "period", "start")):
            if not written:
                continue
            try:
                return read_time(written)
            except ValueError as wrong:
                self.draft.refuse(place, str(wrong), ref)
        return self.told

    def _who(self, resource: Node) -> tuple[str, str]:
        """The practitioner who says it, and the post; empty where it does not say."""
        for reference in _authors(resource):
            found = self.bundle.found(reference)
            if found.get("resourceType") == "PractitionerRole":
                person = self.bundle.found(first(found, "practitioner"))
                return name_of(person) or text(found, "practitioner", "display"), said(found, "code")
            if found.get("resourceType") == "Practitioner":
                return name_of(found), said(found, "qualification", "code")
        return "", ""

    def _own_facts(self, resource: Node, kind: str, place: str, ref: str) -> Iterator[tuple[str, Fact]]:
        """The facts that stand in our own words: as extensions, or as an observation's components."""
        given: dict[str, list[object]] = {}
        for extension in nodes(resource, "extension"):
            if (url := text(extension, "url")).startswith(FIELD_EXTENSION):
                given.setdefault(url.removeprefix(FIELD_EXTENSION), []).append(self._value(extension))
        for component in nodes(resource, "component"):
            for coding in nodes(component, "code", "coding"):
                if text(coding, "system") == FIELD_SYSTEM:
                    given.setdefault(text(coding, "code"), []).append(self._value(component))
        fields = {each_.name.replace(" ", "-"): each_ for each_ in KINDS[kind].fields}
        for name, values in given.items():
            if (known := fields.get(name)) is None:
                near = self.draft.hints.near(name, fields)
                self.draft.refuse(place, f"“{kind}” has no field “{name:.100}”.{near}", ref)
                continue
            try:
                fact = fact_of(known, _typed(known, values), self.draft.hints)
            except ValueError as wrong:
                self.draft.refuse(place, f"“{known.name}”: {wrong}", ref)
                continue
            if known.type is FieldType.PERSON and not self.draft.knows(str(fact)):
                reason = f"“{known.name}” names nobody whom the bundle describes: refer to their resource"
                self.draft.refuse(place, reason, ref)
            else:
                yield known.name, fact

    def _value(self, node: Node) -> object:
        """The value[x] of an extension or a component; a reference gives the person's ref."""
        for key, value in node.items():
            if key == "valueReference":
                return self.people.ref(self.bundle.found(value))
            if key == "valueCodeableConcept":
                return text(value, "text") or text(value, "coding", "code")
            if key.startswith("value"):
                return next(each(value), None)
        return None


def name_of_event(resource: Node) -> str:
    """The sender's own name for what a resource tells: its identifier, else its type and id."""
    number = text(resource, "identifier", "value")
    return number or "/".join(filter(None, (text(resource, "resourceType"), text(resource, "id"))))


def withdrawn(resource: Node) -> bool:
    """Whether the sender has marked a resource as entered in error."""
    marks = (*each(resource, "status"), *each(resource, "verificationStatus"))
    return any(_WITHDRAWN in (mark, *each(mark, "coding", "code")) for mark in marks)


def _times(resource: Node) -> tuple[str, ...]:
    """The times of a resource, the most telling first."""
    paths = (
        *(("effectiveDateTime",), ("effectivePeriod", "start"), ("effectiveInstant",), ("period", "start")),
        *(("sent",), ("authoredOn",), ("authored",), ("recordedDate",), ("assertedDate",), ("issued",)),
        *(("date",), ("onsetDateTime",)),
    )
    return tuple(filter(None, (text(resource, *path) for path in paths)))


def _authors(resource: Node) -> Iterable[Node]:
    """The references to whoever says what a resource tells."""
    for path in (
        *(("performer",), ("asserter",), ("recorder",), ("requester", "agent"), ("requester",), ("sender",)),
        *(("author",), ("participant", "individual")),
    ):
        yield from nodes(resource, *path)


def _typed(known: Field, values: list[object]) -> object:
    """Values as our own JSON would hold them: XML has texts for numbers and for yes or no."""
    if known.type is FieldType.NAMES:
        return values
    value = values[0] if len(values) == 1 else values
    if isinstance(value, str) and known.type is FieldType.YES_NO:
        return {"true": True, "false": False}.get(value, value)
    if isinstance(value, str) and known.type is FieldType.NUMBER and len(value) <= _LONGEST_NUMBER:
        try:
            return int(value) if value.lstrip("-").isdigit() else float(value)
        except ValueError:
            return value
    return value
