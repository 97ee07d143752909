"""Two readings of uncertain times, and what it means that they agree."""

from __future__ import annotations

from enum import StrEnum


class Reading(StrEnum):
    """How the times of the record are read where they are uncertain.

    A verdict is given only where both readings give it.
    """

    KINDEST = "as kindly to whoever owes as the times allow"
    STRICTEST = "as strictly as the times allow"
