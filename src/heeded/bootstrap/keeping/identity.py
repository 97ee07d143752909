"""The wiring of who is who: the record, the policy, the handbook and the recorder of looks."""

from __future__ import annotations

from heeded.adapters.policy import shipped_access, shipped_sample
from heeded.bootstrap import looking, open_handbook
from heeded.bootstrap.secret import derived
from heeded.casework.identity import Desk


def desk() -> Desk:
    """What it takes to say who is who, over the database that Django is set up for."""
    from heeded.adapters.record.identity.second_reading import (  # noqa: PLC0415 - as below
        PostgresLinkage,
        PostgresSecondReadings,
    )
    from heeded.adapters.record.relinking import PostgresIdentities  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.naming import Naming  # noqa: PLC0415 - as above
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above

    tokens = Tokens(derived("tokens", 64))
    return Desk(
        readings=looking.desk().record,
        recorder=looking.recorder(),
        policy=shipped_access(),
        identities=PostgresIdentities(Naming(derived("naming")), tokens),
        handbook=open_handbook(),
        second=PostgresSecondReadings(tokens),
        sample=shipped_sample(),
        linkage=PostgresLinkage(tokens),
    )
