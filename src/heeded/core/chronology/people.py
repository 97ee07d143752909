"""Who there is: people in families, and the agencies and practitioners around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Person:
    """A child or an adult in a family, as the record identifies them.

    `area` is the local authority in which a child lives: its agreement governs. `sex` is in the source's
    own word.
    """

    id: str
    name: str = ""
    born: date | None = None
    adult: bool = False
    area: str = ""
    sex: str = ""


@dataclass(frozen=True, slots=True)
class Agency:
    """An organisation that records and owes: its sector says which duties can be its own.

    An agency with an `area` answers for children of that area only; one without, for all. In a `hub`
    coordinators of a multi-agency hub work: they hear of what nobody answers for.
    """

    id: str
    name: str
    sector: str
    area: str = ""
    hub: bool = False

    def answers_for(self, sector: str, area: str) -> bool:
        """Whether a duty of `sector` towards a child living in `area` falls to this agency."""
        return self.sector == sector and (not self.area or not area or self.area == area)


@dataclass(frozen=True, slots=True)
class Source:
    """Who said so: the agency, and if known the practitioner and the practitioner's role."""

    agency: str
    practitioner: str = ""
    role: str = ""


_PRACTITIONER, _SYSTEM, _THROUGH = "practitioner:", "system:", "|through:"


def written_by_practitioner(identity: str, through: str = "") -> str:
    """The writer of an entry, where a practitioner wrote it: signed in, or `through` a system's credential.

    That may be somebody else than the source's practitioner: a manager writes down what another did.
    """
    return f"{_PRACTITIONER}{identity}{_THROUGH if through else ''}{through}"


def written_by_system(credential: str) -> str:
    """The writer of an entry, where an agency's system told it for nobody, by the id of its credential."""
    return _SYSTEM + credential


def practitioner_of(writer: str) -> str:
    """The practitioner who wrote an entry; empty where a system did by itself, or nobody kept who did."""
    return (
        writer.removeprefix(_PRACTITIONER).partition(_THROUGH)[0] if writer.startswith(_PRACTITIONER) else ""
    )


def is_system(writer: str) -> bool:
    """Whether an agency's system wrote an entry."""
    return writer.startswith(_SYSTEM)
