"""Count, over the whole record, how each rule of the handbook was kept in the year before."""

from __future__ import annotations

from heeded.casework.invariants import counting
from heeded.casework.judging.judge import AsKnown, verdicts_on_all
from heeded.casework.ports.counted import Counted
from heeded.casework.ports.projection import Projection
from heeded.core.chronology.when import local, seconds
from heeded.core.effectiveness.tally import Tally
from heeded.core.procedures.handbook import Handbook

AT_ONCE = 200
"""How many families are judged together."""


def count_kept(projection: Projection, handbook: Handbook, now: int) -> Counted:
    """How each rule was kept: of what arose in the twelve months up to now (seconds UTC), judged as at now.

    Families are read lot by lot, each as it stood at one moment, so that nobody's work waits for it.
    """
    since = a_year_before(now)
    tallies = {rule.name: Tally(now) for rule in handbook.rules}
    families = children = 0
    for lot in projection.families(AT_ONCE):
        chronologies = [counting(each.held.chronology) for each in lot]
        families += len(chronologies)
        children += sum(not person.adult for each in chronologies for person in each.people.values())
        for finding in verdicts_on_all(chronologies, handbook, AsKnown(now)):
            if finding.arose >= since:
                tallies[finding.rule].add(finding)
    return Counted(
        at=now,
        since=since,
        families=families,
        children=children,
        rules={name: tally.counts() for name, tally in tallies.items()},
    )


def a_year_before(now: int) -> int:
    """The beginning of the local day a year before a moment (both seconds UTC)."""
    today = local(now).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    try:
        return seconds(today.replace(year=today.year - 1))
    except ValueError:  # the 29th of February
        return seconds(today.replace(year=today.year - 1, day=28))
