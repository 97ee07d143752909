"""What the last verification of the log found, kept outside the database for the page of the log."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass

from heeded.bootstrap.secret import folder
from heeded.casework.verify import Verified

KEPT = "verified.json"
"""The file in the deployment's own folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastVerified:
    """When the log was last read through and computed anew (seconds UTC), how long it was, what was found.

    `faults` counts what was wrong; `signed_to` and `witnessed_to` say how far it agreed with what is held
    outside the database.
    """

    at: int
    leaves: int
    faults: int
    signed_to: int
    witnessed_to: int


def keep(found: Verified, now: int) -> None:
    """Keep what a verification found, in place of what the one before did."""
    told = LastVerified(
        at=now,
        leaves=found.leaves,
        faults=len(found.faults) + found.more,
        signed_to=found.signed_to,
        witnessed_to=found.witnessed_to,
    )
    fresh = folder() / f".{KEPT}.{os.getpid()}.new"
    fresh.write_text(json.dumps(asdict(told)), "utf-8")
    fresh.replace(folder() / KEPT)


def last_verified() -> LastVerified | None:
    """What the last one found; None where there was none, or the file cannot be read."""
    try:
        return LastVerified(**json.loads((folder() / KEPT).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
