"""Who there is: people in families, and the agencies and practitioners around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Person:
    """A child or an adult in a family, as the record identifies them.

    `area` is the local authority in which a child lives: its agreement governs.
    """

    id: str
    name: str = ""
    born: date | None = None
    adult: bool = False
    area: str = ""


@dataclass(frozen=True, slots=True)
class Agency:
    """An organisation that records and owes: its sector says which duties can be its own.

    An agency with an `area` answers for children of that area only; one without, for all.
    """

    id: str
    name: str
    sector: str
    area: str = ""

    def answers_for(self, sector: str, area: str) -> bool:
        """Whether a duty of `sector` towards a child living in `area` falls to this agency."""
        return self.sector == sector and (not self.area or not area or self.area == area)


@dataclass(frozen=True, slots=True)
class Source:
    """Who said so: the agency, and if known the practitioner and the practitioner's role."""

    agency: str
    practitioner: str = ""
    role: str = ""
