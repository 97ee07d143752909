"""The numbers by which a batch of reports knows people: each read, checked and named once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from heeded.adapters.record.store.naming import Naming
from heeded.core.chronology.identifiers import joins, plain
from heeded.core.chronology.report import Described, Identifier


class Number(NamedTuple):
    """A number of a register: what it is sought by, as it is kept, and whether it joins people by itself."""

    digest: bytes
    system: str
    value: str
    joins: bool


class Numbers:
    """Every number of a batch, by the identifier that gives it."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming
        self._read: dict[Identifier, Number] = {}

    def of(self, person: Described) -> tuple[Number, ...]:
        """The numbers of a person, each once."""
        read = [self._number(identifier) for identifier in person.identifiers]
        return tuple(read) if len(read) < 2 else tuple({each.digest: each for each in read}.values())  # noqa: PLR2004 - one is each once

    def joining(self, people: Iterable[Described]) -> list[bytes]:
        """What those numbers of some people are sought by that join people, in order."""
        return sorted({number.digest for person in people for number in self.of(person) if number.joins})

    def _number(self, identifier: Identifier) -> Number:
        if identifier not in self._read:
            written = plain(identifier)
            digest = self._naming.sought(written.system, written.value)
            self._read[identifier] = Number(digest, written.system, written.value, joins(written))
        return self._read[identifier]
