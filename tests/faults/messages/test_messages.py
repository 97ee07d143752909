"""Any message sent five times, late, out of order, with a wrong clock: the same record."""

from __future__ import annotations

import pytest

from tests.adapters.record.security.intruder import as_admin
from tests.borough import make_agencies
from tests.faults.messages.digest import different
from tests.faults.messages.sending import look, orders

STORIES = 12


def test_any_order_of_the_same_messages_gives_the_same_record(database: str) -> None:
    make_agencies()
    for seed in range(STORIES):
        first, *others = orders(seed, database)
        for other in others:
            assert different(first.state, other.state) == [], (seed, other.name)


def test_a_difference_would_be_seen(database: str) -> None:
    make_agencies()
    first, other, _ = orders(3, database)
    assert different(first.state, other.state) == []
    with as_admin(database) as admin:
        admin.execute("ALTER TABLE record.entry DISABLE TRIGGER append_only")
        telling = next(orders(4, database))
        for change in (
            (
                "UPDATE record.entry SET told = told + 1 WHERE index = (SELECT max(index) FROM record.entry "
                "WHERE id NOT IN (SELECT entry FROM record.standing))"
            ),
            "DELETE FROM record.duty WHERE id = (SELECT id FROM record.duty ORDER BY family DESC LIMIT 1)",
            "UPDATE record.person SET family = gen_random_uuid()",
        ):
            admin.execute(change.encode())
        again = look(4, telling.name, database)
    seen = {line.split()[0] for line in different(telling.state, again)}
    assert seen >= {"entries", "families"}


@pytest.mark.parametrize("seed", range(3))
def test_late_messages_give_the_same_entries_people_and_families(database: str, seed: int) -> None:
    make_agencies()
    first, *others = orders(seed, database, delayed=True)
    for other in others:
        assert first.state.entries == other.state.entries
        assert first.state.retold == other.state.retold
        assert first.state.links == other.state.links
        assert first.state.families == other.state.families
