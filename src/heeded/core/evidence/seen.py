"""What is seen of a family's record, from where: the events known to someone at a moment, and who is who."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.household import Stay, access_stays, household_stays
from heeded.core.chronology.people import Agency, Person
from heeded.core.chronology.view import Known
from heeded.core.chronology.vocabulary import DRAWN


@dataclass(frozen=True, slots=True)
class Seen:
    """A family's events as known to someone, in the order of the record, without what was drawn from them."""

    events: tuple[Known, ...]
    people: Mapping[str, Person]
    agencies: Mapping[str, Agency]
    households: tuple[Stay, ...]
    access: tuple[Stay, ...]
    by_entry: Mapping[str, Known]
    by_root: Mapping[str, Known]
    by_kind: Mapping[str, Sequence[Known]]
    places: Mapping[str, int]

    @classmethod
    def of(cls, chronology: Chronology, now: int, to: str | None = None, at: int | None = None) -> Seen:
        """What agency `to` (None: anyone) knew by `at` (None: now) of what began by `now`: seconds UTC."""
        known = chronology.as_known(now if at is None else at, to)
        events = tuple(
            event for event in known if event.entry.happened.earliest <= now and event.entry.kind not in DRAWN
        )
        return cls._of(events, chronology.people, chronology.agencies)

    @classmethod
    def _of(
        cls, events: tuple[Known, ...], people: Mapping[str, Person], agencies: Mapping[str, Agency]
    ) -> Seen:
        by_kind: dict[str, list[Known]] = {}
        for event in events:
            by_kind.setdefault(event.entry.kind, []).append(event)
        return cls(
            events=events,
            people=people,
            agencies=agencies,
            households=household_stays(events),
            access=access_stays(events),
            by_entry={event.entry.id: event for event in events},
            by_root={event.root: event for event in events},
            by_kind=by_kind,
            places={event.root: place for place, event in enumerate(events)},
        )

    def only(self, wanted: Callable[[Entry], bool]) -> Seen:
        """The same with no other events than those of which some version is wanted."""
        kept = tuple(event for event in self.events if any(map(wanted, event.chain)))
        return Seen._of(kept, self.people, self.agencies)

    def root(self, entry: Entry) -> str:
        """The identity of the event whose latest version an entry is."""
        return self.by_entry[entry.id].root

    def of_kinds(self, kinds: Iterable[str], child: str | None = None) -> Iterator[Known]:
        """The events of these kinds, about a child (None: any), in the order of the record."""
        found = [event for kind in kinds for event in self.by_kind.get(kind, ())]
        found.sort(key=self.place)
        return (event for event in found if child in (None, event.entry.child))

    def place(self, event: Known) -> int:
        """The place of an event in the order of the record."""
        return self.places[event.root]

    def sector(self, event: Known) -> str:
        """The sector of the agency that told of an event; empty where it is not known."""
        agency = self.agencies.get(event.entry.source.agency)
        return agency.sector if agency else ""

    def area(self, child: str) -> str:
        """The local authority in which a child lives; empty where it is not recorded."""
        found = self.people.get(child)
        return found.area if found else ""

    def is_child(self, person: str) -> bool:
        """Whether somebody is recorded as a child. Of whom nothing is recorded is not: nobody is left out."""
        found = self.people.get(person)
        return found is not None and not found.adult
