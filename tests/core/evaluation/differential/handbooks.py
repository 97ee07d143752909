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
    Within,
)
from tests.core.evaluation.differential import world
from tests.core.evaluation.differential.chance import Chance

MIDDLE = date(2011, 3, 28)
"""Editions, amounts and rules change on days around this one."""


@dataclass
class Draft:
    """A handbook in the making: the names so far of rules that others may start on."""

    chance: Chance
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
        kinds = (*world.WORK, *world.WORK, "household joined", "access ended")
        return tuple(Pattern(chance.one(kinds), self.conditions()) for _ in range(chance.between(1, most)))

    def scope(self) -> Scope:
        """A state, sometimes with openings tied to their endings."""
        matching = self.chance.maybe(0.35, self.chance.one(("plan", "referral")))
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
        return Duty(when, self.patterns(), self.within(), self.patterns() if chance.hit(0.5) else ())

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
        """An act whose record must say something."""
        return Content(self.patterns(), tuple(self.condition() for _ in range(self.chance.between(1, 2))))

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
        stateful = isinstance(form, Recurring | Ban)
        rule = Rule(
            name=name,
            form=form,
            per=chance.one(("child", "child", "referral", "referral", "plan", "household")),
            owed_by=chance.one(("children's social care", "hospital", "lead social worker")),
            ref=f"R-{number}" if chance.hit(0.7) else "",
            scope=self.scope() if stateful or chance.hit(0.3) else None,
            apart=self.scope() if chance.hit(0.2) else None,
            for_each=chance.maybe(0.2, chance.one(list(ForEach))),
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
    draft = Draft(Chance(*seed))
    return Handbook(
        title="Random",
        area="",
        calendar=draft.chance.one((*world.CALENDARS, world.CALENDARS[0])),
        editions=draft.editions(),
        rules=tuple(draft.rule(number) for number in range(rules)),
        amounts=draft.amounts(),
    )
