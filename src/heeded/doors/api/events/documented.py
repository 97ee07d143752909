"""What the OpenAPI document says of posting events: its formats, its header and an example of each."""

from __future__ import annotations

from typing import Any

from heeded.bootstrap import door
from heeded.doors.api.events.arriving import AS_OF, KEY
from heeded.doors.api.said import refusals

EXAMPLE: dict[str, Any] = {
    "id": "northgate-2026-000417",
    "people": [
        {
            "ref": "N-55013",
            "name": "Ada Invented",
            "born": "2024-02-15",
            "area": "Norhaven",
            "identifiers": [{"system": "NHS number", "value": "9434765919"}],
        }
    ],
    "events": [
        {
            "ref": "N-55013-1",
            "kind": "hospital attendance",
            "child": "N-55013",
            "happened": "2026-07-01T09:00",
            "told": "2026-07-01T09:20",
            "keys": {"attendance": "A-1"},
            "facts": {"reason": "injury", "unscheduled": True, "brought by": "her mother"},
        },
        {
            "ref": "N-55013-2",
            "kind": "injury observed",
            "child": "N-55013",
            "happened": "2026-07-01T09:10",
            "told": "2026-07-01T09:20",
            "practitioner": "dr-okoro",
            "role": "consultant paediatrician",
            "keys": {"attendance": "A-1", "injury": "I-1"},
            "facts": {"what": "bruise", "sites": ["ear", "chest"], "suspected": True},
        },
    ],
}
"""A report in our own JSON."""

_REPORT: dict[str, Any] = {
    "type": "object",
    "description": "A report in our own JSON; docs/standard has its schema, docs/reference the vocabulary.",
    "properties": {
        "id": {"type": "string", "description": "Your own name for the report."},
        "people": {"type": "array", "items": {"type": "object"}},
        "events": {"type": "array", "items": {"type": "object"}},
    },
    "required": ["events"],
}
_ANY: dict[str, Any] = {"type": "object", "description": "A document of that format."}


def _body() -> dict[str, Any]:
    content: dict[str, Any] = {media: {"schema": _ANY} for media in door.READERS}
    content["application/json"] = {"schema": _REPORT, "examples": {"a bruised toddler": {"value": EXAMPLE}}}
    return {"required": True, "content": content}


DOCUMENTED: dict[str, Any] = {
    "requestBody": _body(),
    "parameters": [
        {
            "in": "header",
            "name": KEY,
            "required": False,
            "description": "Your own name for the report, where its body gives it none; the same in both.",
            "schema": {"type": "string", "maxLength": 255, "pattern": "^[!#-\\[\\]-~]+$"},
            "example": "northgate-2026-000417",
        },
        {
            "in": "header",
            "name": AS_OF,
            "required": False,
            "description": "Where your system keeps the record of what it sends and sends it again as it "
            "changes: as of when all of it stands so, by that system's clock. What it said otherwise as of "
            "earlier is corrected by it; what comes late overrides nothing later.",
            "schema": {"type": "string", "maxLength": 60},
            "example": "2026-07-01T04:00:00Z",
        },
    ],
    "responses": refusals(400, 401, 403, 413, 415, 422, 503, 507),
}
"""What is added to what the operation says of itself."""
