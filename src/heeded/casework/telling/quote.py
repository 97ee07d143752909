"""What whoever tells is quoted of why something is now owed: their own words, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.casework.ports import Kept, Owed

MORE = "Because of more than was told here: it stands on the worklist, for whoever may see it."
"""What stands for a because that rests on what was not told in the same breath."""


def because_for(line: Owed, told: Iterable[Kept]) -> str:
    """Why a line is owed, for those who told these entries; only that there is more where it rests on others.

    To tell is not to look: no purpose was stated, and what others told is read from the worklist or the
    record, where the look is decided and recorded first.
    """
    return line.because if {*line.cites} <= {each.entry for each in told} else MORE
