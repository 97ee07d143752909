"""Spoken: by which names people spoke of disagreements, and what settlements say that they settle."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from heeded.core.chronology.view import Known

RESOLVED, SETTLES = "disagreement resolved", "settles"
NAMED = "record:opposite answers "
"""How every name of a disagreement begins that opens by itself."""


class Opposed(Protocol):
    """Two opposite answers, by the entries in which they were said."""

    @property
    def since(self) -> int:
        """When the later of the two was said (seconds UTC)."""

    @property
    def entries(self) -> frozenset[str]:
        """Both entries, by id."""


Each = TypeVar("Each", bound=Opposed)


@dataclass(frozen=True, slots=True)
class Settled:
    """A settlement: the name under which it was told, the answers that it names, and when it was told."""

    event: Known
    key: str
    settles: frozenset[str]
    told: int

    def covers(self, pairs: Sequence[Each]) -> list[Each]:
        """Which of these it settles: those of whom it names both answers, said by then."""
        return [pair for pair in pairs if pair.since <= self.told and pair.entries <= self.settles]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a view says of disagreements that open by themselves.

    `names` are those in use, the first used first; `settlements` come in the order in which they were told;
    `pairs` are all names that there are.
    """

    names: tuple[str, ...]
    settlements: tuple[Settled, ...]
    pairs: frozenset[str]

    @classmethod
    def of(cls, view: Iterable[Known], pairs: Collection[str]) -> Spoken:
        """What is said in a view in which opposite answers give these names."""
        used: list[tuple[int, int, str, str]] = []
        settlements: list[Settled] = []
        for event in view:
            key = event.entry.keys.get("disagreement", "")
            if not key.startswith(NAMED):
                continue
            told = event.chain[0].told
            used.append((told, event.turn, event.root, key))
            if event.entry.kind == RESOLVED:
                named = event.entry.facts.get(SETTLES)
                settles = named if isinstance(named, frozenset) else frozenset()
                settlements.append(Settled(event, key, settles, told))
        return cls(
            names=tuple(dict.fromkeys(key for *_, key in sorted(used))),
            settlements=tuple(
                sorted(settlements, key=lambda each: (each.told, each.event.turn, each.event.root))
            ),
            pairs=frozenset(pairs),
        )
