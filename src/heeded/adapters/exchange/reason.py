"""A reason for a line of the ledger: what is amiss, what the source can do, and what became of the value."""

from dataclasses import dataclass

from heeded.adapters.exchange.ledger import Fate


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason that lines are counted by, with its remedy and the fate of the value."""

    text: str
    remedy: str
    fate: Fate = Fate.SET_ASIDE
