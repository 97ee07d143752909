"""Correct or withdraw what one's own agency told: a new entry that names the old one; nothing is edited."""

from __future__ import annotations

from dataclasses import replace

from heeded.casework.acting import Act, By, Desk, Done, Telling, carry_out
from heeded.casework.acting.fit import require
from heeded.core.access import Operation, RecordClass


def correct(entry: str, told: Telling, by: By, desk: Desk) -> Done:
    """Say anew, and differently, what an entry of one's own agency says; `told` states the event whole."""
    return carry_out(
        Act(
            verb="correct",
            operation=Operation.CORRECT,
            record=RecordClass.OWN_ENTRY,
            told=told,
            corrects=entry,
        ),
        by,
        desk,
    )


def withdraw(entry: str, child: str, reason: str, by: By, desk: Desk) -> Done:
    """Take back what an entry of one's own agency about this child says, with a reason."""
    told = Telling(kind="withdrawal", child=child, facts={"reason": reason} if reason.strip() else {})
    require(told, "reason")
    return carry_out(
        Act(
            verb="withdraw",
            operation=Operation.CORRECT,
            record=RecordClass.OWN_ENTRY,
            told=replace(told, happened=None),
            withdraws=entry,
        ),
        by,
        desk,
    )
