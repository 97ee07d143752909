"""The wiring of the log's seal: receipts, checkpoints, and proofs that an entry stands in the log."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from heeded.adapters.seals import Seal, open_seal
from heeded.adapters.seals.key_folder import public_keys
from heeded.bootstrap.secret import derived, folder
from heeded.casework.ports import Kept
from heeded.core.log.receipt import Receipt, receipt_json
from heeded.core.log.stretch import Stretch

if TYPE_CHECKING:
    from heeded.adapters.record.log.proving import Proving
    from heeded.adapters.record.log.verifying import Show, Verifying

ORIGIN = "HEEDED_ORIGIN"
"""The name of this record's log, the same for ever; made from the deployment's secret where none is given."""
SEAL = "seal"
"""The folder of the log's keys, in the deployment's own."""


def origin() -> str:
    """The name of this record's log."""
    return os.environ.get(ORIGIN) or f"heeded/{derived('origin', 6).hex()}"


@cache
def seal() -> Seal:
    """The log's seal, made at first use."""
    return open_seal(folder() / SEAL, origin())


def verifier_key() -> str:
    """The public key that others need to check what the log signs, in one line."""
    return str(seal().key())


def log_keys() -> tuple[str, ...]:
    """Every public key that this log has had, the oldest first, each in one line."""
    seal()
    return tuple(str(key) for key in public_keys(folder() / SEAL))


def receipt(kept: Kept) -> str:
    """The signed receipt for an entry, as JSON."""
    told = Receipt(origin=seal().name, entry=kept.entry, index=kept.index, leaf=kept.leaf, received=kept.at)
    return receipt_json(seal().sign(told.text))


@cache
def proving() -> Proving:
    """The log, to be shown: its checkpoints and proofs."""
    from heeded.adapters.record.log.proving import Proving  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above

    return Proving(Tokens(derived("tokens", 64)), seal().name, seal().sign)


def verifying(*, processes: int = 1, show: Show | None = None) -> Verifying:
    """The log, to be read through and computed anew, by so many processes where it is long.

    `show` is told how far it is: leaves read, of how many. Django must be signed in as the application.
    """
    from django.db import connections  # noqa: PLC0415 - after Django is set up

    from heeded.adapters.record.log.verifying import Verifying  # noqa: PLC0415 - as above
    from heeded.bootstrap.settings import url_of  # noqa: PLC0415 - as above

    app = url_of(connections["default"].settings_dict)
    return Verifying(app, derived("tokens", 64), processes=processes, show=show)


@dataclass(frozen=True, slots=True)
class Places:
    """The log, asked about single places of it."""

    def at(self, place: int) -> Stretch | None:
        """The one leaf at a place, hashed anew; None where the log is not so long."""
        return verifying().at(place)

    def included(self, place: int, now: int) -> tuple[tuple[bytes, ...], str]:
        """The hashes from a place to the root of a signed checkpoint, and that checkpoint's note."""
        return proving().included(place, now)
