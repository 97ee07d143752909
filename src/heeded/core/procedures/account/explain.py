"""A rule explained: one plain paragraph of English, whatever its form, with its dated amounts."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.procedures.account.sentences import (
    content,
    events,
    how_long,
    in_time,
    long_date,
    ordinal,
    sentence,
    state,
)
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import (
    Ban,
    Content,
    Duty,
    ForEach,
    Gate,
    Occurrence,
    OfFinding,
    Recurring,
    Rule,
    Within,
)
from heeded.core.procedures.wording import listed

_EACH = {
    ForEach.OTHER_CHILD: "It is judged for each other child in the household.",
    ForEach.POSSIBLE_SOURCE: "It is judged for each adult who may have been with the child while a suspected "
    "injury may have arisen.",
    ForEach.ADULT_WITH_ACCESS: "It is judged for each adult of the household or with access to the child.",
}


def explain(rule: Rule, handbook: Handbook) -> str:
    """What the rule asks, of whom, by when, by whose agreement, in one paragraph."""
    return " ".join((what_is_asked(rule, handbook), *_limits(rule), *_standing(rule)))


def what_is_asked(rule: Rule, handbook: Handbook) -> str:
    """The rule's form in a sentence or two, and who owes it."""
    return f"{_asked(rule, handbook)} Owed by {rule.owed_by or 'nobody named'}."


def _asked(rule: Rule, handbook: Handbook) -> str:
    match rule.form:
        case Duty() as form:
            return _duty(rule, form, handbook)
        case Recurring() as form:
            return _recurring(rule, form, handbook)
        case Gate() as form:
            return _gate(rule, form, handbook)
        case Ban() as form:
            return f"{_while(rule)}, there must be no {events(form.never)}{_tie(rule)}."
        case Content() as form:
            return f"Whenever there is {events(form.when)}, its own record must {content(form)}."


def _duty(rule: Rule, form: Duty, handbook: Handbook) -> str:
    of_knowing = isinstance(form.within, Within) and form.within.of_knowing
    knew = ", counted from when whoever owes it came to know" if of_knowing else ""
    time = f"{in_time(form.within, handbook)}{knew}{_tie(rule)}"
    asked = f"{_start(form)}, then {events(form.must)} must follow {time}."
    return f"{asked} If {events(form.unless)} comes first, it is owed no longer." if form.unless else asked


def _start(form: Duty) -> str:
    match form.when:
        case OfFinding(rule, spoilt):
            return f"When “{rule}” is {spoilt}"
        case Occurrence(patterns, nth):
            counted = f", from the {ordinal(nth.number)} within {nth.within} on" if nth else ""
            return f"When there is {events(patterns)}{counted}"


def _tie(rule: Rule) -> str:
    return "" if rule.per == "child" else f", for the same {rule.per}"


def _while(rule: Rule) -> str:
    return sentence(state(rule.scope)) if rule.scope else "Always"


def _recurring(rule: Rule, form: Recurring, handbook: Handbook) -> str:
    *firsts, last = form.every
    turns = [f"the {ordinal(place + 1)} {in_time(within, handbook)}" for place, within in enumerate(firsts)]
    every = f"every {how_long(last, handbook)}"
    times = f"{listed(turns, 'and')}, and after that {every}" if turns else every
    return (
        f"{_while(rule)}, there must be {events(form.must)} again and again{_tie(rule)}: {times}, "
        "counted from the start and then from one to the next."
    )


def _gate(rule: Rule, form: Gate, handbook: Handbook) -> str:
    needed = listed([events(patterns) for patterns in form.need], "and")
    asked = [f"Before {events(form.before)}, there must have been {needed}{_tie(rule)}."]
    if form.since:
        asked.append(f"Only what came after the latest {events(form.since)} counts.")
        asked.append("Where there was none, nothing is needed.")
    if form.within:
        asked.append(f"What is older than {how_long(form.within, handbook)} does not count.")
    return " ".join(asked)


def _limits(rule: Rule) -> Iterator[str]:
    """To which children and times the rule is limited."""
    if rule.scope and not isinstance(rule.form, Recurring | Ban):
        yield f"This holds only {state(rule.scope)}."
    if rule.apart:
        yield f"It does not apply {state(rule.apart)}."
    if rule.for_each:
        yield _EACH[rule.for_each]
    if rule.guards:
        yield f"It guards: {rule.guards}."
    if rule.departure_by:
        yield f"{sentence(listed(rule.departure_by, 'or'))} may depart from it with a reason."


def _standing(rule: Rule) -> Iterator[str]:
    """By whose agreement the rule stands, and since when."""
    if rule.agreed:
        yield f"Agreed: {rule.agreed} ({rule.tier})."
    if rule.since:
        yield f"In force from {long_date(rule.since)}{f' to {long_date(rule.until)}' if rule.until else ''}."
    elif rule.until:
        yield f"In force until {long_date(rule.until)}."
    if rule.pending:
        yield f"Switched off: {rule.pending}."
    if rule.unverified:
        yield f"Unverified: {rule.unverified}."
