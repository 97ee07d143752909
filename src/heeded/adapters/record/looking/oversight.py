"""One transaction of breaking a glass, or of looking at who looked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

from heeded.adapters.record.agencies import hubs
from heeded.adapters.record.looking.rows import LAST, NIL, glass_of, look_of, look_row, person_id
from heeded.adapters.record.looking.staff import managers, officers, somebody
from heeded.adapters.record.store.token import Scope
from heeded.adapters.record.store.transaction import Transaction
from heeded.adapters.record.waiting.outbox import put
from heeded.casework.ports.glass import EVERY, Glass, Narrowed, Review
from heeded.casework.ports.lists import Place
from heeded.casework.ports.looks import Look
from heeded.casework.ports.notices import Notice
from heeded.core.access import Actor

_UNSETTLED = "being looked into"


class PostgresOversight:
    """Who looked, and what was opened without standing, to one actor of an agency."""

    def __init__(self, tx: Transaction, actor: Actor) -> None:
        self._tx = tx
        self._actor = actor

    def break_glass(
        self, glass: Glass, look: Look, notices: Sequence[Notice], referred: Collection[str] = ()
    ) -> None:
        """Put down a broken glass with the look that it is, who reviews it, and tell those who must know."""
        child = UUID(glass.child)
        self._tx.enter(Scope.LOOK, [child])
        self._tx.run("looking", "add_look", *look_row(look), [])
        self._tx.run(
            "looking",
            "add_glass",
            *(UUID(glass.id), glass.actor, glass.agency, child),
            *(glass.since, glass.until, glass.reason, glass.review_by),
        )
        rows = [(UUID(glass.id), agency, glass.since) for agency in sorted(referred)]
        self._tx.run_many("looking", "refer", rows)
        self._tx.enter(Scope.WORK)
        put(self._tx, notices)

    def awaiting(self, after: Place | None, limit: int) -> Sequence[Glass]:
        """The glasses of the reader's agency, or given to it, that await review, the first due first."""
        self._tx.enter(Scope.REVIEW)
        due, glass = (0, NIL) if after is None else (after[0], person_id(after[1]))
        rows = self._tx.rows("looking", "awaiting", *(self._actor.agency,) * 2, due, glass, limit)
        return [glass_of(row) for row in rows]

    def glass(self, glass: str) -> tuple[Glass, Review | None] | None:
        """One glass broken in the reader's agency, or given to it, with its last review."""
        self._tx.enter(Scope.REVIEW)
        named = person_id(glass)
        rows = self._tx.rows("looking", "glass", named, *(self._actor.agency,) * 2)
        if not rows:
            return None
        for id_, by, at, outcome, words in self._tx.rows("looking", "reviews", named):
            return glass_of(rows[0]), Review(glass=str(id_), by=by, at=at, outcome=outcome, words=words)
        return glass_of(rows[0]), None

    def who_broke(self, glass: Glass) -> Actor:
        """The one who broke a glass, as an actor, with those above them."""
        return self.with_line(somebody(glass.actor, glass.agency))

    def officers(self) -> tuple[Sequence[Actor], frozenset[str]]:
        """Every named officer, with those above them, and the agencies that keep the hub."""
        return officers(), hubs()

    def with_line(self, actor: Actor) -> Actor:
        """The same actor, with the managers of their team."""
        return replace(actor, line=managers(actor.id, actor.agency))

    def review(self, review: Review) -> None:
        """Put down what a named officer found of a glass."""
        self._tx.enter(Scope.REVIEW)
        settled = review.outcome != _UNSETTLED
        values = (UUID(review.glass), self._actor.id, review.at, review.outcome, review.words, settled)
        self._tx.run("looking", "add_review", *values)

    def looks(self, child: str, before: Place | None, limit: int, only: Narrowed = EVERY) -> Sequence[Look]:
        """Who looked at a child's record, under any name that the child has had, the latest first."""
        person = person_id(child)
        self._tx.enter(Scope.FIND)
        names = [person, *(name for name, _ in self._tx.rows("families", "subjects", [person]))]
        self._tx.enter(Scope.REVIEW, names)
        at, look = (2**63 - 1, LAST) if before is None else (before[0], person_id(before[1]))
        kept = (only.agency, only.since, only.until, only.answered, only.answered, only.without_standing)
        rows = self._tx.rows("looking", "looks", names, names, at, look, *kept, limit)
        return [look_of(row) for row in rows]
