"""Say who owes what a finding is about, and which of them did not know yet of what began it."""

from __future__ import annotations

from heeded.casework.replay.moments import knew
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.evaluation.because import owing, owner
from heeded.core.evaluation.finding import Finding


def owed_by(chronology: Chronology, finding: Finding) -> str:
    """Who owes what a finding is about: the role, with the agencies by name."""
    return owner(chronology, finding.owed_by, finding.child, _teller(chronology, finding))


def unaware(chronology: Chronology, finding: Finding, second: int) -> tuple[str, ...]:
    """Which agencies of those who owe (by id) did not know, at a moment (UTC), of what began it.

    A deadline may run whether or not they know; whoever reads that they owe must read this too.
    """
    begun = _begun(chronology, finding)
    if begun is None:
        return ()
    ids = owing(chronology, finding.owed_by, finding.child, begun.source.agency)
    return tuple(each for each in ids if not knew([begun], each, second))


def _teller(chronology: Chronology, finding: Finding) -> str:
    begun = _begun(chronology, finding)
    return begun.source.agency if begun else ""


def _begun(chronology: Chronology, finding: Finding) -> Entry | None:
    """The entry that began what a finding is about, where an entry did."""
    return next((entry for entry in chronology.entries if entry.id == finding.trigger), None)
