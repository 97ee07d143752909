"""What the demonstration has beside its reports: a shielded address, a connection, cover, a broken glass."""

from __future__ import annotations

from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.walls import PostgresWalls
from heeded.bootstrap import door, looking
from heeded.bootstrap.demo.tellings import tellings
from heeded.bootstrap.running.ready import tokens
from heeded.bootstrap.secret import derived
from heeded.casework.looking import Ask
from heeded.casework.looking.break_glass import break_glass
from heeded.casework.looking.cover import cover
from heeded.core.access import Actor
from heeded.core.access.shield import Shield, Shielded

DAY = 24 * 3600
SHIELDED, OF_STAFF, OPENED = "refuge-1", "answered-2", "differing-1"
"""The families whose address is shielded, with whom a practitioner is connected, whose glass was broken."""


def put_up(now: int) -> None:
    """Put all of it into the record, as at now (seconds UTC)."""
    walls = PostgresWalls(Naming(derived("naming")), tokens())
    for person in _people(walls, SHIELDED, now):
        walls.shield(
            Shield(
                person=person,
                what=Shielded.ADDRESS,
                since=now - 14 * DAY,
                by="tomas-invented",
                reason="they fled, and whoever they fled from is looking for them",
                named=frozenset({"tomas-invented"}),
            )
        )
    for person in _people(walls, OF_STAFF, now):
        walls.connect(
            "bram-invented", person, "they are his sister's children", now - 90 * DAY, "cora-invented"
        )
    manager = _actor("cora-invented")
    cover(looking.desk(), manager, "amina-invented", "cora-invented", now - DAY, now + 7 * DAY, now)
    child = _people(walls, OPENED, now)[0]
    why = looking.stated(
        "urgent-protection",
        reason="She was carried in unconscious and nobody who knows her answers the telephone",
    )
    break_glass(looking.desk(), Ask(actor=_actor("kofi-invented"), child=child, now=now - 3600, stated=why))


def _people(walls: PostgresWalls, family: str, now: int) -> list[str]:
    """Everybody of a family that was told of, by their ids in the record."""
    told = [each.report for each in tellings(now) if each.report.id.startswith(f"{family}-")]
    refs = dict.fromkeys((report.agency, person.ref) for report in told for person in report.people)
    return list(dict.fromkeys(walls.person(agency, ref) for agency, ref in refs))


def _actor(name: str) -> Actor:
    found = door.practitioner(name)
    if found is None:
        raise LookupError(f"the demonstration has no practitioner {name}")
    return found.actor
