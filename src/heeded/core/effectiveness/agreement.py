"""How far two readers agree who did not know of each other's answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from heeded.core.effectiveness.share import Share, share


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of how many things both gave an answer, in what share the same, and how much more than by chance.

    `kappa` is that of J. Cohen, "A coefficient of agreement for nominal scales", Educational and
    Psychological Measurement 20 (1960) 37-46: (observed - by chance) / (1 - by chance), where chance is
    what the two would agree on if each gave its own answers as often, but blindly. None where each gave one
    answer alone and the same: then nothing beyond chance can be told.
    """

    both: int
    same: Share | None
    kappa: float | None


def agreement(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """The agreement of first and second answers, pair by pair."""
    observed = share(sum(1 for one, other in pairs if one == other), len(pairs))
    if observed is None:
        return Agreement(0, None, None)
    firsts, seconds = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(firsts[answer] * seconds[answer] for answer in firsts) / len(pairs) ** 2
    kappa = None if chance == 1 else (observed.value - chance) / (1 - chance)
    return Agreement(len(pairs), observed, kappa)
