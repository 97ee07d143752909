"""A bundle: its resources, found by the ways in which they refer to each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from heeded.adapters.exchange.fhir.resources.node import NOTHING, Node, each, first, nodes, text
from heeded.adapters.exchange.fhir.resources.xml import from_xml
from heeded.adapters.exchange.json import read_json
from heeded.adapters.exchange.unreadable import UnreadableReport

NAME = "the bundle"
LARGEST = 5_000_000
"""Bytes that a bundle may have."""
MOST_ENTRIES = 2_000
"""Resources that a bundle may hold, those of bundles inside it counted."""
_DEEPEST = 5
_SHAPE = "Send a FHIR Bundle of type message, document, collection or transaction"


@dataclass(slots=True)
class Bundle:
    """The resources of a bundle, with the place of each, and an index of their names."""

    root: Node
    fallback_id: str
    entries: list[tuple[str, Node]] = field(default_factory=list)
    names: dict[str, Node] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The sender's own name for the bundle; without one, a name made of its bytes."""
        return text(self.root, "identifier", "value") or text(self.root, "id") or self.fallback_id

    empty: list[tuple[str, str]] = field(default_factory=list)
    """Where an entry holds no resource, and what it asks for instead, such as DELETE."""
    is_stu3: bool = False
    """Whether a resource names a profile of STU3."""

    def of(self, *types: str) -> Iterator[tuple[str, Node]]:
        """The resources of these types with their places, in the bundle's order."""
        return ((place, node) for place, node in self.entries if node.get("resourceType") in types)

    def found(self, reference: object) -> Node:
        """The resource that a Reference leads to; an empty one where it leads out of the bundle."""
        target = text(reference, "reference") if isinstance(reference, Mapping) else text(reference)
        return self.names.get(target) or self.names.get("/".join(target.split("/")[-2:])) or NOTHING

    def replaces(self) -> bool:
        """Whether its document says that it replaces an earlier one."""
        return any(
            text(related, "code") == "replaces"
            for _, composition in self.of("Composition")
            for related in nodes(composition, "relatesTo")
        )

    def told(self) -> str:
        """When the sender wrote it, as the bundle, its header or its composition says; empty if none does."""
        if stamp := text(self.root, "timestamp"):
            return stamp
        for _, resource in self.of("MessageHeader", "Composition"):
            if stamp := text(resource, "timestamp") or text(resource, "date"):
                return stamp
        return text(self.root, "meta", "lastUpdated")


def open_bundle(data: bytes) -> Bundle:
    """The bundle that bytes of JSON or XML hold; UnreadableReport where they hold none."""
    start = data[:100].removeprefix(b"\xef\xbb\xbf").lstrip()
    if len(data) > LARGEST:
        what = f"it has {len(data):,} bytes, more than the {LARGEST:,} that are read"
        raise UnreadableReport(what, NAME, "Send one attendance at a time", too_large=True)
    root = from_xml(data, NAME) if start.startswith(b"<") else read_json(data, NAME, largest=LARGEST)
    if not isinstance(root, Mapping) or root.get("resourceType") != "Bundle":
        raise UnreadableReport("it is no FHIR Bundle", NAME, _SHAPE)
    bundle = Bundle(root, f"sha256:{sha256(data).hexdigest()}")
    _gather(bundle, root, "/Bundle", _DEEPEST)
    profiles = (
        str(profile) for _, resource in bundle.entries for profile in each(resource, "meta", "profile")
    )
    bundle.is_stu3 = any("/STU3/" in profile for profile in profiles)
    return bundle


def _gather(bundle: Bundle, root: Node, place: str, deepest: int) -> None:
    """Take every entry, those of bundles inside the bundle included."""
    for number, entry in enumerate(each(root, "entry")):
        here = f"{place}/entry/{number}"
        resource = first(entry, "resource")
        if resource.get("resourceType") == "Bundle" and deepest:
            _gather(bundle, resource, here, deepest - 1)
        elif resource and isinstance(entry, dict):
            _name(bundle, entry, resource)
            bundle.entries.append((f"{here}/resource", resource))
        else:
            bundle.empty.append((here, text(entry, "request", "method")))
        if len(bundle.entries) + len(bundle.empty) > MOST_ENTRIES:
            what = f"it holds more than {MOST_ENTRIES:,} resources"
            raise UnreadableReport(what, NAME, "Send one attendance at a time", too_large=True)


def _name(bundle: Bundle, entry: Node, resource: Node) -> None:
    """Remember the names by which other resources may refer to one."""
    kind, own = text(resource, "resourceType"), text(resource, "id")
    for name in (text(entry, "fullUrl"), f"{kind}/{own}" if own else "", f"urn:uuid:{own}" if own else ""):
        if name:
            bundle.names.setdefault(name, resource)
    for contained in nodes(resource, "contained"):
        if inner := text(contained, "id"):
            bundle.names.setdefault(f"#{inner}", contained)
