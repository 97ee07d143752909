"""The wiring of counting: the whole record judged now and then, and what it came to, held and read."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from heeded import bootstrap
from heeded.adapters.policy import shipped_access
from heeded.bootstrap.running.ready import tokens
from heeded.bootstrap.running.rebuilding import projection
from heeded.casework.looking.kept import Figured, NotCounted, how_kept
from heeded.casework.unasked.count_kept import count_kept
from heeded.core.access import Actor

if TYPE_CHECKING:
    from heeded.adapters.record.waiting.counted import PostgresTallies


def tallies() -> PostgresTallies:
    """Where counts are held."""
    from heeded.adapters.record.waiting.counted import PostgresTallies  # noqa: PLC0415 - after Django is set up

    return PostgresTallies(tokens())


def count(now: int) -> None:
    """Count how each rule was kept in the year before now (seconds UTC), and hold it."""
    tallies().hold(count_kept(projection(), bootstrap.open_handbook(), now))


def kept(actor: Actor) -> Figured | NotCounted:
    """The figures of the latest count, as somebody may see them."""
    return how_kept(shipped_access(), tallies(), actor, int(time.time()))
