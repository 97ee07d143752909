"""The wiring of what people do: the record, the handbook, the policy, and the recorder of looks."""

from __future__ import annotations

from heeded.adapters.policy import shipped_access
from heeded.bootstrap import looking, open_handbook
from heeded.bootstrap.live import open_record
from heeded.casework.acting import Desk


def desk() -> Desk:
    """What every act stands on, over the database that Django is set up for."""
    return Desk(open_record(), open_handbook(), shipped_access(), looking.recorder())
