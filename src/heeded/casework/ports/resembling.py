"""Children of a report who may be others in the record: possible, and nothing joined."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Resembling:
    """A child of a report who may be another in the record: noted as possible, by an act of that id.

    `child` is the report's own reference (a subject, by id); `held_by` are the agencies that hold the other
    record, by id; `because` says what the two have in common.
    """

    act: str
    child: str
    held_by: tuple[str, ...]
    because: str
