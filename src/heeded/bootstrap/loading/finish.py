"""What is done when a load is in: each agency told once, and the planner told what the tables now hold."""

from __future__ import annotations

from collections.abc import Sequence

import psycopg
from psycopg import sql

from heeded.bootstrap.secret import derived
from heeded.casework.ports import Notice
from heeded.casework.ports.notices import Why

_TABLES = (
    *("person", "subject", "description", "identifier", "link", "household", "address", "search_key"),
    *("entry", "leaf", "node", "passed_on", "standing", "duty", "card", "wake"),
)


def finish(admin: str, owing: Sequence[str], now: int) -> None:
    """Tell each of some agencies once that something is owed, and have PostgreSQL look at the tables anew."""
    from heeded.adapters.record.identity.indexing import (  # noqa: PLC0415 - after Django is set up
        index_missing,
    )
    from heeded.adapters.record.store.naming import Naming  # noqa: PLC0415 - as above
    from heeded.adapters.record.store.token import ITSELF, Scope  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.transaction import opened  # noqa: PLC0415 - as above
    from heeded.adapters.record.waiting.outbox import put  # noqa: PLC0415 - as above
    from heeded.bootstrap.running.ready import tokens  # noqa: PLC0415 - as above

    if owing:
        with opened(tokens(), ITSELF, ITSELF) as tx:
            tx.enter(Scope.WORK)
            put(tx, [Notice(agency=agency, why=Why.DUTY, at=now) for agency in owing])
    index_missing(Naming(derived("naming")), tokens())
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("SET ROLE heeded_owner")
        names = sql.SQL(", ").join(sql.Identifier("record", name) for name in _TABLES)
        connection.execute(sql.SQL("ANALYZE {}").format(names))
