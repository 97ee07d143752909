"""The shared record, opened to be read in somebody's name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from heeded.adapters.record.looking.listing import PostgresListing
from heeded.adapters.record.looking.oversight import PostgresOversight
from heeded.adapters.record.looking.reading import PostgresReading
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.token import Tokens
from heeded.adapters.record.store.transaction import Transaction, opened
from heeded.casework.ports.glass import Oversight
from heeded.casework.ports.lists import Listing
from heeded.casework.ports.reading import Reading
from heeded.core.access import Actor


class PostgresReadings:
    """Opens transactions of reading, under the keys of a deployment."""

    def __init__(self, naming: Naming, tokens: Tokens) -> None:
        self._naming = naming
        self._tokens = tokens

    @contextmanager
    def reading(self, actor: Actor, now: int) -> Iterator[Reading]:
        """Read a child's record in somebody's name."""
        with self._opened(actor) as tx:
            yield PostgresReading(tx, self._naming, actor, now)

    @contextmanager
    def listing(self, actor: Actor, now: int) -> Iterator[Listing]:
        """Read what awaits somebody and their agency."""
        with self._opened(actor) as tx:
            yield PostgresListing(tx, actor, now)

    @contextmanager
    def overseeing(self, actor: Actor) -> Iterator[Oversight]:
        """Read who looked, and what was opened without standing."""
        with self._opened(actor) as tx:
            yield PostgresOversight(tx, actor)

    @contextmanager
    def _opened(self, actor: Actor) -> Iterator[Transaction]:
        with opened(self._tokens, actor.id, actor.agency) as tx:
            yield tx
