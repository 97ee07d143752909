"""Whose a duty is, where the rule says it by what somebody did: the referrer, the sides, who was asked."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.core.chronology.answering import addressed
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.vocabulary.words import SECTORS
from heeded.core.evaluation.because.told import owing
from heeded.core.evaluation.finding import Finding
from heeded.core.evaluation.sequence import began_by
from heeded.core.evidence.disagreement.sides import sides
from heeded.core.procedures.sectors import sector_of

ADDRESSED = ("to which it was offered", "to which it was sent", "that was asked")
OF_BOTH_SIDES = ("of both sides", "their managers", "heads of service")


def whose(finding: Finding, chronology: Chronology) -> tuple[str, ...]:
    """The agencies, by id, that owe what a finding is about; empty where the rule names none.

    A post or a sector falls to the agencies that answer for the child; what the rule says by what
    somebody did falls to whoever did it, and what was asked of somebody to them and to nobody else.
    """
    begun = began(finding, chronology)
    if _is_addressed(finding):
        return addressed(as_it_stands(begun, chronology), chronology) if begun else ()
    if related := _related(finding, chronology):
        return related
    return owing(chronology, finding.owed_by, finding.child, _beginner(finding, begun))


def nobody_answers(finding: Finding, chronology: Chronology) -> bool:
    """Whether somebody who owes it is nobody in the record: who was asked, or a sector that has a part in it.

    Not so where the rule says by what somebody did whose it is: then that is whose it is.
    """
    if _is_addressed(finding):
        return not whose(finding, chronology)
    if _related(finding, chronology):
        return False
    by = _beginner(finding, began(finding, chronology))
    posts = [post for post in finding.owed_by.split(" and ") if sector_of(post) in SECTORS]
    return any(not owing(chronology, post, finding.child, by) for post in posts)


def began(finding: Finding, chronology: Chronology) -> Entry | None:
    """The entry that began it; of a duty that another's lapse began, the one that began that."""
    entries = {entry.id: entry for entry in chronology.entries}
    return next((entries[name] for name in began_by(finding.trigger) if name in entries), None)


def as_it_stands(begun: Entry, chronology: Chronology) -> Entry:
    """What began it in its last version: somebody may have corrected to whom it goes."""
    stands = (event.entry for event in chronology.as_known() if event.root == begun.id)
    return next(stands, begun)


def _beginner(finding: Finding, begun: Entry | None) -> str:
    """The agency that recorded what began it itself; empty where another duty's lapse did."""
    return begun.source.agency if begun is not None and begun.id == finding.trigger else ""


def _is_addressed(finding: Finding) -> bool:
    role = finding.owed_by.lower()
    return any(words in role for words in ADDRESSED)


def _related(finding: Finding, chronology: Chronology) -> tuple[str, ...]:
    role = finding.owed_by.lower()
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
