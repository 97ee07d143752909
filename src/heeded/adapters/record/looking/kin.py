"""Whose records belong with a child's: of a family that a shared adult joins, the child's own part."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from heeded.adapters.record.store.token import Scope
from heeded.adapters.record.store.transaction import Transaction
from heeded.core.chronology.entry import UNPLACED, Entry
from heeded.core.chronology.household import OF_AN_ADULT, TYING, circle
from heeded.core.chronology.people import Source
from heeded.core.chronology.view import Known, as_known
from heeded.core.chronology.vocabulary import KINDS, FieldType
from heeded.core.chronology.when import Precision, When

_NAMING = sorted(
    {"household"}
    | {field.name for kind in TYING for field in KINDS[kind].fields if field.type is FieldType.PERSON}
)


@dataclass(frozen=True, slots=True)
class Kin:
    """Everybody in some families, by their subjects, and what says who belongs to whom."""

    persons: Mapping[str, str]
    view: tuple[Known, ...]
    adults: frozenset[str]

    def circle(self, child: str) -> frozenset[str]:
        """Those whose records belong with a child's."""
        return circle(child, self.view, self.adults)

    def concerns(self, entry: Entry, people: Container[str]) -> bool:
        """Whether an entry, as told, is about one of some people, or concerns one of them as an adult."""
        concerned = str(entry.facts.get("person", "")) if entry.kind in OF_AN_ADULT else ""
        return any(self.persons.get(subject) in people for subject in (entry.child, concerned))


def kin(tx: Transaction, members: Sequence[UUID], adults: Iterable[UUID]) -> Kin:
    """What is known of who belongs to whom among some people; it leaves the transaction in the scope KIN."""
    tx.enter(Scope.KIN, members)
    ((persons, told),) = tx.rows("looking", "kin", list(members), sorted(TYING), _NAMING)
    entries = tuple(_entry(row, persons) for row in told)
    return Kin(persons, as_known(entries, None, None), frozenset(map(str, adults)))


def _entry(row: Sequence[object], persons: Mapping[str, str]) -> Entry:
    """An entry of which no more is told than whom and which household it names."""
    identity, subject, kind, earliest, latest, precision, moment, *rest = row
    agency, home, facts, corrects, withdraws, received, place = rest
    named: Mapping[str, str] = facts if isinstance(facts, dict) else {}
    return Entry(
        id=str(identity),
        kind=str(kind),
        child=persons[str(subject)],
        happened=When(_whole(earliest), _whole(latest), Precision(str(precision))),
        told=_whole(moment),
        source=Source(str(agency)),
        keys={"household": str(home)} if home else {},
        facts={name: persons.get(str(value), str(value)) for name, value in named.items()},
        corrects=str(corrects) if corrects else None,
        withdraws=str(withdraws) if withdraws else None,
        turn=_whole(place) if received == moment else UNPLACED,
    )


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"a moment is a whole number of seconds, not {value!r}")
    return value
