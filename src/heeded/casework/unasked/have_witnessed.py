"""Have the log witnessed: its newest checkpoint brought to every witness, and what they say kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from heeded.casework.ports.witnessing import (
    Cosigned,
    Cosigning,
    NotReached,
    Objection,
    Objects,
    Witnessing,
)


@dataclass(slots=True)
class Heard:
    """What came of asking: who signed, who objects, and who could not be asked (by name, and why)."""

    size: int
    note: str
    cosigned: list[Cosigned] = field(default_factory=list)
    objections: list[Objection] = field(default_factory=list)
    not_reached: dict[str, str] = field(default_factory=dict)


def have_witnessed(log: Witnessing, witnesses: Iterable[Cosigning], now: int) -> Heard:
    """Bring the newest checkpoint to each witness, now (seconds UTC), also where the log has not grown.

    So a log that was put back is found by a witness who saw more of it, although nothing was written since.
    """
    size, note = log.newest(now)
    heard = Heard(size, note)
    for witness in witnesses:
        try:
            cosigned = witness.cosign(note, lambda old: log.proof(old, size))
        except NotReached as wrong:
            heard.not_reached[witness.name] = str(wrong)
        except Objects as objects:
            objection = Objection(witness.name, size, now, str(objects))
            log.keep_objection(objection)
            heard.objections.append(objection)
        else:
            log.keep(cosigned)
            heard.cosigned.append(cosigned)
    return heard
