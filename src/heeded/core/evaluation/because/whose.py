"""Whose a duty is, where the rule says it by what somebody did: the referrer, the sides, who was asked."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.core.chronology.answering import addressed
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.disagreeing import sides
from heeded.core.chronology.entry import Entry
from heeded.core.evaluation.because.told import owing
from heeded.core.evaluation.finding import Finding
from heeded.core.evaluation.sequence import began_by

ADDRESSED = ("to which it was offered", "that was asked")
OF_BOTH_SIDES = ("of both sides", "their managers", "heads of service")


def whose(finding: Finding, chronology: Chronology) -> tuple[str, ...]:
    """The agencies, by id, that owe what a finding is about; empty where the rule names none.

    A post or a sector falls to the agencies that answer for the child; what the rule says by what
    somebody did falls to whoever did it.
    """
    begun = began(finding, chronology)
    if related := _related(finding, begun, chronology):
        return related
    by = begun.source.agency if begun is not None and begun.id == finding.trigger else ""
    return owing(chronology, finding.owed_by, finding.child, by)


def began(finding: Finding, chronology: Chronology) -> Entry | None:
    """The entry that began it; of a duty that another's lapse began, the one that began that."""
    entries = {entry.id: entry for entry in chronology.entries}
    return next((entries[name] for name in began_by(finding.trigger) if name in entries), None)


def _related(finding: Finding, begun: Entry | None, chronology: Chronology) -> tuple[str, ...]:
    role = finding.owed_by.lower()
    if any(words in role for words in ADDRESSED) and begun is not None:
        return addressed(begun, chronology)
    if any(words in role for words in OF_BOTH_SIDES):
        return _once(each.agency for each in sides(finding.child, finding.key, chronology))
    if "that offered it" in role:
        return _tellers("hand-over offered", finding, chronology)
    if role == "referrer":
        return _tellers("referral made", finding, chronology)
    return ()


def _tellers(kind: str, finding: Finding, chronology: Chronology) -> tuple[str, ...]:
    """Who told events of a kind that belong to what the finding is about."""
    return _once(
        event.entry.source.agency
        for event in chronology.as_known()
        if event.entry.kind == kind
        and event.entry.child == finding.child
        and finding.key in event.entry.keys.values()
    )


def _once(agencies: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(agency for agency in agencies if agency))
