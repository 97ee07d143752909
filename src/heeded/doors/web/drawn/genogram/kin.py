"""What a genogram draws: people, and the lines between them, each as far as it was recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A person: `sex` is "male", "female" or empty; `inside` stands within the sign, `lines` beneath it.

    `label` is what is read aloud, `leads_to` an address; `index` is the child whose genogram it is.
    """

    id: str
    sex: str = ""
    inside: str = ""
    lines: tuple[str, ...] = ()
    label: str = ""
    leads_to: str = ""
    born: date | None = None
    adult: bool = False
    dead: bool = False
    index: bool = False

    @property
    def order(self) -> tuple[date, str]:
        """The oldest first; of whom no birth is known, last."""
        return (self.born or date.max, self.id)


@dataclass(frozen=True, slots=True, order=True)
class Parent:
    """That one person is another's parent; `doubtful` where that is alleged, or spoken against."""

    parent: str
    child: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Couple:
    """That two people are, or were, partners, or parents of one child; `label` stands on the line.

    `apart` where they lived together and do so no longer.
    """

    one: str
    other: str
    apart: bool = False
    doubtful: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Siblings:
    """That two people are siblings or, with `half`, half-siblings: drawn where no parents say so."""

    one: str
    other: str
    half: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Beside:
    """That a person stands so many generations above another, by what they are called; no line is drawn."""

    person: str
    to: str
    up: int


@dataclass(frozen=True, slots=True, order=True)
class Home:
    """A household: who lives there on the day that is drawn; `own` is the child's."""

    members: frozenset[str]
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Everybody who is drawn and what lies between them. Whoever is named and is no figure is left out."""

    figures: tuple[Figure, ...]
    parents: tuple[Parent, ...] = ()
    couples: tuple[Couple, ...] = ()
    siblings: tuple[Siblings, ...] = ()
    beside: tuple[Beside, ...] = ()
    homes: tuple[Home, ...] = ()

    def __post_init__(self) -> None:
        """Refuse two figures of one name with ValueError; the order of what is given means nothing."""
        names = {figure.id for figure in self.figures}
        if len(names) != len(self.figures):
            raise ValueError("a person is drawn once: give each figure an id of its own")
        put = object.__setattr__
        put(self, "figures", tuple(sorted(self.figures, key=lambda each: each.order)))
        put(self, "parents", tuple(sorted({e for e in self.parents if _two(e.parent, e.child, names)})))
        put(self, "couples", tuple(sorted({e for e in self.couples if _two(e.one, e.other, names)})))
        put(self, "siblings", tuple(sorted({e for e in self.siblings if _two(e.one, e.other, names)})))
        put(self, "beside", tuple(sorted({e for e in self.beside if _two(e.person, e.to, names)})))
        homes = {Home(home.members & names, home.own) for home in self.homes}
        put(self, "homes", tuple(sorted(homes, key=lambda home: (not home.own, sorted(home.members)))))

    @property
    def by_id(self) -> dict[str, Figure]:
        """The figures by id, the oldest first."""
        return {figure.id: figure for figure in self.figures}


def _two(one: str, other: str, names: set[str]) -> bool:
    return one != other and one in names and other in names
