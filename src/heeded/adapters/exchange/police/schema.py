"""The JSON Schema of a police notice, made from the words that it may use and the vocabulary."""

from heeded.adapters.exchange.incoming.limits import MOST_DETAILS, MOST_EVENTS
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
from heeded.adapters.exchange.police.words import CHILD, EVENT_TYPES, FACT_ROLES, IMPLEMENT, LIVES_AT
from heeded.core.chronology.vocabulary import ALWAYS, KINDS, Kind

MOST_LINKS = 10_000
"""Links of one notice."""


def notice_schema() -> Schema:
    """The schema of a whole notice, draft 2020-12, with a part for the details of every type of event.

    It says what is taken whole. What departs from it in a part is set aside by itself with a reason,
    and the rest is taken all the same.
    """
    parts: Schema = {
        "notice": said(NAME, "The force's own name for the notice: the same when it is sent again."),
        "written": said(TIME, "When the notice was written."),
        "replaces": said(NAME, "The earlier notice that this one amends: its events are told anew."),
        "officer": _officer(),
        "persons": listed(_person(), MOST_EVENTS),
        "objects": listed(closed({"id": NAME, "description": SHORT}, ["id"]), MOST_EVENTS),
        "locations": listed(_location(), MOST_EVENTS),
        "events": listed({"$ref": "#/$defs/event"}, MOST_EVENTS),
        "links": listed(_link(), MOST_LINKS),
    }
    return {
        "$schema": DIALECT,
        "title": "A police notice to Heeded",
        "description": "Persons, objects, locations and events, and the links between them.",
        **closed(parts, ["notice", "written"]),
        "$defs": {
            "event": _event(),
            **{_slug(name): _of_type(KINDS[kind]) for name, kind in EVENT_TYPES.items()},
        },
    }


def _officer() -> Schema:
    return closed({"name": SHORT, "rank": SHORT})


def _person() -> Schema:
    own: Schema = {
        "id": said(NAME, "The force's own reference to the person, the same in each of its notices."),
        "name": SHORT,
        "born": DAY,
        "sex": SHORT,
        "adult": {"type": "boolean"},
        "nhs_number": SHORT,
        "upn": SHORT,
        "pnc_id": SHORT,
    }
    return closed(own, ["id"])


def _location() -> Schema:
    own: Schema = {
        "id": said(NAME, "The force's own reference to the location: a household is called by it."),
        "address": SHORT,
        "postcode": SHORT,
        "area": said(SHORT, "The local authority in which it lies."),
    }
    return closed(own, ["id"])


def _link() -> Schema:
    roles = ", ".join(f"“{role}”" for role in (LIVES_AT, CHILD, *FACT_ROLES, IMPLEMENT))
    own: Schema = {
        "from": NAME,
        "to": NAME,
        "role": said(NAME, f"One of {roles}; between two people, what the one is to the other."),
        "since": said(TIME, "Since when somebody lives there."),
        "until": said(TIME, "Until when somebody lived there."),
    }
    return closed(own, ["from", "to", "role"])


def _event() -> Schema:
    earlier = "The id of the force's earlier event that this one"
    own: Schema = {
        "id": said(NAME, "The force's own name for the event: the same when it is told again."),
        "type": {"enum": list(EVENT_TYPES)},
        "happened": TIME,
        "written": said(TIME, "When an officer wrote it, where that is not when the notice was written."),
        "officer": _officer(),
        "location": said(NAME, "The id of the location; not kept in the record."),
        "incident": said(NAME, "The number of the incident."),
        "keys": {"type": "object", "additionalProperties": NAME},
        "details": {"type": "object"},
        "known": {"type": "object", "maxProperties": MOST_DETAILS, "additionalProperties": TIME},
        "corrects": said(NAME, f"{earlier} puts right."),
        "withdraws": said(NAME, f"{earlier} takes back."),
    }
    rules: list[Schema] = [
        {"if": {"properties": {"type": {"const": name}}}, "then": {"$ref": f"#/$defs/{_slug(name)}"}}
        for name in EVENT_TYPES
    ]
    return {**closed(own, ["id", "type", "happened"]), "allOf": rules}


def _of_type(kind: Kind) -> Schema:
    """What the details and keys of one type of event may be."""
    keys: Schema = {key.replace(" ", "_"): NAME for key in kind.keys[len(ALWAYS) :]}
    details: Schema = {_underlined(field.name): of_field(field) for field in kind.fields}
    return {
        "description": f"{kind.meaning} In the record: “{kind.name}”.",
        "properties": {"details": closed(details), "keys": closed(keys)},
    }


def _underlined(name: str) -> str:
    return name.replace(" ", "_").replace("-", "_")


def _slug(name: str) -> str:
    return name.replace(" ", "-")
