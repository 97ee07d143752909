"""Random handbooks: every form, limit and way of counting, over the small world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from heeded.core.procedures.amount import Amount
from heeded.core.procedures.handbook import Amounts, DatedAmount, Edition, Handbook
from heeded.core.procedures.pattern import AGE, REST_DAY, Comparison, Condition, Nth, Pattern, Patterns, Scope
from heeded.core.procedures.rule import (
    Ban,
    Content,
    Duty,
    ForEach,
    Form,
    Gate,
    Occurrence,
    OfFinding,
    Recurring,
    Rule,
    Spoilt,
    StatedDay,
    Within,
)
from tests.core.evaluation.differential import world
from tests.core.evaluation.differential.chance import Chance

MIDDLE = date(2011, 3, 28)
"""Editions, amounts and rules change on days around this one."""

MEASURING = (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.UNDER, Comparison.OVER)


@dataclass
class Draft:
    """A handbook in the making: the kinds it speaks of, and the rules that others may start on.

    What is drawn `aside` changes nothing else that is drawn.
    """

    chance: Chance
    kinds: tuple[str, ...]
    aside: Chance
    duties: list[str] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)

    def conditions(self) -> tuple[Condition, ...]:
        """A condition or two, or none."""
        chance = self.chance
        if chance.hit(0.8):
            return ()
        return tuple(self.condition() for _ in range(chance.between(1, 2)))

    def condition(self) -> Condition:
        """One comparison of one field, not always a sensible one."""
        chance = self.chance
        name = chance.one((*world.FACTS, AGE, REST_DAY, "agency", "role", "never stated"))
        comparison = chance.one(list(Comparison))
        if name in (AGE, "count", "strength") and chance.hit(0.7):
            comparison = chance.one(MEASURING)
        return Condition(name, comparison, self._values(name, comparison))

    def _values(self, name: str, comparison: Comparison) -> tuple[str | float | bool, ...]:
        chance = self.chance
        many = comparison in (Comparison.ANY_OF, Comparison.ALL_OF, Comparison.SOME_OF)
        choices: dict[str, tuple[str | float | bool, ...]] = {
            AGE: (3, 4, 36, 37),
            REST_DAY: (True, False),
            "agency": world.SECTORS,
            "role": world.ROLES[1:],
            "never stated": ("anything",),
            "child seen": (True, False),
            "outcome": ("assessment", "no further action"),
            "strength": world.LEVELS,
            "count": (1, 2, 2.5),
            "attended by": world.NAMES,
            "person": world.ADULTS,
            "date": ("2011-04-28",),
        }
        return chance.some(choices[name], 1, 2 if many else 1)

    def patterns(self, most: int = 2) -> Patterns:
        """One kind of event, or either of two."""
        chance = self.chance
        kind = chance.one(self.kinds)
        others = (
            kind if chance.hit(0.3) else chance.one(self.kinds) for _ in range(chance.between(1, most) - 1)
        )
        return tuple(Pattern(each, self.conditions()) for each in (kind, *others))

    def scope(self, tied: float = 0.35) -> Scope:
        """A state, sometimes with openings tied to their endings."""
        matching = self.chance.maybe(tied, self.chance.one(("plan", "referral")))
        return Scope(self.patterns(), self.patterns(), matching)

    def within(self) -> Within:
        """How long: sometimes a dated amount, sometimes from knowing."""
        chance = self.chance
        amount: Amount | str = chance.one(world.AMOUNTS)
        if chance.hit(0.25):
            amount = chance.one(("short", "long", "short", "long", "unknown"))
        return Within(amount, of_knowing=chance.hit(0.2))

    def duty(self) -> Duty:
        """A duty, on an event, the nth event, or another rule's finding."""
        chance = self.chance
        when: Occurrence | OfFinding = Occurrence(self.patterns())
        if chance.hit(0.2):
            when = Occurrence(self.patterns(), Nth(chance.between(2, 3), chance.one(world.AMOUNTS)))
        elif self.duties and chance.hit(0.4):
            when = OfFinding(chance.one(self.duties), Spoilt.OVERDUE)
        elif self.acts and chance.hit(0.4):
            when = OfFinding(chance.one(self.acts), Spoilt.BROKEN)
        must, within = self.patterns(), self.within()
        stated = StatedDay(self.aside.one(("date", "date", "date", "child seen")))
        in_time = stated if self.aside.hit(0.35) else within
        return Duty(when, must, in_time, self.patterns() if chance.hit(0.5) else ())

    def recurring(self) -> Recurring:
        """A recurring duty, whose first times may differ."""
        every = tuple(self.within() for _ in range(self.chance.between(1, 3)))
        return Recurring(self.patterns(), every)

    def gate(self) -> Gate:
        """A gate that needs one thing or two, since something, and recent, or not."""
        chance = self.chance
        need = tuple(self.patterns() for _ in range(chance.between(1, 2)))
        since = self.patterns() if chance.hit(0.6) else ()
        return Gate(self.patterns(), need, since, self.within() if chance.hit(0.5) else None)

    def ban(self) -> Ban:
        """An act that a state forbids."""
        return Ban(self.patterns())

    def content(self) -> Content:
        """An act whose record must say something; sometimes two patterns fit it, by different fields."""
        chance, patterns = self.chance, self.patterns()
        if chance.hit(0.4):
            fields = chance.some(tuple(world.FACTS), 2, 2)
            kind = chance.one(self.kinds)
            patterns = tuple(Pattern(kind, (Condition(name, Comparison.STATED),)) for name in fields)
        return Content(patterns, tuple(self.condition() for _ in range(chance.between(1, 2))))

    def form(self) -> Form:
        """Any form."""
        forms: tuple[Callable[[], Form], ...] = (
            self.duty,
            self.duty,
            self.recurring,
            self.gate,
            self.ban,
            self.content,
        )
        return self.chance.one(forms)()

    def rule(self, number: int) -> Rule:
        """Any rule."""
        chance, form = self.chance, self.form()
        name = f"rule-{number}"
        if self.duties and isinstance(form, Duty) and isinstance(form.when, Occurrence) and chance.hit(0.1):
            name = chance.one(self.duties)
        scope = self.scope(0.5 if isinstance(form, Recurring) else 0.35)
        looks_back = isinstance(form, Gate) and form.since
        anyone = (ForEach.OTHER_CHILD, ForEach.ADULT_WITH_ACCESS)
        each = ForEach.ADULT_WITH_ACCESS if looks_back else chance.one(anyone)
        for_each = chance.maybe(0.4 if looks_back else 0.25, each)
        if self.aside.hit(0.08):
            for_each = ForEach.POSSIBLE_SOURCE
        rule = Rule(
            name=name,
            form=form,
            per=chance.one(("child", "child", "referral", "referral", "plan", "household")),
            owed_by=chance.one(("children's social care", "hospital", "lead social worker")),
            ref=f"R-{number}" if chance.hit(0.7) else "",
            scope=scope if isinstance(form, Recurring | Ban) or chance.hit(0.3) else None,
            apart=self.scope() if chance.hit(0.2) else None,
            for_each=for_each,
            departure_by=chance.some(world.BOSSES, 0, 1),
            since=chance.maybe(0.1, self.day()),
            until=chance.maybe(0.1, self.day() + timedelta(days=3)),
            pending="not yet" if chance.hit(0.02) else "",
        )
        (self.duties if isinstance(form, Duty | Recurring) else self.acts).append(rule.name)
        return rule

    def day(self) -> date:
        """A day near the middle of the stories."""
        return MIDDLE + timedelta(days=self.chance.between(-4, 4))

    def amounts(self) -> dict[str, Amounts]:
        """Two dated amounts, that differ between areas and may not reach back."""
        return {name: Amounts(name, self._lines()) for name in ("short", "long")}

    def _lines(self) -> tuple[DatedAmount, ...]:
        chance = self.chance
        return tuple(
            DatedAmount(self.day(), chance.one(world.AMOUNTS), chance.one(world.AREAS))
            for _ in range(chance.between(1, 4))
        )

    def editions(self) -> tuple[Edition, ...]:
        """One edition for ever, or two, with or without a gap between them."""
        change = self.day()
        if self.chance.hit(0.5):
            return (Edition("only", "The only one", date(2000, 1, 1)),)
        gap = timedelta(days=self.chance.between(1, 2))
        first = Edition("first", "The first", date(2000, 1, 1), change)
        return (first, Edition("second", "The second", change + gap))


