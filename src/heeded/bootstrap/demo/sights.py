"""The children of the demonstration to whose pages its visitor is led, by name and address."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.walls import PostgresWalls
from heeded.bootstrap.demo.hospital import FAMILY
from heeded.bootstrap.demo.tellings import tellings
from heeded.bootstrap.demo.walls import OF_STAFF
from heeded.bootstrap.running.ready import tokens
from heeded.bootstrap.secret import derived


@dataclass(frozen=True, slots=True)
class Sight:
    """A child: their name, their birth date as it is written, and the address of their page."""

    name: str
    born: str
    address: str


def bruised_toddler(site: str, now: int) -> Sight:
    """The child of whom the hospital's report tells."""
    return _child(site, FAMILY, now)


def child_of_staff(site: str, now: int) -> Sight:
    """A child of the household with which a practitioner is connected."""
    return _child(site, OF_STAFF, now)


def _child(site: str, family: str, now: int) -> Sight:
    """The first child whom the reports of a family are about."""
    told = next(each.report for each in tellings(now) if each.report.id.startswith(f"{family}-"))
    child = next(person for person in told.people if person.ref == told.events[0].child)
    walls = PostgresWalls(Naming(derived("naming")), tokens())
    born = f"{child.born.day} {child.born:%B %Y}" if child.born else "birth date not told"
    return Sight(child.name, born, f"{site}/children/{walls.person(told.agency, child.ref)}")
