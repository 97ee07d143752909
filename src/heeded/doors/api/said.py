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

_OF_LOOKS = (403, 404)
_KINDS = {kind.status: kind for kind in Kind}


def refusals(*statuses: int, looked: bool = False) -> dict[int, Any]:
    """The answers of these statuses, as the document tells them; `looked`: a header may name a look."""
    return {
        status: {"$ref": f"#/components/responses/{_named(_KINDS[status], looked=looked)}"}
        for status in statuses
    }


def all_refusals(headers: dict[str, Any]) -> dict[str, Any]:
    """Every answer that is a problem, by name; those to a look with its headers."""
    plain = {_named(kind, looked=False): _refusal(kind) for kind in Kind}
    looked = {
        _named(kind, looked=True): {**_refusal(kind), "headers": headers}
        for kind in Kind
        if kind.status in _OF_LOOKS
    }
    return plain | looked


def _named(kind: Kind, *, looked: bool) -> str:
    return f"{kind.slug}-after-a-look" if looked and kind.status in _OF_LOOKS else kind.slug


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
