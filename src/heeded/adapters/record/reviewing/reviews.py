"""Looks taken without standing that await review, agency by agency, and who may make it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from heeded.adapters.record.agencies import agencies, hubs
from heeded.adapters.record.looking.rows import glass_of
from heeded.adapters.record.looking.staff import managers, officers, somebody
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import opened
from heeded.adapters.record.waiting.outbox import put
from heeded.casework.ports import Notice
from heeded.casework.ports.waiting import Unreviewed
from heeded.core.access import Actor


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
            late = [person for (person,) in tx.rows("work", "reviews_overdue", agency, agency, now)]
            tx.enter(Scope.WORK)
            told = {person for (person,) in tx.rows("work", "reviews_told", agency, late, told_since)}
        return [str(person) for person in late if person not in told]

    def tell(self, agency: str, notices: Sequence[Notice]) -> None:
        """Put notices to an agency in the outbox."""
        if notices:
            with opened(self._tokens, ITSELF, agency) as tx:
                tx.enter(Scope.WORK)
                put(tx, notices)

    def unreviewed(self, agency: str) -> Sequence[Unreviewed]:
        """The glasses broken in an agency that nobody has settled, with who broke each."""
        with opened(self._tokens, ITSELF, agency) as tx:
            tx.enter(Scope.REVIEW)
            rows = tx.rows("looking", "unreviewed", agency)
        held = [(glass_of(row[:-1]), frozenset(row[-1])) for row in rows]
        who: Mapping[str, Actor] = {
            id_: replace(somebody(id_, agency), line=managers(id_, agency))
            for id_ in {glass.actor for glass, _ in held}
        }
        return [Unreviewed(glass, who[glass.actor], given) for glass, given in held]

    def officers(self) -> tuple[Sequence[Actor], frozenset[str]]:
        """Every named officer, with those above them, and the agencies that keep the hub."""
        return officers(), hubs()

    def refer(self, glass: str, agency: str, now: int) -> None:
        """Put down that an agency's named officers review a glass."""
        with opened(self._tokens, ITSELF, agency) as tx:
            tx.enter(Scope.REVIEW)
            tx.run("looking", "refer", UUID(glass), agency, now)
