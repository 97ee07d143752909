"""The board of a large agency is read in the order of its index, a page at a time."""

from __future__ import annotations

import psycopg
import pytest

from heeded.casework.ports.desks import Desk, Wanted
from tests.casework.looking.telling import run

MANY = """
INSERT INTO record.card (id, agency, desk, stage, place, family, person, key, since, came, kind, sender,
    source, lead, rule, owed, due, owing, parties, silent, silent_since, opposed)
SELECT gen_random_uuid(), CASE WHEN mod(n, 5) = 0 THEN 'southby' ELSE 'council' END,
    (ARRAY['triage', 'triage', 'triage', 'disagreement'])[1 + mod(n, 4)],
    (ARRAY['contact', 'screening', 'strategy', 'decided'])[1 + mod(n, 4)], n * 60, gen_random_uuid(),
    gen_random_uuid(), n::text, 0, 0, 'referral made', '', '', '', '', '', n * 60, '{}', '{}', '{}', '{}', 0
FROM generate_series(1, 40000) AS n
"""

ASKED = (
    (Wanted(desk=Desk.TRIAGE, stage="screening"), "card_list"),
    (Wanted(desk=Desk.TRIAGE, stage="decided", upto=900_000), "card_list"),
    (Wanted(desk=Desk.TRIAGE, stage="contact", due_before=2_000_000), "card_list"),
    (Wanted(desk=Desk.DISAGREEMENT), "card_desk"),
)


@pytest.mark.usefixtures("desk")
def test_a_page_of_the_board_is_read_in_the_order_of_its_index(database: str) -> None:
    run(database, MANY)
    with psycopg.connect(database, autocommit=True) as admin:
        admin.execute("SET ROLE heeded_owner")
        admin.execute("ANALYZE record.card")
    for wanted, index in ASKED:
        for after in (None, (1_200_000, "00000000-0000-0000-0000-000000000001")):
            plan = _plan(wanted, after)
            assert f"using {index} " in plan, (wanted, plan)
            assert "Sort" not in plan, (wanted, plan)


def _plan(wanted: Wanted, after: tuple[int, str] | None) -> str:
    """How the statement that gives a page is carried out, in the application's own role and scope."""
    from django.db import connection  # noqa: PLC0415 - after Django is set up

    from heeded.adapters.record.looking.cards import asked_for  # noqa: PLC0415 - as above
    from heeded.adapters.record.store.statements import statement  # noqa: PLC0415 - as above
    from heeded.adapters.record.store.token import Scope, Tokens  # noqa: PLC0415 - as above
    from heeded.adapters.record.store.transaction import opened  # noqa: PLC0415 - as above
    from heeded.bootstrap.secret import derived  # noqa: PLC0415 - as above

    name, values = asked_for(wanted, "council", after, [], 21)
    with opened(Tokens(derived("tokens", 64)), "manager", "council") as tx:
        tx.enter(Scope.LIST)
        tx.rows("lists", "in_order")
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {statement('lists', name)}", values)  # type: ignore[arg-type] # of any kind
            return "\n".join(str(row[0]) for row in cursor.fetchall())
