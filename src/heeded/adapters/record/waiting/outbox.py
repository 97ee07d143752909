"""The outbox: filled in the transaction that has something to tell, emptied by the worker."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID, uuid4

from heeded.adapters.record.jobs import deliver
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import Asked, Transaction, opened
from heeded.casework.ports import Notice
from heeded.casework.ports.outbox import Delivery

_LONGEST = 500


def put(tx: Transaction, notices: Iterable[Notice], names: Iterable[UUID] | None = None) -> None:
    """Put notices in the outbox, with a delivery and its job for every channel of whom they are for.

    They are told only if the transaction is kept; those whose names, if given, are there already, are not
    told again.
    """
    with tx.at_once():
        putting = Putting(tx, notices, names)
    putting.deliver()


class Putting:
    """Notices put in the outbox, at once with what else is written."""

    def __init__(
        self, tx: Transaction, notices: Iterable[Notice], names: Iterable[UUID] | None = None
    ) -> None:
        told = tuple(notices)
        rows = list(zip(names or (uuid4() for _ in told), told, strict=True))
        self._deliveries: Asked | None = None
        if not rows:
            return
        tx.run_many("outbox", "add_notice", [_row(name, notice) for name, notice in rows])
        columns = [
            [name for name, _ in rows],
            [notice.agency for _, notice in rows],
            [notice.practitioner for _, notice in rows],
            [notice.at for _, notice in rows],
        ]
        self._deliveries = tx.ask("outbox", "add_deliveries", *columns)

    def deliver(self) -> None:
        """Have their deliveries made, when the writing has ended."""
        if self._deliveries is not None:
            deliver([delivery for (delivery,) in self._deliveries.rows()])


class PostgresOutbox:
    """What waits to be delivered, seen by the record itself."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def waiting(self, delivery: int) -> Delivery | None:
        """A delivery that waits; None where it was delivered or given up before."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.WORK)
            rows = tx.rows("outbox", "waiting", delivery)
        for number, notice, channel, address, agency, why, at, tries, secret in rows:
            return Delivery(
                id=number,
                notice=str(notice),
                channel=channel,
                address=address,
                agency=agency,
                why=why,
                at=at,
                tries=tries,
                secret=secret,
            )
        return None

    def overdue(self, until: int, most: int) -> list[int]:
        """The deliveries to be tried by a moment (seconds UTC), the earliest first, no more than so many."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.WORK)
            return [number for (number,) in tx.rows("outbox", "overdue", until, most)]

    def delivered(self, delivery: Delivery, now: int) -> None:
        """It was delivered now (seconds UTC), and with it the notice."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.WORK)
            tx.run("outbox", "delivered", now, delivery.id)
            tx.run("outbox", "notice_delivered", now, UUID(delivery.notice))

    def not_delivered(self, delivery: Delivery, now: int, said: str, again: int | None) -> None:
        """It was not, and this is what was said; it is to be tried again then or, where None, never."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.WORK)
            gave_up = now if again is None else None
            tx.run("outbox", "not_delivered", said[:_LONGEST], again, gave_up, delivery.id)
            if again is not None:
                deliver([delivery.id], again)


def _row(name: UUID, notice: Notice) -> tuple[object, ...]:
    named = [UUID(each) if each else None for each in (notice.family, notice.child, notice.duty)]
    return (name, notice.at, notice.agency, notice.practitioner, str(notice.why), *named)
