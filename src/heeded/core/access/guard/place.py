"""A shielded place, and the parts of it that give it away: number and street, name, postcode, telephone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from heeded.core.access.guard.streets_words import canonical_kind

_FLAT = re.compile(r"^(flat|apartment|apt|unit|room|suite|floor|bedsit)\b", re.IGNORECASE)
_DOOR = re.compile(
    r"^(?:no\.?\s*|number\s+)?(\d+)\s*([a-z])?\b(?:\s*[-/]\s*\d+)?[\s,]+(\S.*)$", re.IGNORECASE
)
_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b", re.IGNORECASE)
_NOT_LETTERS = re.compile(r"[^a-z]")
_INTERNATIONAL = re.compile(r"^(?:\+|00)44(?:\(0\))?")


@dataclass(frozen=True, slots=True)
class Street:
    """A street, or a building by name: its name's letters, its kind, and the door's number if it has one."""

    name: str
    kind: str
    number: str = ""


@dataclass(frozen=True)
class ShieldedPlace:
    """A place that no text may name, as the record holds it.

    `address` in lines or parted by commas, as one writes it on a letter; `names` are other names by
    which the place is known, such as a refuge's.
    """

    id: str
    address: str = ""
    postcode: str = ""
    phones: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @cached_property
    def streets(self) -> tuple[Street, ...]:
        """The streets and buildings in it; what follows the street (a town) gives nobody away."""
        parts = [part for part in re.split(r"[,\n;]", _POSTCODE.sub(" ", self.address)) if part.strip()]
        found = [*_parted([part.strip() for part in parts]), *map(_named, self.names)]
        return tuple(street for street in found if street.name)

    @cached_property
    def codes(self) -> tuple[tuple[str, str], ...]:
        """Its postcodes in two halves, from their own field and from the address."""
        written = f"{self.postcode} \n {self.address}"
        found = [(out.lower(), inward.lower()) for out, inward in _POSTCODE.findall(written)]
        return tuple(dict.fromkeys(found))

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Its telephone numbers' digits, without what is dialled before them."""
        bare = [_INTERNATIONAL.sub("", re.sub(r"[^\d+()]", "", phone)) for phone in self.phones]
        return tuple(re.sub(r"\D", "", phone).lstrip("0") for phone in bare)


def _parted(parts: list[str]) -> list[Street]:
    """The buildings up to the street, and the street; a number on a line of its own belongs to the next."""
    found: list[Street] = []
    waiting = ""
    for part in parts:
        if _FLAT.match(part):
            continue
        if part.isdigit():
            waiting = part
            continue
        street = _street(f"{waiting} {part}".strip())
        waiting = ""
        if street.number or street.kind or not found:
            found.append(street)
        if street.number:
            break
    return found


def _street(part: str) -> Street:
    """One part of an address as a street or building."""
    if door := _DOOR.match(part):
        number, letter, rest = door.groups()
        named = _named(rest)
        return Street(named.name, named.kind, number + (letter or "").lower())
    return _named(part)


def _named(part: str) -> Street:
    """A street or building by its name alone, its kind apart where its last word is one."""
    words = [_NOT_LETTERS.sub("", word.lower()) for word in part.split()]
    words = ["st" if word == "saint" else word for word in words if word]
    kind = canonical_kind(words[-1]) if len(words) > 1 else ""
    return Street("".join(words[:-1]), kind) if kind else Street("".join(words), "")
