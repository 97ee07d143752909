"""The wiring of what people do: the record, the handbook, the policy, and the recorder of looks."""

from __future__ import annotations

from heeded.adapters.policy import shipped_access
from heeded.bootstrap import looking, open_handbook
from heeded.bootstrap.live import open_record
from heeded.bootstrap.secret import derived
from heeded.bootstrap.witnessing.standing import lately
from heeded.casework.acting import Desk
from heeded.casework.ports.drafts import Drafts


def desk() -> Desk:
    """What every act stands on, over the database that Django is set up for."""
    return Desk(open_record(), open_handbook(), shipped_access(), looking.recorder(), _lacking)


def drafts() -> Drafts:
    """What people have begun to write: each sees their own alone."""
    from heeded.adapters.record.drafts import PostgresDrafts  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above

    return PostgresDrafts(Tokens(derived("tokens", 64)))


def _lacking(now: int) -> int | None:
    return lately().lacking(now)
