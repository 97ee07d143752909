"""Send the reports of a story in an order of chance, some of them again and again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import psycopg

from heeded import bootstrap
from heeded.adapters.record.store.naming import Naming
from heeded.bootstrap import live
from heeded.bootstrap.secret import derived
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from heeded.casework.unasked.rebuild import rebuild
from heeded.core.chronology.report import Report
from tests.borough import NOW
from tests.faults.messages.digest import State, state
from tests.faults.messages.stories import Story, story

MOST_TIMES = 5
"""How often a message is sent at most."""

ORDERS = 3
"""In how many orders each story is sent."""

DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Sent:
    """A story in one order, and the state in which it left the record."""

    name: str
    state: State


def orders(seed: int, database: str, *, delayed: bool = False) -> Iterator[Sent]:
    """Send the story of a seed in several orders, under a name of its own each time.

    Delayed, each message comes in at a later moment than the one before, and all is judged at the end.
    """
    naming = Naming(derived("naming"))
    for order in range(ORDERS):
        name = f"s{seed}o{order}{'d' if delayed else ''}"
        told = story(seed, name, first_number=(seed * ORDERS + order) * 8 + (4 if delayed else 0))
        chance = Random(seed * 101 + order)  # noqa: S311 - an order, not a secret
        _send(told, chance, delayed=delayed)
        with psycopg.connect(database) as link:
            yield Sent(name, state(link, naming, told))


def look(seed: int, name: str, database: str) -> State:
    """The state in which the record is now about a story that was sent under a name."""
    with psycopg.connect(database) as link:
        return state(link, Naming(derived("naming")), story(seed, name, first_number=0))


def _send(told: Story, chance: Random, *, delayed: bool) -> None:
    record, handbook = live.open_record(), bootstrap.open_handbook()
    messages: list[Report] = []
    for report in told.reports(chance):
        messages += [report] * chance.randint(1, MOST_TIMES)
    chance.shuffle(messages)
    for place, report in enumerate(messages):
        now = NOW + place * 3600 if delayed else NOW
        received = receive(report, Author(report.agency, "system"), now, record, handbook)
        grave = [each for each in received.refusals if each.grave]
        assert not grave, grave
        assert received.entries.keys() == {event.ref for event in report.events}
        stands = {kept.entry for kept in (*received.kept, *received.held_already)}
        assert stands >= set(received.entries.values())
    people = {str(Naming(derived("naming")).subject(*who)) for who in told.people}
    rebuild(
        sorted(people & _held(told)),
        record,
        Author("council", "x"),
        handbook,
        NOW + 60 * DAY if delayed else NOW,
    )


def _held(told: Story) -> set[str]:
    """The people of a story of whom an event was told."""
    naming = Naming(derived("naming"))
    return {str(naming.subject(agency, ref)) for agency, event in told.events for ref in event.names}
