"""Sealed adoptions: two identities of one person that nobody links, and that two people together can open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """An adoption to be sealed: the old identity and the new (persons' ids), by whom, when (seconds UTC)."""

    old: str
    new: str
    by: str
    agreed_by: str
    agency: str
    at: int


class Sealing(Protocol):
    """Seals adoptions, and opens them."""

    def share_a_number(self, one: str, other: str) -> bool:
        """Whether two people carry one number of a register, which would lead from one to the other."""

    def seal(self, sealed: Sealed) -> None:
        """Seal an adoption: from now on nobody links the two identities, nor their families."""

    def beyond(self, person: str, by: str, agency: str) -> Sequence[str]:
        """Who is beyond the seals of a person, as they are now known."""
