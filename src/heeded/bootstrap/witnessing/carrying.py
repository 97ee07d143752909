"""Checkpoints brought to the witnesses, each minute; who is told where one objects or too few have signed."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from heeded.adapters.seals.carrier import Carrier
from heeded.bootstrap import sealing
from heeded.bootstrap.keeping.checkpoints import RolledBack, Trusted, keep, witnesses
from heeded.bootstrap.secret import derived
from heeded.bootstrap.witnessing.standing import kept, standing
from heeded.casework.ports.notices import Why
from heeded.casework.ports.witnessing import Cosigned, Objection
from heeded.casework.unasked.have_witnessed import Heard, have_witnessed
from heeded.core.log.note import Note, Signature

if TYPE_CHECKING:
    from heeded.adapters.record.log.telling import Officers
    from heeded.adapters.record.log.witnessed import Witnessed

log = logging.getLogger("heeded.worker")


class _Log:
    """This record's log, as witnesses are shown it."""

    def __init__(self, words: Witnessed) -> None:
        self._words = words

    def newest(self, now: int) -> tuple[int, str]:
        """The newest signed checkpoint: its size and note."""
        note = sealing.proving().checkpoint(now, older=0)
        return int(note.split("\n", 2)[1]), note

    def proof(self, old: int, size: int) -> Sequence[bytes] | None:
        """The proof that the log of a size begins with one of another; None where it was never so long."""
        if old <= size:
            return sealing.proving().consistency(old, size)
        return () if old <= self._words.length() else None

    def keep(self, cosigned: Cosigned) -> None:
        """Keep a witness's signature."""
        self._words.keep(cosigned)

    def keep_objection(self, objection: Objection) -> None:
        """Keep what a witness objected."""
        self._words.keep_objection(objection)


def carry(now: int) -> Heard:
    """Sign a checkpoint where the log has grown, bring it to every witness, keep what they say, and tell.

    The checkpoint is kept outside the database with the signatures beneath it. Each agency's named
    officers are told, once a day, while a witness objects or too few have signed for what came in.
    """
    heard = have_witnessed(_Log(kept()), map(_carrier, _with_addresses()), now)
    for name, why in heard.not_reached.items():
        log.warning("the witness %s did not sign: %s", name, why)
    for objection in heard.objections:
        log.critical("THE WITNESS %s OBJECTS: %s", objection.witness, objection.said)
    try:
        keep(_beneath(heard), now)
    except RolledBack as wrong:
        log.critical("%s", wrong)
        officers().tell(Why.REWRITTEN, now)
    _tell(now)
    return heard


def officers() -> Officers:
    """Every agency's named officers."""
    from heeded.adapters.record.log.telling import Officers  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.naming import Naming  # noqa: PLC0415 - as above
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above

    return Officers(Naming(derived("naming")), Tokens(derived("tokens", 64)))


def _tell(now: int) -> None:
    stands = standing()
    if stands.objections:
        officers().tell(Why.REWRITTEN, now)
    if (since := stands.lacking(now)) is not None:
        log.error(
            "%d entries have too few witnesses, the first for %d minutes",
            stands.size - stands.witnessed_to,
            (now - since) // 60,
        )
        officers().tell(Why.UNWITNESSED, now)


def _beneath(heard: Heard) -> str:
    """The checkpoint with what witnesses have just signed beneath it."""
    note = Note.parse(heard.note)
    fresh = [Signature.parse(cosigned.line) for cosigned in heard.cosigned]
    names = {(line.name, line.key_id) for line in fresh}
    others = tuple(line for line in note.signatures if (line.name, line.key_id) not in names)
    return str(Note(note.text, (*others, *fresh)))


def _with_addresses() -> list[Trusted]:
    return [trusted for trusted in witnesses() if trusted.url]


@cache
def _carrier(trusted: Trusted) -> Carrier:
    return Carrier(trusted.key, trusted.url)
