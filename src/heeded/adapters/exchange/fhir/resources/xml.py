"""FHIR's XML turned into the shape of its JSON, so that both are read alike."""

from heeded.adapters.exchange.fhir.resources.plain import INLINE
from heeded.adapters.exchange.unreadable import UnreadableReport
from heeded.adapters.exchange.xml.element import Element
from heeded.adapters.exchange.xml.tree import read_tree

LARGEST = 5_000_000
_RESOURCES_INSIDE = ("resource", "contained")


def from_xml(data: bytes, name: str) -> dict[str, object]:
    """The outermost resource as FHIR's JSON would hold it; UnreadableReport where it is no XML.

    What stands once and what stands in a list of one look alike in XML; whoever reads this looks
    through lists anyway. Numbers and yes or no stay texts.
    """
    root = read_tree(data, name, largest=LARGEST)
    if not root.name[:1].isupper():
        what = f"its outermost element is <{root.name:.60}>, which is no FHIR resource"
        raise UnreadableReport(what, f"{name}, line {root.line}", "Send a FHIR Bundle")
    return _resource(root)


def _resource(element: Element) -> dict[str, object]:
    return {"resourceType": element.name, **_members(element)}


def _members(element: Element) -> dict[str, object]:
    found: dict[str, object] = {
        key: value for key, value in element.attributes.items() if key in ("id", "url")
    }
    for part in element.parts:
        value = _value(part)
        if part.name not in found:
            found[part.name] = value
        elif isinstance(already := found[part.name], list):
            already.append(value)
        else:
            found[part.name] = [already, value]
    return found


def _value(part: Element) -> object:
    if part.name == "div":
        return words(part)
    if part.name in _RESOURCES_INSIDE and len(part.parts) == 1 and part.parts[0].name[:1].isupper():
        return _resource(part.parts[0])
    if not part.parts and "value" in part.attributes:
        return part.attributes["value"]
    members = _members(part)
    if "value" in part.attributes and set(members) <= {"id", "extension"}:
        return part.attributes["value"]
    return members


def words(element: Element) -> str:
    """The words of a narrative without its markup, a blank between one block's and the next's."""
    pieces: list[str] = []
    _collect(element, pieces)
    return " ".join("".join(pieces).split())


def _collect(element: Element, pieces: list[str]) -> None:
    around = "" if element.name in INLINE else " "
    pieces.append(around)
    done = 0
    for before, text in element.strays:
        for part in element.parts[done:before]:
            _collect(part, pieces)
        done = before
        pieces.append(text)
    for part in element.parts[done:]:
        _collect(part, pieces)
    pieces.append(around)
