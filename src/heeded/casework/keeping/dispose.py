"""Dispose: the second of two people carries a reviewed disposal out; what rested on it is judged again."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.casework.keeping.desk import By, Desk, NotDone, permitted, ties_of
from heeded.casework.keeping.kept import by_class, what_becomes_of
from heeded.casework.keeping.review_disposal import fit
from heeded.casework.ports.keeping import Erasing, Gone, Reviewed
from heeded.casework.unasked.look_again import look_again
from heeded.core.access import Operation, RecordClass
from heeded.core.chronology.people import Agency

STANDS_FOR = 28 * 24 * 3600
"""For how long, in seconds, a review may be carried out: after that somebody looks anew."""


@dataclass(frozen=True, slots=True)
class Disposed:
    """What was erased, and how many entries of which kinds of record stay because nobody may erase them."""

    gone: Gone
    ground: str
    stays: dict[RecordClass, int]


def dispose(desk: Desk, by: By, agency: Agency, review: str) -> Disposed:
    """Erase what another person reviewed, if it still stands so and nothing holds it.

    Content and salts are destroyed and the leaves stay, marked with the rule; that it was done is a leaf of
    the log too. NotDone where the two are one, the record has changed, or something keeps it.
    """
    reviewed = desk.keeping.reviewed(review, agency.id)
    if reviewed is None:
        raise NotDone(f"{agency.name} has no such review", "heeded retention due lists those that there are")
    if reviewed.by == by.actor.id:
        raise NotDone("Two people agree to a disposal, and you reviewed this one", "Ask a second person")
    ties = ties_of(desk, by, reviewed.child)
    own = desk.keeping.own(agency.id, ties.child) if ties.exists else None
    records = sorted(by_class(own)) if own else [RecordClass.OWN_ENTRY]
    may = permitted(desk, by.with_second(reviewed.by), ties, Operation.ERASE, records)
    with desk.keeping.erasing(review, agency.id, by.actor.id, by.now) as erasing:
        disposed = _erase(erasing, desk, by, agency, may)
    look_again(disposed.gone.wake, by.now, desk.record, desk.handbook)
    return disposed


def _erase(erasing: Erasing, desk: Desk, by: By, agency: Agency, may: frozenset[RecordClass]) -> Disposed:
    """Erase under lock what may go, once all that was true before is seen to be true still."""
    reviewed, own = erasing.reviewed, erasing.own
    if reviewed is None or reviewed.done_by or own is None:
        raise NotDone("This disposal was carried out already")
    if by.now - reviewed.at > STANDS_FOR:
        raise NotDone("This was reviewed more than four weeks ago", "Review it again")
    if (own.count, own.upto) != (reviewed.entries, reviewed.upto):
        raise NotDone("Something was told about this child since it was reviewed", "Review it again")
    outcome = fit(what_becomes_of(own, agency, desk.rules, erasing.holds, by.now))
    found = by_class(own)
    entries = [entry.id for record in sorted(found) if record in may for entry in found[record]]
    ground = _ground(reviewed, outcome.rule.source if outcome.rule else "")
    gone = erasing.erase(entries, ground, f"{by.actor.id} of {agency.id}, reviewed by {reviewed.by}")
    return Disposed(gone, ground, {record: len(found[record]) for record in found if record not in may})


def _ground(reviewed: Reviewed, source: str) -> str:
    """The rule under which it went, in words for the log: they name no child."""
    return f"{reviewed.rule}: {source}" if source else reviewed.rule
