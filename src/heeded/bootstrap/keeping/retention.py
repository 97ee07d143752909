"""The wiring of keeping: what is due, holds, and erasing as the role that may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heeded import bootstrap
from heeded.adapters.policy import shipped_access
from heeded.adapters.policy.retention import shipped_retention
from heeded.bootstrap import live, looking
from heeded.bootstrap.secret import derived
from heeded.casework.keeping import Desk
from heeded.core.access import Actor
from heeded.core.chronology.people import Agency

if TYPE_CHECKING:
    from heeded.adapters.record.keeping import PostgresKeeping
    from heeded.adapters.record.keeping.wiping import Wiped

RETENTION = "heeded_retention"


def desk(admin: str) -> Desk:
    """What keeping needs, in the database of a connection string that Django is set up for."""
    from heeded.adapters.record.keeping import PostgresHolding  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above

    return Desk(
        keeping=_keeping(admin),
        holding=PostgresHolding(Tokens(derived("tokens", 64))),
        readings=looking.desk().record,
        record=live.open_record(),
        recorder=looking.recorder(),
        policy=shipped_access(),
        rules=shipped_retention(),
        handbook=bootstrap.open_handbook(),
    )


def wipe(admin: str, now: int) -> Wiped:
    """Take what was erased out of the database's files too, and note it of every erasure until now."""
    from heeded.adapters.record.keeping.wiping import wipe as wiped  # noqa: PLC0415 - after Django is set up

    keeping = _keeping(admin)
    newest = keeping.newest()
    found = wiped(admin)
    if found.whole:
        keeping.wiped(newest, now)
    return found


def somebody(identity: str, password: str) -> Actor | None:
    """The practitioner of that id who works and whose password this is; None where it is not."""
    from heeded.adapters.record.door.practitioners import practitioner  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - as above

    account = Practitioner.objects.filter(id=identity, is_active=True).first()
    known = practitioner(identity)
    return known.actor if known and account and account.check_password(password) else None


def agency(identity: str) -> Agency:
    """The agency of that id; KeyError where the record knows none."""
    from heeded.adapters.record.agencies import agencies  # noqa: PLC0415 - after Django is set up

    return agencies()[identity]


def _keeping(admin: str) -> PostgresKeeping:
    from heeded.adapters.record.keeping import PostgresKeeping  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above

    return PostgresKeeping(live.signed_in(admin, RETENTION), Tokens(derived("tokens", 64)))
