"""The wiring of accounts for families: the record, what their words must not tell, where they are kept."""

from __future__ import annotations

from heeded.adapters.policy import shipped_access
from heeded.bootstrap import door, looking
from heeded.bootstrap.keeping import walls
from heeded.bootstrap.secret import derived
from heeded.casework.for_family import Desk


def desk() -> Desk:
    """What it takes to draw an account up and give it, over the database that Django is set up for."""
    from heeded.adapters.record.keeping.accounts import PostgresFamilyAccounts  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above

    return Desk(
        readings=looking.desk().record,
        recorder=looking.recorder(),
        policy=shipped_access(),
        looking=looking.desk(),
        walls=walls.walled().walls,
        accounts=PostgresFamilyAccounts(Tokens(derived("tokens", 64))),
        agencies=door.agencies,
    )
