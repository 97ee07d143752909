"""Verify the log: compute every leaf and root anew, and hold them against what others hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from heeded.casework.verify.evidence import Evidence
from heeded.casework.verify.found import Fault, How, Verified
from heeded.casework.verify.outside import forks, rolled_back
from heeded.casework.verify.walk import Walk
from heeded.core.log.leaf import Logged

MOST_FAULTS = 1_000
"""How many faults are told in full; more are counted."""


def verify(logged: Iterable[Logged], evidence: Evidence, unsealed: Iterable[str] = ()) -> Verified:
    """Verify every leaf of a log, in the order of the log, read once.

    `unsealed` are the ids of entries that no leaf seals. Nothing that the database says is believed
    for its own sake: content is hashed anew, each root computed anew and compared with every
    checkpoint, each receipt with its leaf. What no checkpoint covers and no receipt names could have
    been altered together with its leaf: `Verified.unwitnessed` says how much that is.
    """
    found = Verified()
    walk = Walk(evidence, found)
    for fault in chain(
        forks(evidence),
        walk.faults(logged),
        rolled_back(evidence, walk, found),
        _unsealed(unsealed, walk),
    ):
        if len(found.faults) < MOST_FAULTS:
            found.faults.append(fault)
        else:
            found.more += 1
    found.faults.sort(key=lambda fault: fault.certain_by)
    return found


def _unsealed(entries: Iterable[str], walk: Walk) -> Iterator[Fault]:
    for entry in entries:
        says = f"The entry {entry} is held, but no leaf seals it: it was not put there by the record."
        yield Fault(how=How.NOT_SEALED, place=walk.size, entry=entry, says=says)
