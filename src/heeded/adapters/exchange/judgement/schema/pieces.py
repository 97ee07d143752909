"""Parts of the schema of judgement that the others share: who said what, when, in the words of which kind."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.adapters.exchange.heeded_json.schema import facts_of
from heeded.adapters.exchange.incoming.schema import NAME, Schema, closed, said
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.chronology.when import Precision

REPORT = "report.schema.json"
"""The schema that lies beside this one and holds the facts of every kind of event."""
MOMENT: Schema = {
    "type": "string",
    "pattern": "^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
    "description": "A moment, RFC 3339 in UTC, to the second.",
}
WORDS: Schema = {"type": "string"}
ENTRIES: Schema = {"type": "array", "items": {"$ref": "#/$defs/id"}, "uniqueItems": True}


def some(part: Schema, least: int = 0) -> Schema:
    """A list of at least so many."""
    return {"type": "array", "items": part, **({"minItems": least} if least else {})}


def whole(properties: Schema) -> Schema:
    """An object with all of these properties and no others."""
    return closed(properties, properties)


def or_null(part: Schema) -> Schema:
    """A part that may be null."""
    return {"anyOf": [part, {"type": "null"}]}


def ref(name: str) -> Schema:
    """A part of this schema by its name."""
    return {"$ref": f"#/$defs/{name}"}


def said_in(*kinds: str) -> Schema:
    """Something said in an event of one of these kinds, with the facts that the kind has."""
    return {
        **ref("said"),
        "properties": {"kind": {"enum": list(kinds)}},
        "allOf": facts_by_kind(kinds),
    }


def facts_by_kind(kinds: Iterable[str]) -> list[Schema]:
    """That what is said in one of these kinds has the facts that the kind has."""
    return [
        {
            "if": {"properties": {"kind": {"const": kind}}},
            "then": {"properties": {"facts": {"$ref": f"{REPORT}{facts_of(KINDS[kind])}"}}},
        }
        for kind in kinds
    ]


def shared() -> Schema:
    """What every part of the schema stands on."""
    return {
        "id": said(NAME, "An identity in the record: of an entry, a person, an agency."),
        "moment": MOMENT,
        "happened": said(
            whole({"first": ref("moment"), "last": ref("moment"), "precision": {"enum": _words(Precision)}}),
            "When something happened, as narrow as its source said and no narrower: not before, not after.",
        ),
        "time": said(whole(time()), "From one moment to another; null where nothing says."),
        "said": said(whole(said_whole()), "Who said something, in which post, when, and in which words."),
    }


def time() -> Schema:
    """The beginning and the end of a time."""
    return {"since": or_null(ref("moment")), "until": or_null(ref("moment"))}


def said_whole() -> Schema:
    """The properties of something said."""
    fact: Schema = {"type": ["boolean", "number", "string", "array"], "items": {"type": "string"}}
    return {
        "entry": ref("id"),
        "kind": said({"enum": list(KINDS)}, "The kind of event in which it was said."),
        "child": said(ref("id"), "The child in whose record it stands."),
        "happened": ref("happened"),
        "told": said(ref("moment"), "When its source wrote it."),
        "agency": said(ref("id"), "Whose it is."),
        "practitioner": said(WORDS, "Who said it; empty where not told."),
        "role": said(WORDS, "In which post; empty where not told."),
        "keys": said(
            {"type": "object", "additionalProperties": NAME},
            "What ties it to others: which injury, which decision.",
        ),
        "facts": said({"type": "object", "additionalProperties": fact}, "What it says; people by id."),
    }


def _words(names: Iterable[str]) -> list[str]:
    return [str(name) for name in names]
