"""What became of an act: where it stands in the log, and what is owed because of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from heeded.casework.acting import Done
from heeded.casework.ports import Kept, Owed
from heeded.casework.telling.quote import because_for
from heeded.doors.web.shown.moments import moment
from heeded.doors.web.shown.names import Names


def became(done: Done, agency: str, names: Names) -> dict[str, object]:
    """An act's place in the log, what its agency owes now, and how many duties others have of it."""
    kept = done.kept[-1]
    fresh = [line for changed in done.changed or () for line in changed.fresh]
    others = Counter(line.agency for line in fresh if line.agency and line.agency != agency)
    return {
        "entry": kept.entry,
        "index": kept.index,
        "at": moment(kept.at),
        "again": done.again,
        "owed": [_line(line, done.kept) for line in fresh if line.agency == agency],
        "others": sorted((names.agency(other), count) for other, count in others.items()),
        "unowned": sum(changed.unowned for changed in done.changed or ()),
        "unreached": [said for changed in done.changed or () for said in changed.unreached.values()],
    }


def _line(owed: Owed, told: Iterable[Kept]) -> tuple[str, str, str]:
    due = owed.finding.due
    return owed.owed, because_for(owed, told), "" if due is None else moment(due)
