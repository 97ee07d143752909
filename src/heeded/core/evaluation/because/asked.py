"""What a rule asks for, in the words of a sentence; and what an entry lacks of it."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.procedures.pattern import AGE, REST_DAY, Comparison, Condition, Pattern, Patterns
from heeded.core.procedures.rule import Ban, Content, Duty, Gate, Recurring, Rule
from heeded.core.procedures.wording import condition_words, listed, value_words

_NOT_ITS_OWN = (AGE, REST_DAY, "agency", "role")
"""Fields that an entry does not state itself."""


def asked_words(patterns: Patterns) -> str:
    """Alternatives, each as its kind of event in quotation marks and what it must be like."""
    return listed([_pattern(pattern) for pattern in patterns], "or")


def asks(rule: Rule) -> str:
    """What a rule asks for, in a few words: “referral decision”, or no “case closed”."""
    match rule.form:
        case Duty() | Recurring() as form:
            return asked_words(form.must)
        case Gate() as form:
            return f"{_each(form.need)} before {rule.guards or asked_words(form.before)}"
        case Ban() as form:
            return f"no {asked_words(form.never)}"
        case Content() as form:
            return f"{asked_words(form.when)} that must {content_words(form.conditions)}"


def needed_words(need: Iterable[Patterns]) -> str:
    """All the things that a gate needs."""
    return _each(need)


def content_words(conditions: Iterable[Condition]) -> str:
    """What a record must state and show."""
    wanted = tuple(conditions)
    stated = [condition.field for condition in wanted if condition.comparison is Comparison.STATED]
    shown = [_condition(condition) for condition in wanted if condition.comparison is not Comparison.STATED]
    said = [f"state {listed(stated, 'and')}"] if stated else []
    said += [f"show {listed([f'“{each}”' for each in shown], 'and')}"] if shown else []
    return " and ".join(said)


def lacking(entry: Entry, conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """Those of some conditions that an entry plainly does not meet; all of them if none is plain."""
    wanted = tuple(conditions)
    return tuple(condition for condition in wanted if _lacks(entry, condition)) or wanted


def _lacks(entry: Entry, condition: Condition) -> bool:
    fact, values = entry.facts.get(condition.field), condition.values
    if condition.field in _NOT_ITS_OWN:
        return False
    if fact in (None, "", frozenset()):
        return condition.comparison is not Comparison.NOT_STATED
    names = _with_wider(entry, condition.field)
    plain = {
        Comparison.IS: fact in values,
        Comparison.ANY_OF: fact in values,
        Comparison.ALL_OF: names.issuperset(values),
        Comparison.SOME_OF: not names.isdisjoint(values),
    }
    return not plain.get(condition.comparison, True)


def _with_wider(entry: Entry, name: str) -> frozenset[str]:
    """The names that an entry states in a field, with every wider name for them."""
    field, fact = KINDS[entry.kind].field(name), entry.facts.get(name)
    held = field.widened(fact) if field and fact is not None else fact
    return held if isinstance(held, frozenset) else frozenset()


def _pattern(pattern: Pattern) -> str:
    if not pattern.conditions:
        return f"“{pattern.kind}”"
    return f"“{pattern.kind}” ({'; '.join(_condition(condition) for condition in pattern.conditions)})"


def _condition(condition: Condition) -> str:
    value = condition.values[0] if condition.values else None
    if condition.comparison is Comparison.IS and not isinstance(value, bool):
        return f"{condition.field}: {value_words('', condition.field, value)}"
    if condition.comparison is Comparison.STATED:
        return f"{condition.field} stated"
    return condition_words(condition)


def _each(need: Iterable[Patterns]) -> str:
    return listed([asked_words(patterns) for patterns in need], "and")
