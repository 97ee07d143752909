"""The answer to a report: what became of each event, and what is owed because of it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from heeded.bootstrap import sealing
from heeded.casework.heed import Changed
from heeded.casework.ports import Kept, Owed
from heeded.casework.receive import Received
from heeded.casework.telling.quote import because_for
from heeded.core.chronology.report import Refusal, Report
from heeded.doors.api.caller import Caller
from heeded.doors.api.events.shape import Duties, Event, NewDuty, Others, Posted, Receipt, SetAside, State
from heeded.doors.api.scope import Scope
from heeded.doors.api.times import written_if_any

_WHOLE = re.compile(r"/(?:events|people)/\d+")


def posted(report: Report, received: Received, caller: Caller) -> Posted:
    """What the sender is told."""
    refused = {refusal.ref: refusal for refusal in received.refusals if refusal.grave and refusal.ref}
    events = [*_events(report, received, refused)]
    states = Counter(event.state for event in events)
    return Posted(
        report=report.id,
        kept=states[State.KEPT],
        held_already=states[State.HELD_ALREADY],
        refused=len({_whole(refusal) for refusal in received.refusals if refusal.grave}),
        events=events,
        set_aside=[_set_aside(refusal) for refusal in received.refusals],
        duties=duties_of(received.changed, (*received.kept, *received.held_already), caller)
        if caller.system
        else None,
    )


def _events(report: Report, received: Received, refused: dict[str, Refusal]) -> Iterator[Event]:
    kept = {place.entry: place for place in received.kept}
    held = {place.entry: place for place in received.held_already}
    if not kept and not held:
        return
    for event in report.events:
        if event.ref in refused:
            continue
        entry = received.entries[event.ref]
        if entry in kept:
            yield _standing(event.ref, State.KEPT, kept[entry])
        elif entry in held:
            yield _standing(event.ref, State.HELD_ALREADY, held[entry])


def _standing(ref: str, state: State, place: Kept) -> Event:
    receipt = Receipt.model_validate(json.loads(sealing.receipt(place)))
    return Event(ref=ref, state=state, entry=place.entry, receipt=receipt)


def _whole(refusal: Refusal) -> str:
    """Which event or person was kept out: one with three faults is one."""
    found = _WHOLE.match(refusal.place)
    return found[0] if found else refusal.ref or refusal.place


def _set_aside(refusal: Refusal) -> SetAside:
    return SetAside(place=refusal.place, ref=refusal.ref, reason=refusal.reason, grave=refusal.grave)


def duties_of(changes: Iterable[Changed], told: Collection[Kept], caller: Caller) -> Duties:
    """What is new or newly overdue because of what was told.

    The sender's own in full if they may see its list, else how many; of why, no more than they told.
    """
    whole = tuple(changes)
    fresh = [line for changed in whole for line in changed.fresh]
    seen = caller.actor.agency if _sees_its_list(caller) else None
    counted = Counter(line.agency for line in fresh if line.agency and line.agency != seen)
    return Duties(
        own=[_line(line, told) for line in fresh if line.agency == seen],
        others=[Others(agency=agency, duties=count) for agency, count in sorted(counted.items())],
        unowned=sum(changed.unowned for changed in whole),
        unreached=[said for changed in whole for said in changed.unreached.values()],
    )


def _sees_its_list(caller: Caller) -> bool:
    """Whether the sender is a practitioner, or a system that was made for its agency's worklist."""
    return not caller.through or Scope.WORKLIST in caller.scopes


def _line(owed: Owed, told: Collection[Kept]) -> NewDuty:
    return NewDuty(
        owed=owed.owed,
        because=because_for(owed, told),
        rule=owed.finding.rule,
        verdict=str(owed.finding.verdict),
        by=written_if_any(owed.finding.due),
    )
