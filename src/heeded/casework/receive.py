"""Receive a report: whose is it, append, judge, tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from heeded.casework.again import again_when_contended
from heeded.casework.entries import entry_of
from heeded.casework.guarding import giving_away
from heeded.casework.heed import Changed, append, reaching_nobody
from heeded.casework.ports import Author, Kept, Record
from heeded.casework.taking.again import told_before
from heeded.casework.taking.allocated import Hand
from heeded.casework.taking.questioned import questioned
from heeded.casework.taking.sift import early, noted, of_somebody, set_aside, skewed, stand, unobjected
from heeded.core.chronology.report import Refusal, Report
from heeded.core.procedures.handbook import Handbook


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a report.

    What was kept now and what the record held already, each with its place in the log; what was refused;
    what is owed because of it; and by which entry each of the report's events stands.
    """

    kept: tuple[Kept, ...]
    held_already: tuple[Kept, ...]
    refusals: tuple[Refusal, ...]
    changed: tuple[Changed, ...] = field(default=(), compare=False)
    entries: Mapping[str, str] = field(default_factory=dict)


@again_when_contended
def receive(
    report: Report,
    author: Author,
    now: int,
    record: Record,
    handbook: Handbook,
    hand: Hand | None = None,
    *,
    asks: bool = True,
) -> Received:
    """Take a report into the record, event by event, and judge the families that it is about.

    What names somebody whom it does not describe, or an event held already that said something else, is
    refused and told; the rest is kept. Sent again, it keeps nothing twice. What is sent to somebody whom the
    record does not hold is kept, and the sender is told at once that nobody here has it. Where somebody's
    own `hand` wrote whose work a child is, those are told whom the act of allocating tells. A
    child who may stand in the record already is asked about, unless very many reports come at once (`asks`).
    """
    report = of_somebody(report)
    if not report.events:
        return Received((), (), report.refusals)
    with record.receiving(report, author, now, asks=asks) as (work, place):
        told = {
            event.ref: entry_of(event, report.agency, place, now, author.writer) for event in report.events
        }
        sifted = told_before(report, told, place, work)
        fresh, objected = unobjected(sifted, work)
        already = tuple(work.places(sifted.held))
        waits = early(fresh, work)
        flags = {**waits, **skewed(report, sifted.entries, now), **giving_away(fresh, work)}
        told_of_work = tuple(hand.told(fresh, work)) if hand else ()
        asked = questioned(report.agency, place, now, work.agencies)
        changed = append(work, [*fresh, *asked], handbook, flags)
        work.tell(told_of_work)
        stand(sifted, fresh, work)
        sent = {entry: said for each in changed for entry, said in each.unreached.items()}
        held = work.held(sifted.held)
        for family in work.families:
            again = (work.as_held(entry) for entry in held.values())
            sent |= reaching_nobody(again, family.chronology, work.agencies)
    return Received(
        kept=tuple(work.kept()),
        held_already=already,
        refusals=(
            *report.refusals,
            *(set_aside(sifted.ref_of(entry.id), why) for entry, why in objected),
            *(set_aside(ref, why) for ref, why in sifted.differing.items()),
            *noted({**sent, **waits}, sifted),
            *noted(sifted.superseded, sifted),
        ),
        changed=changed,
        entries=sifted.entries,
    )
