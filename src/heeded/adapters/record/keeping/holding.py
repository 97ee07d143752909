"""Holds placed and lifted, by the application in the name of whoever does it."""

from __future__ import annotations

from uuid import UUID

from heeded.adapters.record.keeping.rows import placed_of
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import opened
from heeded.casework.ports.keeping import Placed
from heeded.core.access.retention import Hold


class PostgresHolding:
    """Places and lifts holds under the keys of a deployment."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def place(self, hold: Hold, now: int) -> int:
        """Place a hold; its number. An erasure under way holds the head of the log: it ends first."""
        with opened(self._tokens, hold.by, ITSELF) as tx:
            tx.enter(Scope.WRITE)
            tx.rows("log", "lock_head")
            tx.enter(Scope.REVIEW)
            person = UUID(hold.child) if hold.child else None
            values = (person, hold.controller, str(hold.record or ""), now, hold.by, hold.reason)
            ((number,),) = tx.rows("keeping", "add_hold", *values)
            return int(number)

    def lift(self, number: int, by: str, agreed_by: str, because: str, now: int) -> None:
        """Lift a hold; LookupError where none of that number stands."""
        with opened(self._tokens, by, ITSELF) as tx:
            tx.enter(Scope.REVIEW)
            if not tx.run("keeping", "lift_hold", now, by, agreed_by, because, number):
                raise LookupError(f"no hold {number} stands")

    def standing(self, number: int) -> Placed | None:
        """The hold of that number that stands."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.FIND)
            rows = tx.rows("keeping", "standing_hold", number)
            return placed_of(rows[0]) if rows else None
