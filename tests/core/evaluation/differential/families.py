"""Random families, with events placed at the deadlines of other events, and late or mended news."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from heeded.core.chronology.carriage import Carriage
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import UNPLACED, Entry, Fact
from heeded.core.chronology.people import Agency, Person, Source
from heeded.core.chronology.when import Precision, When, end_of_day, local, start_of_day
from heeded.core.evaluation.columns.view import Moment
from heeded.core.procedures.amount import Amount
from heeded.core.procedures.calendar import OutOfReach
from heeded.core.procedures.clauses import day_stated
from heeded.core.procedures.deadline import due
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import ForEach, Rule
from tests.core.evaluation.differential import world
from tests.core.evaluation.differential.chance import Chance
from tests.core.evaluation.differential.handbooks import amounts_in, kinds_in

HOUR, DAY = 3_600, 86_400


@dataclass(frozen=True)
class Judgement:
    """A family and from where it is judged."""

    chronology: Chronology
    moment: Moment


@dataclass
class Story:
    """A family in the making.

    `exact` families know every time to the second. `homely` ones come and go a lot. Where there
    are `anchors`, all that happens, happens at one of these moments or beside it. What is drawn
    `aside` changes nothing else that is drawn.
    """

    chance: Chance
    handbook: Handbook
    now: int
    exact: bool
    homely: bool
    anchors: tuple[int, ...]
    aside: Chance
    entries: list[Entry] = field(default_factory=list)

    def second(self) -> int:
        """A moment: on its own, or exactly where it may matter for an earlier event."""
        chance = self.chance
        if self.anchors and chance.hit(0.8):
            return chance.one(self.anchors) + chance.one((0, 0, 0, 0, 1, -1, DAY - 1))
        if chance.hit(0.03):
            return self.now + chance.one((0, 1, -24 * HOUR, -24 * HOUR - 1, 1 - 24 * HOUR))
        if not self.entries or chance.hit(0.2):
            return chance.between(world.FIRST, world.LAST)
        return self.edge(chance.one(self.entries), chance.one(world.AMOUNTS))

    def edge(self, other: Entry, amount: Amount) -> int:
        """A moment that may matter for an event: its own second, or the last of an amount of time."""
        chance = self.chance
        start = chance.one((other.happened.earliest, other.happened.latest))
        if chance.hit(0.3):
            return start + chance.one((0, 0, 0, 1, -1))
        if chance.hit(0.1):
            return start + chance.between(-2 * DAY, 5 * DAY)
        try:
            edge = due(self.handbook.calendar, start, amount)
        except OutOfReach:
            edge = start + DAY
        return edge + chance.one((-1, 0, 0, 1, 1 - HOUR))

    def wanted_at(self, rule: Rule, other: Entry, amount: Amount) -> int:
        """A moment that may matter for an answer to an event: by the day that it states, or the amount."""
        stated = other.facts.get(day_stated(rule)[0])
        if isinstance(stated, date) and stated < date.max and self.chance.hit(0.7):
            return end_of_day(stated) + self.chance.one((-1, 0, 0, 1, 1 - DAY))
        return self.edge(other, amount)

    def when(self, second: int) -> When:
        """A time: an instant, a day, about, or a month."""
        chance = self.chance
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
            children = () if kind in world.ACCESS and chance.hit(0.8) else world.CHILDREN * 2
            facts["person"] = chance.one((*children, *world.ADULTS, "nobody known"))
        if kind in world.HOUSEHOLD and chance.hit(0.95):
            facts["household"] = chance.one(world.HOUSES)
        if kind == world.DEPARTURE:
            rule = chance.one(self.handbook.rules)
            facts["rule"] = chance.one((rule.name, rule.ref, "another"))
            facts["authorised by"] = chance.one(world.BOSSES)
            facts["reason"] = "snow"
            for left_out in ("rule", "authorised by", "reason"):
                if chance.hit(0.04):
                    facts[left_out] = ""
        return facts

    def stated(self, kind: str, happened: When) -> dict[str, Fact]:
        """What may start a duty owed by a stated day mostly states one: near, or within a coarse time."""
        aside, of = self.aside, (day_stated(rule) for rule in self.handbook.rules)
        fields = [field for field, patterns in of if kind in {pattern.kind for pattern in patterns}]
        if "date" not in fields or aside.hit(0.3):
            return {}
        second = aside.one(
            (happened.earliest, happened.latest, aside.between(happened.earliest, happened.latest))
        )
        return {"date": local(second).date() + timedelta(days=aside.one((-1, 0, 0, 1, 2, 4)))}

    def entry(self) -> Entry:
        """Any event, or one that a rule may want after an earlier one, at the very last moment."""
        chance = self.chance
        if self.entries and chance.hit(0.35):
            rule, other = chance.one(self.handbook.rules), chance.one(self.entries)
            amount = chance.one((*amounts_in(rule.form), *world.AMOUNTS[:1]))
            kind = chance.one((*kinds_in(rule), other.kind))
            keys = {name: value for name, value in other.keys.items() if chance.hit(0.95)}
            return self.told(kind, other.child, self.when(self.wanted_at(rule, other, amount)), keys)
        homes = (*world.HOUSEHOLD, *world.ACCESS) * (4 if self.homely else 1)
        read = tuple({kind for rule in self.handbook.rules for kind in kinds_in(rule)} & set(world.WORK))
        work = (*world.WORK, *sorted(read) * 4)
        kind = chance.one((*work, *homes, *[world.DEPARTURE] * 3, world.UNREAD))
        keys = {name: chance.one((*world.VALUES * 8, "")) for name in world.KEYS if chance.hit(0.9)}
        child = chance.one((*world.CHILDREN, *[world.CHILDREN[0]] * 2))
        if self.anchors and chance.hit(0.8):
            child, keys["referral"] = world.CHILDREN[0], world.VALUES[0]
        return self.told(kind, child, self.when(self.second()), keys)

    def told(self, kind: str, child: str, happened: When, keys: dict[str, str]) -> Entry:
        """An event as some agency told it at some time."""
        chance = self.chance
        at_once = bool(self.anchors) and chance.hit(0.75)
        told = happened.earliest + (0 if at_once else chance.one((0, 0, 0, HOUR, -HOUR, 2 * DAY, 9 * DAY)))
        return Entry(
            id=f"e{chance.below(1000):03}-{len(self.entries)}",
            kind=kind,
            child=child,
            happened=happened,
            told=told,
            source=Source(chance.one((*world.AGENCIES, "unheard of")), "", chance.one(world.ROLES)),
            known={} if at_once else self.known(told),
            keys=keys,
            facts={**self.facts(kind), **self.stated(kind, happened)},
        )

    def known(self, told: int) -> dict[str, int]:
        """When agencies came to know: some never, some before it was written."""
        chance = self.chance
        delays = (0, HOUR, DAY, 4 * DAY, 20 * DAY, -HOUR)
        return {agency: told + chance.one(delays) for agency in world.AGENCIES if chance.hit(0.3)}

    def hurt(self) -> Entry:
        """An injury, mostly suspected, near something else that happened."""
        aside = self.aside
        near = aside.one(self.entries)
        second = aside.one((near.happened.earliest, near.happened.latest))
        second += aside.one((0, 0, 1, -1, -HOUR, DAY, -2 * DAY))
        day = When.day(local(second).date())
        told = second + aside.one((0, 0, HOUR, 2 * DAY))
        return Entry(
            id=f"h{aside.below(1000):03}-{len(self.entries)}",
            kind=world.INJURY,
            child=near.child if aside.hit(0.7) else aside.one(world.CHILDREN),
            happened=When(second, second, Precision.INSTANT) if aside.hit(0.7) else day,
            told=told,
            source=Source(aside.one(world.AGENCIES), "", ""),
            known={agency: told + aside.one((0, DAY)) for agency in world.AGENCIES if aside.hit(0.3)},
            facts={"what": "bruise", "suspected": aside.hit(0.8)},
        )

    @property
    def of_sources(self) -> bool:
        """Whether a rule is for each possible source."""
        return any(rule.for_each is ForEach.POSSIBLE_SOURCE for rule in self.handbook.rules)

    def mended(self) -> Entry:
        """A correction or withdrawal: of an event, of another correction, of an entry never sent."""
        chance = self.chance
        target = "never sent" if chance.hit(0.05) else chance.one(self.entries).id
        again = [entry.corrects for entry in self.entries if entry.corrects]
        if again and chance.hit(0.4):
            target = chance.one(again)
        new = self.entry()
        before = next((entry for entry in self.entries if entry.id == target), new)
        if chance.hit(0.4):
            new = replace(before, id=new.id, corrects=None, withdraws=None)
        told = chance.one(self.entries).told + chance.one((0, 1, DAY, 6 * DAY))
        new = replace(new, withdraws=target) if chance.hit(0.5) else replace(new, corrects=target)
        return replace(new, told=told, known=self.known(told)) if chance.hit(0.8) else new

    def carriage(self, number: int) -> Carriage:
        """What one source carries: some kinds, some fields, for some time, of some children."""
        chance = self.chance
        everything = (*world.WORK, *world.HOUSEHOLD, *world.ACCESS)
        told = everything if chance.hit(0.65) else chance.some(everything, 2, 9)
        kinds = {kind: chance.maybe(0.35, frozenset(chance.some(tuple(world.FACTS), 1, 6))) for kind in told}
        since = chance.maybe(0.2, self.second())
        until = chance.maybe(0.2, self.second() + chance.one((0, 20 * DAY)))
        children = chance.maybe(0.15, frozenset(chance.some(world.CHILDREN, 1, 2)))
        if self.of_sources and self.aside.hit(0.7):
            kinds[world.INJURY] = None
        return Carriage(f"source {number}", kinds, since, until, children)

    def chronology(self, family: str, size: int) -> Chronology:
        """The family, with about that many entries."""
        chance = self.chance
        mending = 0.15 if chance.hit(0.5) else 0.0
        for _ in range(size):
            self.entries.append(self.mended() if self.entries and chance.hit(mending) else self.entry())
        if self.of_sources:
            self.entries += [self.hurt() for _ in range(self.aside.between(1, 3))]
        carriages = chance.between(1, 2) if chance.hit(0.25) else 0
        whole = Chronology(
            family=family,
            entries=tuple(self.entries),
            people={person.id: person for person in self.people()},
            agencies={agency.id: agency for agency in self.agencies()},
            carriages=tuple(self.carriage(number) for number in range(carriages)),
        )
        return replace(whole, entries=tuple(self.in_turn())) if self.aside.hit(0.5) else whole

    def in_turn(self) -> list[Entry]:
        """The entries as a record holds them that was told of most of them at once, each in its turn."""
        aside = self.aside
        return [replace(entry, turn=aside.one((*range(9), UNPLACED))) for entry in self.entries]

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


def moment(*seed: int) -> Moment:
    """From where families are judged: often at a midnight, when most deadlines pass."""
    chance = Chance(*seed, 1)
    midnight = end_of_day(local(chance.between(world.FIRST, world.LAST + 9 * DAY)).date())
    now = chance.one((midnight + chance.one((-1, 0, 1)), chance.between(world.FIRST, world.LAST + 9 * DAY)))
    if chance.hit(0.4):
        now = world.LAST + chance.one((30, 60)) * DAY
    known_to = chance.maybe(0.15, chance.one((*world.AGENCIES, "nobody")))
    known_at = chance.between(world.FIRST, world.LAST + 20 * DAY) if chance.hit(0.25) else now
    return Moment(now, known_at, known_to)


def family(handbook: Handbook, at: Moment, *seed: int, size: int = 28) -> Chronology:
    """A random family under a handbook, that is to be judged from there."""
    chance = Chance(*seed, 2)
    midnights = [start_of_day(date(2011, 3, day)) for day in (26, 27, 28, 29, 30)]
    anchors = (*chance.some(midnights, 1, 2), chance.between(world.FIRST, world.LAST))
    exact, homely = chance.hit(0.35), chance.hit(0.35)
    at_anchors = anchors if chance.hit(0.4) else ()
    story = Story(chance, handbook, at.now, exact, homely, at_anchors, aside=Chance(*seed, 4))
    entries = size if chance.hit(0.5) else chance.between(1, size)
    return story.chronology(f"family-{'-'.join(map(str, seed))}", entries)
