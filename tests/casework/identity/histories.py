"""Histories by chance in which two children are taken for one, and the same in which they never were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

import psycopg

from heeded import bootstrap
from heeded.adapters.record.store.naming import Naming
from heeded.bootstrap import live
from heeded.bootstrap.secret import derived
from heeded.casework.identity import Desk, join, part
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from heeded.casework.unasked.rebuild import rebuild
from heeded.core.chronology.report import Report
from heeded.core.procedures.handbook import Handbook
from tests.borough import NOW
from tests.casework.identity.conftest import coordinator
from tests.faults.messages.digest import State, state
from tests.faults.messages.stories import Story, story

CHILDREN = 8
"""How many numbers a telling of a story may use up."""


@dataclass(frozen=True, slots=True)
class Lived:
    """A history as it ended: linked by mistake and unlinked, and never linked."""

    undone: State
    never: State


def lived(seed: int, desk: Desk, database: str) -> Lived | None:
    """Live the history of a seed twice; None where it holds no two people to be confused."""
    naming = Naming(derived("naming"))
    never, wrong = (
        story(seed, f"{name}{seed}", first_number=(seed * 2 + place) * CHILDREN)
        for place, name in enumerate("nw")
    )
    for each in _messages(never, seed):
        _send(each)
    ends = _people(never, database, naming)
    messages = _messages(wrong, seed)
    chance = Random(seed * 7 + 1)  # noqa: S311 - an order, not a secret
    link = chance.randint(1, len(messages))
    for each in messages[:link]:
        _send(each)
    known = _held(wrong, database, naming)
    here = {ref: person for person, refs in ends.items() for ref in refs if ref in known}
    if len(set(here.values())) < 2:
        return None
    one, other = chance.sample(sorted(set(here.values())), 2)
    mine, theirs = (min(ref for ref, person in here.items() if person == each) for each in (one, other))
    join(desk, coordinator(), known[mine], known[theirs])
    for each in messages[link:]:
        _send(each)
    gone = [str(naming.subject(agency, f"{wrong.name}-{ref}")) for agency, ref in sorted(ends[other])]
    part(desk, coordinator(NOW + 1), known[theirs], _still(gone, known[theirs], database))
    with psycopg.connect(database) as admin:
        found = []
        for told in (wrong, never):
            rebuild(
                sorted(_names(told, naming)), live.open_record(), Author("council", "x"), _book(), NOW + 2
            )
            found.append(state(admin, naming, told))
    return Lived(*found)


def _book() -> Handbook:
    return bootstrap.open_handbook()


def _messages(told: Story, seed: int) -> list[Report]:
    chance = Random(seed * 101)  # noqa: S311 - an order, not a secret
    messages = told.reports(chance)
    chance.shuffle(messages)
    return messages


def _send(report: Report) -> None:
    """Take a report in; what the record asks of who is who is part of linking, and is not compared."""
    receive(report, Author(report.agency, "system"), NOW, live.open_record(), _book(), asks=False)


def _plain(ref: str, told: Story) -> str:
    return ref.replace(f"{told.name}-", "")


def _held(told: Story, database: str, naming: Naming) -> dict[tuple[str, str], str]:
    """Who each reference of a story is, for those that the record holds; by the reference's plain name."""
    subjects = {naming.subject(agency, ref): (agency, _plain(ref, told)) for agency, ref in told.people}
    with psycopg.connect(database) as admin:
        rows = admin.execute(
            "SELECT id, person FROM record.subject WHERE id = ANY (%s)", [[*subjects]]
        ).fetchall()
    return {subjects[subject]: str(person) for subject, person in rows}


def _people(told: Story, database: str, naming: Naming) -> dict[str, set[tuple[str, str]]]:
    """Everybody of a story, by id, with the plain names of the references to them."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for ref, person in _held(told, database, naming).items():
        found[person].add(ref)
    return found


def _names(told: Story, naming: Naming) -> set[str]:
    return {str(naming.subject(agency, ref)) for agency, event in told.events for ref in event.names}


def _still(references: Iterable[str], person: str, database: str) -> list[str]:
    """Those of some references that the record takes for a person, or for whom that person is by now."""
    with psycopg.connect(database) as admin:
        rows = admin.execute(
            "SELECT other.id FROM record.subject AS own JOIN record.subject AS other "
            "ON other.person = own.person WHERE own.id = %s",
            [person],
        ).fetchall()
    held = {str(row[0]) for row in rows}
    return [each for each in references if each in held]
