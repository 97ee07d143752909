"""A person of a report in our own JSON."""

from heeded.adapters.exchange.incoming import Draft
from heeded.adapters.exchange.incoming.identifiers import described_as
from heeded.adapters.exchange.incoming.parts import Parts, required
from heeded.core.chronology.report import Described, Identifier

KEYS = ("ref", "name", "born", "sex", "adult", "area", "address", "postcode", "identifiers")
IDENTIFIER_KEYS = ("system", "value")


def read_person(value: object, place: str, draft: Draft) -> None:
    """Describe the person to the draft; one without a ref of its own is set aside."""
    if (found := required(value, place, "ref", draft)) is None:
        return
    parts = Parts(found[0], place, found[1], draft)
    parts.refuse_strays(KEYS)
    person = Described(
        ref=parts.ref,
        name=parts.text("name"),
        born=parts.day("born"),
        sex=parts.text("sex"),
        adult=parts.yes("adult"),
        area=parts.text("area"),
        address=parts.text("address"),
        postcode=parts.text("postcode"),
        identifiers=tuple(_identifiers(parts)),
    )
    draft.describe(person, place)


def _identifiers(parts: Parts) -> list[Identifier]:
    found: list[Identifier] = []
    for number, value in enumerate(parts.listed("identifiers")):
        if not isinstance(value, dict):
            parts.refuse(f"identifiers/{number}", 'this must be an object: {"system": "…", "value": "…"}')
            continue
        inner = Parts(value, f"{parts.place}/identifiers/{number}", parts.ref, parts.draft)
        inner.refuse_strays(IDENTIFIER_KEYS)
        identifier = described_as(
            inner.text("system"), inner.text("value"), inner.place, inner.ref, parts.draft
        )
        if identifier and identifier not in found:
            found.append(identifier)
    return found
