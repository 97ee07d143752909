"""What the agreed procedures ask because of some entries, by what a reader may see of a record."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from heeded.casework.judging.judge import AsKnown, Judged, explain, verdicts
from heeded.casework.looking.deciding.opened import Opened
from heeded.core.chronology.people import Person
from heeded.core.evaluation.finding import Verdict
from heeded.core.procedures.handbook import Handbook

STANDS = (Verdict.DUE, Verdict.OVERDUE)


def asked_because_of(
    entries: Collection[str], opened: Opened, handbook: Handbook, now: int, called: str
) -> tuple[Judged, ...]:
    """What is due or overdue towards the child of an open record at a moment (seconds UTC), in order.

    Only what rests on at least one of the entries, by their ids. Judged on what the reader may see: whoever
    sees their own words alone learns what the handbook makes of those, and of nobody else's. `called` stands
    for the child where the record does not name them to the reader.
    """
    about = opened.whole.people.get(opened.child, Person(opened.child))
    named = about if about.name else replace(about, name=called)
    whole = replace(opened.whole, people={**opened.whole.people, opened.child: named})
    found = [
        finding
        for finding in verdicts(whole, handbook, AsKnown(now))
        if finding.verdict in STANDS and finding.child == opened.child
    ]
    judged = explain(found, whole, handbook, AsKnown(now))
    ours = (each for each in judged if set(each.entries) & set(entries))
    return tuple(sorted(ours, key=lambda each: (each.finding.due is None, each.finding.due or 0)))
