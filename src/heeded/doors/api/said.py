"""What the OpenAPI document says of problems, the same under every operation."""

from __future__ import annotations

from typing import Any

from heeded.doors.api.problem import MEDIA_TYPE, Kind

PROBLEM: dict[str, Any] = {
    "title": "Problem",
    "type": "object",
    "description": "What is wrong, where, and what to do (RFC 9457).",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "description": "By which a program tells the problem."},
        "title": {"type": "string", "description": "The problem in a few words, always the same."},
        "status": {"type": "integer", "description": "The status of the answer."},
        "detail": {"type": "string", "description": "What is wrong here, where, and what to do."},
        "instance": {"type": "string", "description": "The path that was asked for."},
    },
    "additionalProperties": True,
}
"""The schema of every problem."""

_KINDS = {kind.status: kind for kind in Kind}


def refusals(*statuses: int) -> dict[int, Any]:
    """The answers of these statuses, as the document tells them."""
    return {status: _refusal(_KINDS[status]) for status in statuses}


def _refusal(kind: Kind) -> dict[str, Any]:
    example = {
        "type": kind.type,
        "title": kind.title,
        "status": kind.status,
        "detail": "What is wrong, where, and what to do",
        "instance": "/api/…",
    }
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": kind.title,
        "content": {MEDIA_TYPE: {"schema": schema, "examples": {kind.slug: {"value": example}}}},
    }
