"""Carry an act out: hold the family, ask the policy, look at what stands in the way, write, judge, tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from heeded.casework.acting.desk import By, Desk, Done, Telling
from heeded.casework.acting.doing import Doing, event_of
from heeded.casework.acting.fit import fit, named
from heeded.casework.acting.permission import look, obliged
from heeded.casework.acting.refused import NothingThere, Refused, Unfit
from heeded.casework.acting.under import Under
from heeded.casework.again import again_when_contended
from heeded.casework.heed import Changed
from heeded.casework.ports import Nobody, Notice
from heeded.core.access import Answer, Obligation, Operation, RecordClass
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.report import Described, Report

Before = Callable[[Under], Sequence[Telling]]
"""Looks at what the record holds, refuses where it must, and gives what is to be written first."""

Completes = Callable[[Under, Entry], Entry]
"""Adds to the act's entry the keys and facts by which it belongs to what the record holds."""


def nothing_before(_: Under) -> Sequence[Telling]:
    """Nothing stands in the way, and nothing else is written."""
    return ()


def as_it_is(_: Under, entry: Entry) -> Entry:
    """It says all that belongs to it."""
    return entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act: what it tells, under which verb, and what must be allowed and looked at before.

    `record` is the kind of record that it is done with. `also` is written with it. `people` describes
    those whom it names and the record does not hold yet. `corrects` and `withdraws` name an entry by its
    id. `keys` are those that it makes, for what follows it.
    """

    verb: str
    operation: Operation
    record: RecordClass
    told: Telling
    also: tuple[Telling, ...] = ()
    people: tuple[Described, ...] = ()
    before: Before = nothing_before
    completes: Completes = as_it_is
    corrects: str = ""
    withdraws: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)


@again_when_contended
def carry_out(act: Act, by: By, desk: Desk) -> Done:
    """Do an act once, whole or not at all; Refused says why not and what to do.

    Sent again under the same request it writes nothing and gives what it gave. Nothing is answered
    before it stands in the record who was shown what.
    """
    report, chosen = _report(act, by)
    child = act.told.child
    answer: Answer | None = None
    under: Under | None = None
    try:
        with desk.record.receiving(report, by.author, by.now, chosen) as (work, place):
            doing = Doing(act.told, by, desk, work, place)
            under = doing.under()
            child = under.child
            record = doing.record_of(act.corrects or act.withdraws, act.record)
            answer = doing.permit(under, act.operation, record)
            entries = doing.entries(report.events, act.corrects, act.withdraws)
            again = doing.done_before(act.verb, (act.told, *act.also), entries)
            changed = () if again else _write(act, doing, under, entries, answer)
        kept = again or tuple(work.kept())
    except Nobody:
        _shown(act, by, desk, None, child)
        raise NothingThere from None
    except Refused as refused:
        told = obliged(under, refused.answer) if under and refused.answer else ()
        _shown(act, by, desk, refused.answer or answer, child, told)
        raise
    if Obligation.RECEIPT_ONLY in answer.obligations:
        return Done(kept=kept, again=bool(again), changed=None, child=child, keys=act.keys)
    look_id = _shown(act, by, desk, answer, child)
    return Done(kept=kept, again=bool(again), changed=changed, look=look_id, child=child, keys=act.keys)


def _write(
    act: Act, doing: Doing, under: Under, entries: Sequence[Entry], answer: Answer
) -> tuple[Changed, ...]:
    """Write the act, and what it calls for before it, unless something stands in its way."""
    before = act.before(under)
    whole = [act.completes(under, entries[0]), *entries[1:]]
    return doing.write(act.verb, under, before, whole, answer)


def _report(act: Act, by: By) -> tuple[Report, tuple[str, ...]]:
    """The act as a report of its agency, and the people of the record whom it names by their ids."""
    if not by.request.strip():
        raise Unfit(act.verb, "it carries no name of its own", "Give the request a name that is yours")
    tellings = (act.told, *act.also)
    for each in tellings:
        fit(each, by.now)
    described = {person.ref for person in act.people}
    chosen = sorted({name for each in tellings for name in named(each)} - described)
    events = tuple(event_of(act.verb, by, each, str(number)) for number, each in enumerate(tellings))
    report = Report(id=f"{act.verb} {by.request}", agency=by.actor.agency, people=act.people, events=events)
    return report, tuple(chosen)


def _shown(
    act: Act, by: By, desk: Desk, answer: Answer | None, child: str, told: Sequence[Notice] = ()
) -> str:
    """Have it recorded what was shown or refused, and wait until that is durable; the id of the row.

    `told` are those who must know that it was tried. What is refused once the policy permitted it (a gate
    stands, and why) was shown: the row says so.
    """
    row = look(by, child, act.operation, (act.record,), answer)
    desk.recorder.record(row, told).wait()
    return row.id