def handbook(*seed: int, rules: int = 8) -> Handbook:
    """A random handbook."""
    chance = Chance(*seed)
    kinds = chance.some(world.WORK, 2, 4)
    also = chance.one((*world.WORK, "household joined", "access ended"))
    draft = Draft(chance, (*kinds, *kinds, also), aside=Chance(*seed, 11))
    return Handbook(
        title="Random",
        area="",
        calendar=draft.chance.one((*world.CALENDARS, world.CALENDARS[0])),
        editions=draft.editions(),
        rules=tuple(draft.rule(number) for number in range(rules)),
        amounts=draft.amounts(),
    )


def amounts_in(form: Form) -> tuple[Amount, ...]:
    """The amounts of time that a form names itself."""
    match form:
        case Duty(when=Occurrence(nth=Nth(within=again)), within=within):
            return (again, *_own((within,)))
        case Duty(within=within) | Gate(within=Within() as within):
            return _own((within,))
        case Recurring(every=every):
            return _own(every)
        case _:
            return ()


def _own(withins: tuple[Within | StatedDay, ...]) -> tuple[Amount, ...]:
    return tuple(
        within.amount
        for within in withins
        if isinstance(within, Within) and isinstance(within.amount, Amount)
    )


def kinds_in(rule: Rule) -> tuple[str, ...]:
    """The kinds of event that a rule reads."""
    form = rule.form
    scopes = [scope for scope in (rule.scope, rule.apart) if scope]
    found = [pattern for scope in scopes for pattern in (*scope.begins, *scope.ends)]
    match form:
        case Duty(when=Occurrence(patterns), must=must, unless=unless):
            found += (*patterns, *must, *unless)
        case Duty(must=must, unless=unless):
            found += (*must, *unless)
        case Recurring(must=acts) | Ban(never=acts) | Content(when=acts):
            found += acts
        case Gate(before, need, since):
            found += (*before, *since, *(pattern for each in need for pattern in each))
    return tuple(pattern.kind for pattern in found)
