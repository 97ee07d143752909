"""How the record itself stands: whether there is room, and whether its witnesses have signed."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from heeded.bootstrap.witnessing.standing import lately

log = logging.getLogger("heeded.record")


@dataclass(frozen=True, slots=True)
class Stands:
    """What everybody should know who works with the record now.

    `nearly_full`: all but concerns is refused. `unwitnessed_since` (seconds UTC): what came in since then has
    too few witnesses, for too long now; None where it has. `objecting`: a witness says that it is not the
    record that it saw. `witnessed_to` is the length of the log that enough witnesses vouch for; None where
    nobody is asked to.
    """

    nearly_full: bool = False
    unwitnessed_since: int | None = None
    objecting: bool = False
    witnessed_to: int | None = None


def stands(now: int) -> Stands:
    """How it stands now (seconds UTC), as this process last found it. It never fails: a page needs it."""
    from heeded.adapters.record.store.room import watched  # noqa: PLC0415 - after Django is set up

    try:
        room, witnesses = watched(), lately()
        return Stands(
            nearly_full=room is not None and room.nearly_full,
            unwitnessed_since=witnesses.lacking(now),
            objecting=bool(witnesses.objections),
            witnessed_to=witnesses.witnessed_to if witnesses.quorum else None,
        )
    except Exception:
        log.exception("it could not be found out how the record stands")
        return Stands()
