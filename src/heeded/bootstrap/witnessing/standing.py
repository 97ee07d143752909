"""How far the witnesses have come with the log: every signature that is kept is checked anew."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from heeded.adapters.seals import Verifiers
from heeded.bootstrap.keeping.checkpoints import verifiers
from heeded.bootstrap.secret import derived
from heeded.casework.ports.witnessing import Standing
from heeded.core.log.note import Note, Signature

if TYPE_CHECKING:
    from heeded.adapters.record.log.witnessed import Witnessed

OFTEN = 15
"""For how many seconds a process believes what it last found."""


def standing() -> Standing:
    """How far they have come now. Where none is named, none is waited for."""
    checks = verifiers()
    if not checks.witnesses.keys:
        return Standing()
    names = [key.name for key in checks.witnesses.keys]
    words = kept()
    found = Standing(
        quorum=checks.witnesses.quorum,
        seen=tuple(words.signed_last(names)),
        size=words.length(),
        witnessed_to=_witnessed_to(words, checks, names),
        objections=tuple(words.objecting(names)),
    )
    return replace(found, since=words.received(found.witnessed_to))


def lately() -> Standing:
    """The same, as it was found in the last quarter of a minute."""
    return _found_at(int(time.monotonic()) // OFTEN)


def kept() -> Witnessed:
    """What is kept of witnesses' words."""
    from heeded.adapters.record.log.witnessed import Witnessed  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above

    return Witnessed(Tokens(derived("tokens", 64)))


@lru_cache(maxsize=1)
def _found_at(_: int) -> Standing:
    return standing()


def _witnessed_to(words: Witnessed, checks: Verifiers, names: list[str]) -> int:
    """The greatest size for which the log's signature and enough witnesses' hold."""
    for note, lines in words.signed_by(names, checks.witnesses.quorum):
        try:
            signatures = [Signature.parse(line) for line in lines]
            found = checks.checkpoint(Note.parse(note).signed(*signatures))
        except ValueError:  # one of them is false: it vouches for nothing
            continue
        if found.quorum:
            return found.checkpoint.size
    return 0
