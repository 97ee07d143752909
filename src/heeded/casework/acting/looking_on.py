"""Look, before an act, at how things stand: permitted and recorded like the act, and nothing written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from heeded.casework.acting.desk import By, Desk, Telling
from heeded.casework.acting.fit import fit
from heeded.casework.acting.permission import look, obliged, permit
from heeded.casework.acting.refused import NothingThere, Refused
from heeded.casework.acting.under import Under, proposed
from heeded.casework.ports import Nobody
from heeded.core.access import Operation, RecordClass


@contextmanager
def looking_on(
    told: Telling, operation: Operation, record: RecordClass, by: By, desk: Desk
) -> Iterator[Under]:
    """How things stand for an act that is thought of; the look is durable when the block has ended."""
    fit(told, by.now)
    under: Under | None = None
    try:
        with desk.record.writing([told.child], by.author, by.now) as work:
            (held,) = work.families
            under = Under(work, held, work.as_held(proposed(told, by)).child, by, desk.handbook)
            answer = permit(under, operation, record, desk.policy)
            yield under
    except Nobody:
        desk.recorder.record(look(by, told.child, operation, (record,), None)).wait()
        raise NothingThere from None
    except Refused as refused:
        must_know = obliged(under, refused.answer) if under and refused.answer else ()
        desk.recorder.record(look(by, told.child, operation, (record,), refused.answer), must_know).wait()
        raise
    desk.recorder.record(look(by, told.child, operation, (record,), answer)).wait()
