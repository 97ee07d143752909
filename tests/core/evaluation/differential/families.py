"""Random families, with events placed at the deadlines of other events, and late or mended news."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from heeded.core.chronology.carriage import Carriage
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Agency, Person, Source
from heeded.core.chronology.when import Precision, When, local
from heeded.core.procedures.calendar import OutOfReach
from heeded.core.procedures.deadline import due
from heeded.core.procedures.handbook import Handbook
from tests.core.evaluation.differential import world
from tests.core.evaluation.differential.chance import Chance

HOUR, DAY = 3_600, 86_400


@dataclass(frozen=True)
class Judgement:
    """A family and from where it is judged."""

    chronology: Chronology
    now: int
    known_to: str | None
    known_at: int | None


@dataclass
class Story:
    """A family in the making. `exact` families know every time to the second."""

    chance: Chance
    handbook: Handbook
    exact: bool
    entries: list[Entry] = field(default_factory=list)

    def second(self) -> int:
        """A moment: on its own, or exactly where it may matter for an earlier event."""
        chance = self.chance
        if not self.entries or chance.hit(0.2):
            return chance.between(world.FIRST, world.LAST)
        other = chance.one(self.entries).happened
        start = chance.one((other.earliest, other.latest))
        if chance.hit(0.3):
            return start + chance.one((0, 0, 0, 1, -1))
        if chance.hit(0.2):
            return start + chance.between(-2 * DAY, 5 * DAY)
        try:
            edge = due(self.handbook.calendar, start, chance.one(world.AMOUNTS))
        except OutOfReach:
            edge = start + DAY
        return edge + chance.one((-1, 0, 0, 1, 1 - HOUR))

    def when(self) -> When:
        """A time: an instant, a day, about, or a month."""
        chance, second = self.chance, self.second()
        if self.exact or chance.hit(0.6):
            return When(second, second, Precision.INSTANT)
        if chance.hit(0.6):
            return When.day(local(second).date())
        if chance.hit(0.8):
            return When(second, second + chance.one((1, HOUR, DAY, 3 * DAY)), Precision.ABOUT)
        day = local(second).date()
        return When.month(day.year, day.month)

    def facts(self, kind: str) -> dict[str, Fact]:
        """What it states: at random, and what its kind lives from."""
        chance = self.chance
        facts = {name: chance.one(values) for name, values in world.FACTS.items() if chance.hit(0.35)}
        if kind in (*world.HOUSEHOLD, *world.ACCESS):
            facts["person"] = chance.one((*world.CHILDREN, *world.CHILDREN, *world.ADULTS, "nobody known"))
        if kind in world.HOUSEHOLD and chance.hit(0.95):
            facts["household"] = chance.one(world.HOUSES)
        if kind == world.DEPARTURE:
            rule = chance.one(self.handbook.rules)
            facts["rule"] = chance.one((rule.name, rule.ref, "another"))
            facts["authorised by"] = chance.one(world.BOSSES)
        return facts

    def entry(self) -> Entry:
        """Any event of any child, told by any agency at any time."""
        chance = self.chance
        kinds = (*world.WORK * 4, *world.HOUSEHOLD, *world.ACCESS, *[world.DEPARTURE] * 3, world.UNREAD)
        kind = chance.one(kinds)
        happened = self.when()
        told = happened.earliest + chance.one((0, 0, 0, HOUR, -HOUR, 2 * DAY, 9 * DAY))
        return Entry(
            id=f"e{chance.below(1000):03}-{len(self.entries)}",
            kind=kind,
            child=chance.one((*world.CHILDREN, *[world.CHILDREN[0]] * 2)),
            happened=happened,
            told=told,
            source=Source(chance.one((*world.AGENCIES, "unheard of")), "", chance.one(world.ROLES)),
            known=self.known(told),
            keys={name: chance.one(world.VALUES) for name in world.KEYS if chance.hit(0.9)},
            facts=self.facts(kind),
        )

    def known(self, told: int) -> dict[str, int]:
        """When agencies came to know: some never, some before it was written."""
        chance = self.chance
        delays = (0, HOUR, DAY, 4 * DAY, 20 * DAY, -HOUR)
        return {agency: told + chance.one(delays) for agency in world.AGENCIES if chance.hit(0.3)}

    def mended(self) -> Entry:
        """A correction or withdrawal: of an event, of another correction, of an entry never sent."""
        chance = self.chance
        target = "never sent" if chance.hit(0.05) else chance.one(self.entries).id
        new = self.entry()
        told = chance.one(self.entries).told + chance.one((0, 1, DAY, 6 * DAY))
        new = replace(new, withdraws=target) if chance.hit(0.5) else replace(new, corrects=target)
        return replace(new, told=told, known=self.known(told)) if chance.hit(0.8) else new

    def carriage(self, number: int) -> Carriage:
        """What one source carries: some kinds, some fields, for some time, of some children."""
        chance = self.chance
        everything = (*world.WORK, *world.HOUSEHOLD, *world.ACCESS)
        told = everything if chance.hit(0.5) else chance.some(everything, 2, 9)
        kinds = {kind: chance.maybe(0.15, frozenset(chance.some(tuple(world.FACTS), 1, 6))) for kind in told}
        since = chance.maybe(0.2, self.second())
        until = chance.maybe(0.2, self.second() + chance.one((0, 20 * DAY)))
        children = chance.maybe(0.15, frozenset(chance.some(world.CHILDREN, 1, 2)))
        return Carriage(f"source {number}", kinds, since, until, children)

    def chronology(self, family: str, size: int) -> Chronology:
        """The family, with about that many entries."""
        chance = self.chance
        mending = 0.15 if chance.hit(0.5) else 0.0
        for _ in range(size):
            self.entries.append(self.mended() if self.entries and chance.hit(mending) else self.entry())
        carriages = chance.between(1, 3) if chance.hit(0.25) else 0
        return Chronology(
            family=family,
            entries=tuple(self.entries),
            people={person.id: person for person in self.people()},
            agencies={agency.id: agency for agency in self.agencies()},
            carriages=tuple(self.carriage(number) for number in range(carriages)),
        )

    def people(self) -> list[Person]:
        """Children of an age at which rules change, and adults; some are not recorded."""
        chance = self.chance
        births = (date(2008, 3, 1) + timedelta(days=chance.between(0, 60)), date(2010, 12, 1), None)
        children = [Person(c, c, chance.one(births), area=chance.one(world.AREAS)) for c in world.CHILDREN]
        adults = [Person(adult, adult, adult=True) for adult in world.ADULTS]
        return [person for person in (*children, *adults) if chance.hit(0.9)]

    def agencies(self) -> list[Agency]:
        """Agencies, some of which answer for one area only."""
        chance = self.chance
        return [
            Agency(name, name, sector, chance.one(("", "", "Anytown", "Othertown")))
            for name, sector in zip(world.AGENCIES, world.SECTORS, strict=True)
            if chance.hit(0.9)
        ]


def judgement(handbook: Handbook, *seed: int, size: int = 28) -> Judgement:
    """A random family under a handbook, judged at a moment that matters, by what may be known."""
    chance = Chance(*seed)
    story = Story(chance, handbook, exact=chance.hit(0.4))
    chronology = story.chronology(
        f"family-{'-'.join(map(str, seed))}", size if chance.hit(0.5) else chance.between(1, size)
    )
    now = chance.one((story.second(), story.second() + 9 * DAY, *[world.LAST + 60 * DAY] * 3))
    known_to = chance.maybe(0.15, chance.one((*world.AGENCIES, "nobody")))
    known_at = chance.maybe(0.3, chance.one((story.second(), now + 9 * DAY)))
    return Judgement(chronology, now, known_to, known_at)
