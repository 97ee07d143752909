"""The wakes whose moment has come."""

from __future__ import annotations

from collections.abc import Sequence

from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import opened
from heeded.casework.ports.waiting import Wake


class PostgresWaiting:
    """What waits in the record, seen by the record itself."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def wakes(self, until: int, most: int) -> Sequence[Wake]:
        """The wakes whose moment (seconds UTC) has come, the earliest first, no more than so many."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.WORK)
            return [Wake(*row) for row in tx.rows("work", "due_wakes", until, most)]
