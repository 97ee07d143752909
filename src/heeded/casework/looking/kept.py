"""How well the rules are kept, as it was last counted: for those whom the policy lets see figures."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.casework.ports.counted import Tallies
from heeded.core.access import NO_BOND, Actor, Operation, Policy, RecordClass
from heeded.core.effectiveness.figures import Figures, figures, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Figured:
    """How each rule, by its name, was kept: of what arose from `since` until `at` (seconds UTC).

    `families` and `children` say of how many; None where they are too few to be told.
    """

    at: int
    since: int
    families: int | None
    children: int | None
    rules: dict[str, Figures]


@dataclass(frozen=True, slots=True)
class NotCounted:
    """Nothing is told: nothing was counted yet or, where `why` says so, the reader may see no figures."""

    why: str = ""


def how_kept(policy: Policy, tallies: Tallies, actor: Actor, now: int) -> Figured | NotCounted:
    """The figures of the latest count; they name no child, so that no look at one is recorded."""
    answer = policy.decide(actor, NO_BOND, RecordClass.AGGREGATE, Operation.READ, None, now)
    if not answer.permitted:
        return NotCounted(answer.why)
    counted = tallies.latest()
    if counted is None:
        return NotCounted()
    return Figured(
        at=counted.at,
        since=counted.since,
        families=shown(counted.families),
        children=shown(counted.children),
        rules={name: figures(counts) for name, counts in counted.rules.items()},
    )
