"""The gates that stand in the way, as a page shows them: before which acts, why, and who may pass them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from heeded.casework.judging.gates import Standing


@dataclass(frozen=True, slots=True)
class GateShown:
    """A gate: the acts before which it stands, why, the clause, who may take it on, what nobody checked."""

    acts: tuple[str, ...]
    because: str
    clause: str
    ref: str
    by_whom: tuple[str, ...]
    unverified: str
    entries: tuple[str, ...]


def gates_shown(found: Iterable[Standing]) -> tuple[GateShown, ...]:
    """Gates in words, in the order of the handbook."""
    return tuple(
        GateShown(
            acts=each.acts,
            because=each.judged.because,
            clause=each.judged.rule.agreed or each.judged.rule.name,
            ref=each.judged.finding.ref,
            by_whom=each.judged.rule.departure_by,
            unverified=each.judged.rule.unverified,
            entries=each.judged.entries,
        )
        for each in found
    )
