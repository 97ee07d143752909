"""Too few witnesses have signed for the record: what takes protection away waits, or is taken on by name."""

from __future__ import annotations

from dataclasses import replace

from heeded.casework.acting import GateStands, Telling, Under
from heeded.casework.acting.gates_shown import Shown, Unwitnessed
from heeded.casework.acts.shown import gates_of
from heeded.casework.judging.gates import comes_of
from heeded.casework.judging.judge import AsKnown, verdicts
from heeded.core.chronology.when import Precision, When, local

UNWITNESSED = "the-record-is-witnessed"
"""What it is called among the gates of a decision: who takes it on names it so."""


def is_guarded(under: Under, told: Telling) -> bool:
    """Whether gates stand before such an act, passed or not: it may take protection away."""
    act = under.proposed(told)
    chronology = replace(under.chronology, entries=(*under.chronology.entries, act))
    found = verdicts(chronology, gates_of(under.handbook).handbook, AsKnown(under.by.now))
    acts = comes_of(act.id, chronology, AsKnown(under.by.now))
    return any(each.trigger in acts for each in found)


def with_witnesses(stands: Shown, told: Telling, under: Under, since: int | None) -> Shown:
    """The gates of an act, the record's own among them where it stands.

    It does where the act may take protection away, and what was recorded since then (seconds UTC; None:
    nothing) is vouched for by nobody outside.
    """
    if since is None or not is_guarded(under, told):
        return stands
    because = (
        f"what the record took in since {local(since):%Y-%m-%d %H:%M} has too few witnesses, so that nobody "
        "could show later what it said when this was decided"
    )
    return replace(stands, unwitnessed=Unwitnessed(told.child, because))


def not_witnessed(told: Telling, why: Unwitnessed, stands: Shown) -> GateStands:
    """The refusal, where nobody takes that gate on."""
    remedy = (
        f"Decide when it is witnessed again, or name the gate “{UNWITNESSED}” with who takes it on and why"
    )
    return GateStands(told.kind, why.because, remedy, replace(stands, gates=()))


def taken_on_unwitnessed(told: Telling, reason: str, authorised_by: str, now: int) -> Telling:
    """That somebody decides all the same, as a departure told in the second before the act."""
    return Telling(
        kind="departure with reason",
        child=told.child,
        happened=When(now - 1, now - 1, Precision.INSTANT),
        facts={"rule": UNWITNESSED, "reason": reason, "authorised by": authorised_by},
    )
