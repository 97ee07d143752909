"""The wiring of keeping: what is due, holds, and erasing as the role that may."""

from __future__ import annotations

from heeded import bootstrap
from heeded.adapters.policy import shipped_access
from heeded.adapters.policy.retention import shipped_retention
from heeded.bootstrap import live, looking
from heeded.bootstrap.secret import derived
from heeded.casework.keeping import Desk

RETENTION = "heeded_retention"


def desk(admin: str) -> Desk:
    """What keeping needs, in the database of a connection string that Django is set up for."""
    from heeded.adapters.record.keeping import PostgresHolding, PostgresKeeping  # noqa: PLC0415 - after Django
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above

    tokens = Tokens(derived("tokens", 64))
    return Desk(
        keeping=PostgresKeeping(live.signed_in(admin, RETENTION), tokens),
        holding=PostgresHolding(tokens),
        readings=looking.desk().record,
        record=live.open_record(),
        recorder=looking.recorder(),
        policy=shipped_access(),
        rules=shipped_retention(),
        handbook=bootstrap.open_handbook(),
    )
