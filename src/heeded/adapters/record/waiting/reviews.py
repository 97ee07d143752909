"""Looks taken without standing whose review is overdue, agency by agency."""

from __future__ import annotations

from collections.abc import Sequence

from heeded.adapters.record.agencies import agencies
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import opened
from heeded.adapters.record.waiting.outbox import put
from heeded.casework.ports import Notice


class PostgresReviews:
    """The reviews that wait, seen by the record itself."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def agencies(self) -> Sequence[str]:
        """Every agency, by id."""
        return sorted(agencies())

    def overdue(self, agency: str, now: int, told_since: int) -> Sequence[str]:
        """The children whose review in an agency is overdue now, and was not told since (seconds UTC)."""
        with opened(self._tokens, ITSELF, agency) as tx:
            tx.enter(Scope.REVIEW)
            late = [person for (person,) in tx.rows("work", "reviews_overdue", agency, now)]
            tx.enter(Scope.WORK)
            told = {person for (person,) in tx.rows("work", "reviews_told", agency, late, told_since)}
        return [str(person) for person in late if person not in told]

    def tell(self, agency: str, notices: Sequence[Notice]) -> None:
        """Put notices to an agency in the outbox."""
        if notices:
            with opened(self._tokens, ITSELF, agency) as tx:
                tx.enter(Scope.WORK)
                put(tx, notices)
