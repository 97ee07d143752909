"""Who was party to a decision, and is told when something speaks against what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from heeded.casework.judging.judge import Judged
from heeded.casework.ports.notices import Why
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.evaluation.because import as_it_stands, began
from heeded.core.evaluation.finding import Verdict
from heeded.core.evidence.assumption import DECISION, STATED
from heeded.core.evidence.drawn import with_drawn

AGAINST = frozenset({"assumption contradicted", "injury beyond one source"})
"""What the record draws when something speaks against what a decision rests on."""

DECIDED = frozenset({DECISION, STATED})


def contradicted(fresh: Sequence[Entry], chronology: Chronology, now: int) -> Iterator[tuple[str, Why, str]]:
    """The agencies that were party to a decision against which something was just written, but its writer.

    An agency that took part need not know of what was written: it is told that there is something.
    """
    written = {name: entry for entry in fresh for name in (entry.id, entry.corrects) if name}
    drawn = with_drawn(chronology, now, kinds=AGAINST) if written else chronology
    for found in drawn.entries:
        rests_on = found.facts.get("rests on")
        if found.kind not in AGAINST or not isinstance(rests_on, frozenset):
            continue
        by = {written[root].source.agency for root in rests_on & written.keys()}
        if by:
            for agency in sorted(_parties(found, rests_on, chronology) - by):
                yield agency, Why.CONTRADICTED, found.child


def let_down(judged: Iterable[Judged], chronology: Chronology) -> Iterator[tuple[str, Why, str]]:
    """The agencies party to a decision that counted on something by a day which has ended without it."""
    for each in judged:
        finding = each.finding
        begun = began(finding, chronology)
        if (
            finding.verdict is Verdict.OVERDUE
            and begun is not None
            and (begun.kind, begun.id) == (STATED, finding.trigger)
        ):
            stated = as_it_stands(begun, chronology)
            for agency in sorted(_parties(stated, frozenset({begun.id}), chronology)):
                yield agency, Why.CONTRADICTED, finding.child


def _parties(found: Entry, rests_on: frozenset[str], chronology: Chronology) -> set[str]:
    """Whoever decided, whoever met for it, and all to whom either was passed on."""
    decision = found.keys.get("decision")
    decided = [
        entry
        for entry in chronology.entries
        if entry.kind in DECIDED
        and entry.child == found.child
        and (entry.id in rests_on or (decision and entry.keys.get("decision") == decision))
    ]
    meetings = {entry.keys["meeting"] for entry in decided if entry.keys.get("meeting")}
    met = [entry for entry in chronology.entries if meetings and entry.keys.get("meeting") in meetings]
    parties = {agency for entry in (*decided, *met) for agency in (entry.source.agency, *entry.known)}
    return {agency for agency in parties if agency in chronology.agencies}
