"""Verify the log: compute every leaf and root anew, and hold them against what others hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from heeded.casework.ports.verifying import Log
from heeded.casework.verify.evidence import Evidence
from heeded.casework.verify.found import Fault, How, Verified
from heeded.casework.verify.outside import forks, rolled_back
from heeded.casework.verify.walk import Walk

MOST_FAULTS = 1_000
"""How many faults are told in full; more are counted."""


def verify(log: Log, evidence: Evidence) -> Verified:
    """Verify every leaf of a log, in the order of the log, read once.

    Nothing that the database says is believed
    for its own sake: content is hashed anew, each root computed anew and compared with every
    checkpoint, each receipt with its leaf. What no checkpoint covers and no receipt names could have
    been altered together with its leaf: `Verified.unwitnessed` says how much that is.
    """
    found = Verified()
    walk = Walk(evidence, found)
    for fault in chain(
        forks(evidence),
        walk.faults(log.stretches(walk.asked(seen.checkpoint.size for seen in evidence.checkpoints))),
        rolled_back(evidence, walk, found),
        _unsealed(log, walk),
    ):
        if len(found.faults) < MOST_FAULTS:
            found.faults.append(fault)
        else:
            found.more += 1
    found.faults.sort(key=lambda fault: fault.certain_by)
    return found


def _unsealed(log: Log, walk: Walk) -> Iterator[Fault]:
    for entry in log.unsealed():
        says = f"The entry {entry} is held, but no leaf seals it: it was not put there by the record."
        yield Fault(how=How.NOT_SEALED, place=walk.size, entry=entry, says=says)
