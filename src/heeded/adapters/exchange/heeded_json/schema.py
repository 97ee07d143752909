"""The JSON Schema of a report in our own JSON, made from the vocabulary."""

from heeded.adapters.exchange.incoming.limits import MOST_DETAILS, MOST_EVENTS, MOST_PEOPLE
from heeded.adapters.exchange.incoming.schema import (
    DAY,
    DIALECT,
    NAME,
    SHORT,
    TIME,
    Schema,
    closed,
    listed,
    of_field,
    said,
)
from heeded.core.chronology.identifiers import SYSTEMS
from heeded.core.chronology.vocabulary import ALWAYS, KINDS, Kind

_STANDS = "Where the sender's system keeps the record and tells it again as it changes: as of when"


def report_schema() -> Schema:
    """The schema of a whole report, draft 2020-12, with a part for the facts and keys of every kind.

    It says what is taken whole. What departs from it in a part is set aside by itself with a reason,
    and the rest is taken all the same.
    """
    parts: Schema = {
        "id": said(NAME, "The sender's own name for the report: the same when it is sent again."),
        "as_of": said(TIME, f"{_STANDS} all that it tells stands so. An event may say its own."),
        "people": listed({"$ref": "#/$defs/person"}, MOST_PEOPLE),
        "events": listed({"$ref": "#/$defs/event"}, MOST_EVENTS),
    }
    return {
        "$schema": DIALECT,
        "title": "A report to Heeded",
        "description": "People, and events about them, as one agency tells them.",
        **closed(parts, ["id"]),
        "$defs": {
            "person": _person(),
            "event": _event(),
            **{_slug(kind.name): _of_kind(kind) for kind in KINDS.values()},
        },
    }


def _person() -> Schema:
    identifier = closed({"system": {"enum": list(SYSTEMS)}, "value": NAME}, ["system", "value"])
    own: Schema = {
        "ref": said(NAME, "The agency's own reference to the person, the same in each of its reports."),
        "name": SHORT,
        "born": DAY,
        "sex": SHORT,
        "adult": {"type": "boolean"},
        "area": said(SHORT, "The local authority in which the person lives."),
        "address": said(SHORT, "Kept here and in no other text, so that it can be shielded."),
        "postcode": SHORT,
        "identifiers": listed(identifier, MOST_DETAILS),
    }
    return closed(own, ["ref"])


def _event() -> Schema:
    earlier = "The ref of the agency's earlier event that this one"
    own: Schema = {
        "ref": said(NAME, "The agency's own name for the event: the same when it is told again."),
        "kind": {"enum": list(KINDS)},
        "child": said(NAME, "The ref of the child whom it is about."),
        "happened": TIME,
        "told": said(TIME, "When the agency wrote it; left out: by the end of when it happened."),
        "practitioner": SHORT,
        "role": SHORT,
        "known": {"type": "object", "maxProperties": MOST_DETAILS, "additionalProperties": TIME},
        "keys": {"type": "object", "additionalProperties": NAME},
        "facts": {"type": "object"},
        "corrects": said(NAME, f"{earlier} puts right."),
        "withdraws": said(NAME, f"{earlier} takes back."),
        "as_of": said(TIME, f"{_STANDS} this stands so: told again as of later, it corrects what was told."),
    }
    rules = [_then_needs({"required": [key]}, "told") for key in ("corrects", "withdraws")]
    rules.append(_then_needs({"properties": {"kind": {"const": "withdrawal"}}}, "withdraws"))
    rules += [
        {"if": {"properties": {"kind": {"const": name}}}, "then": {"$ref": f"#/$defs/{_slug(name)}"}}
        for name in KINDS
    ]
    return {**closed(own, ["ref", "kind", "child", "happened"]), "allOf": rules}


def _then_needs(condition: Schema, key: str) -> Schema:
    return {"if": condition, "then": {"required": [key]}}


def _of_kind(kind: Kind) -> Schema:
    """What the facts and keys of one kind of event may be."""
    keys: Schema = dict.fromkeys(kind.keys[len(ALWAYS) :], NAME)
    facts: Schema = {field.name: of_field(field) for field in kind.fields}
    return {
        "description": kind.meaning,
        "properties": {"facts": closed(facts), "keys": closed(keys)},
    }


def facts_of(kind: Kind) -> str:
    """Where in the schema the facts of a kind of event are, as a fragment of its address."""
    return f"#/$defs/{_slug(kind.name)}/properties/facts"


def _slug(name: str) -> str:
    return name.replace(" ", "-")
