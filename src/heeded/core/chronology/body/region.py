"""A region of the body: its name, on which side it lies, from where it is seen, and what it is part of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """The child's own left and right, never the onlooker's."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"


class Aspect(StrEnum):
    """From where a region is seen."""

    FRONT = "front"
    BACK = "back"
    OUTSIDE = "outside"
    INSIDE = "inside"
    TOP = "top"
    UNDERSIDE = "underside"
    IN_THE_MOUTH = "in the mouth"


@dataclass(frozen=True, slots=True)
class Region:
    """A named part of the body's surface, small enough to tell one mark's place from another's.

    `parts_of` are the wider words that it belongs to directly. `bony` tells a bony prominence, where the
    accidental bruises of children who move about most often are (Maguire and others 2005; London
    procedures, PG5): words for a prompt, never a reason to look away.
    """

    name: str
    side: Side
    aspect: Aspect
    parts_of: tuple[str, ...]
    bony: bool = False

    @property
    def code(self) -> str:
        """The name as other systems write it: in small letters, with hyphens."""
        return self.name.replace(" ", "-")


def wider_words(parts_of: Iterable[str], wider: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Every wider word for something that belongs to these, by all steps upward."""
    found: set[str] = set()
    waiting = list(parts_of)
    while waiting:
        word = waiting.pop()
        if word not in found:
            found.add(word)
            waiting.extend(wider.get(word, ()))
    return frozenset(found)
