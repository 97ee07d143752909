"""A handbook: the agreement of a partnership, with its rules, amounts, editions and examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from heeded.core.chronology.chronology import Chronology
from heeded.core.procedures.amount import Amount
from heeded.core.procedures.calendar import Calendar
from heeded.core.procedures.rule import Rule, Within


@dataclass(frozen=True, slots=True)
class DatedAmount:
    """One dated line of an amount: what it is from a day on, in an area (empty: everywhere)."""

    since: date
    amount: Amount
    area: str = ""
    source: str = ""
    unverified: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Amounts:
    """A named amount and its dated lines, oldest first."""

    name: str
    lines: tuple[DatedAmount, ...]
    file: str = ""

    def on(self, day: date, area: str) -> Amount | None:
        """The amount in force on a day in an area: the area's own line, else everywhere's.

        None where no line reaches back to that day.
        """
        own = [line for line in self.lines if line.area == area and line.since <= day]
        general = [line for line in self.lines if not line.area and line.since <= day]
        lines = own or general
        return max(lines, key=lambda line: line.since).amount if lines else None


@dataclass(frozen=True, slots=True)
class Edition:
    """A period of the agreement under one name; `until` None: still in force."""

    name: str
    title: str
    since: date
    until: date | None = None
    agreed_by: str = ""
    agreed_on: date | None = None
    unverified: str = ""
    line: int = 0

    def covers(self, day: date) -> bool:
        """Whether the edition is in force on this local day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Expected:
    """One finding that an example expects. Empty texts and None match anything."""

    rule: str
    verdict: str
    child: str = ""
    due: str = ""
    about: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: a small chronology, a moment of judgement, and the findings expected.

    Every finding of a rule named in `expected` must be listed; the rules named in `not_owed`
    must have none.
    """

    title: str
    chronology: Chronology
    now: int
    expected: tuple[Expected, ...]
    not_owed: tuple[Expected, ...] = ()
    known_to: str | None = None
    known_at: int | None = None
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the work: a file of the handbook, in the order of the work, with its whole text."""

    file: str
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Handbook:
    """An agreement that can be read by people and judged by the evaluators."""

    title: str
    area: str
    calendar: Calendar
    editions: tuple[Edition, ...]
    rules: tuple[Rule, ...]
    amounts: Mapping[str, Amounts] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    steps: tuple[Step, ...] = ()
    owner: str = ""
    review_by: date | None = None

    def edition_on(self, day: date) -> Edition | None:
        """The edition in force on a local day."""
        return next((edition for edition in self.editions if edition.covers(day)), None)

    def rules_named(self, name: str) -> tuple[Rule, ...]:
        """Every dated wording of the rule of that name, or of that published number."""
        return tuple(rule for rule in self.rules if name in (rule.name, rule.ref))

    def how_long(self, within: Within, day: date, area: str) -> Amount | None:
        """The amount that a rule means on a day in an area; None where none was agreed."""
        if isinstance(within.amount, Amount):
            return within.amount
        amounts = self.amounts.get(within.amount)
        return amounts.on(day, area) if amounts else None

    def as_edition(self, name: str) -> Handbook:
        """This handbook as if one edition had always been in force, for what-if and replay.

        The rules and amounts are those of the edition's last day (today's, if still in force).
        Raises KeyError naming the editions there are.
        """
        chosen = next((edition for edition in self.editions if edition.name == name), None)
        if chosen is None:
            names = ", ".join(edition.name for edition in self.editions)
            raise KeyError(f"there is no edition '{name}': choose one of {names}")
        day = chosen.until or date.max
        rules = tuple(replace(rule, since=None, until=None) for rule in self.rules if rule.in_force(day))
        amounts = {name: _frozen(amounts, day) for name, amounts in self.amounts.items()}
        always = replace(chosen, since=date.min, until=None)
        return replace(self, editions=(always,), rules=rules, amounts=amounts)


def _frozen(amounts: Amounts, day: date) -> Amounts:
    """The amounts in force on a day, area by area, as if they had always been."""
    latest: dict[str, DatedAmount] = {}
    for line in sorted(amounts.lines, key=lambda line: line.since):
        if line.since <= day:
            latest[line.area] = replace(line, since=date.min)
    return replace(amounts, lines=tuple(latest.values()))
