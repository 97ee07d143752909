"""Moments as the API writes them: RFC 3339 in UTC, to the second."""

from __future__ import annotations

from datetime import UTC, datetime


def written(moment: int) -> str:
    """A moment (seconds UTC) as text, such as 2026-07-01T10:00:00Z."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def written_if_any(moment: int | None) -> str | None:
    """A moment as text; None where there is none."""
    return None if moment is None else written(moment)
