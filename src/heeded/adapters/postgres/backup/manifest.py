"""What a backup says of itself: when, of what, how many rows in each table, and how to know it is whole."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

LAYOUT = "heeded-backup-1"
"""The layout of the file; a later one gets another name."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the file: its name, its length in bytes and its SHA-256 in hexadecimal."""

    name: str
    length: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Role:
    """A role that the database names: it is made again without a password, so nobody enters by it."""

    name: str
    inherits: bool
    may_log_in: bool
    passes_row_security: bool
    member_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself.

    `taken_at` is in UTC, ISO 8601. `schema` gives the last migration of each part of the product, `rows` how
    many rows each table had in the very snapshot that was copied.
    """

    taken_at: str
    database: str
    server_major: int
    programs: str
    schema: Mapping[str, str]
    rows: Mapping[str, int]
    roles: tuple[Role, ...]
    parts: tuple[Part, ...]
    layout: str = LAYOUT

    def written(self) -> bytes:
        """The manifest as it stands in the file."""
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()

    @classmethod
    def read(cls, text: bytes) -> Self:
        """Read a manifest; ValueError if it is not one, or of a layout that we do not know."""
        try:
            said: dict[str, Any] = json.loads(text)
            if said["layout"] != LAYOUT:
                raise ValueError(f"its layout is {said['layout']}, and this Heeded reads {LAYOUT}")
            said["roles"] = tuple(
                Role(**{**role, "member_of": tuple(role["member_of"])}) for role in said["roles"]
            )
            said["parts"] = tuple(Part(**part) for part in said["parts"])
            return cls(**{field.name: said[field.name] for field in fields(cls)})
        except (KeyError, TypeError, json.JSONDecodeError) as wrong:
            raise ValueError("its manifest cannot be read") from wrong
