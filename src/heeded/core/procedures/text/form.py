"""The form of a rule: duty, recurring duty, gate, ban or required content, told by its clauses."""

from __future__ import annotations

import re

from heeded.core.chronology.vocabulary import EVERY_KIND, Kind
from heeded.core.chronology.vocabulary.field import FieldType
from heeded.core.procedures.mistake import either
from heeded.core.procedures.pattern import Comparison, Condition, Nth, Patterns
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
    Spoilt,
    StatedDay,
    Within,
)
from heeded.core.procedures.text.clause import Clause, attempt
from heeded.core.procedures.text.clauses import Clauses
from heeded.core.procedures.text.condition import read_conditions, read_field
from heeded.core.procedures.text.pattern import finish, read_all_patterns, read_patterns
from heeded.core.procedures.text.phrases import Phrases
from heeded.core.procedures.text.span import read_amount, read_within

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
FIRSTS = tuple(f"{ordinal} within" for ordinal in ORDINALS)
"""The clauses that give the first times of a recurring duty."""
FORMS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "recurring duty": (("while", "must", "every"), FIRSTS),
    "duty": (("when", "must", "within"), ("by", "unless", "while")),
    "gate": (("before", "need"), ("since", "within", "while")),
    "ban": (("while", "never"), ()),
    "required content": (("when",), ("must state", "must show", "while")),
}
"""For each form, the clauses that it needs and those that it may have; they tell one form from another."""
TELLING = {"every": "recurring duty", "before": "gate", "need": "gate", "never": "ban"}
INSTEAD = {"duty": {"within": "by"}}
"""For each form, the clauses of which another may stand in the place."""
ANY_FORM = ("except while", *(f"for {each}" for each in ForEach))
FORM_WORDS = tuple(
    dict.fromkeys([*ANY_FORM, *(word for needed, may in FORMS.values() for word in (*needed, *may))])
)
"""Every clause that says what is owed."""
_FINDING = re.compile(r"(?P<rule>[a-z0-9]+(?:-[a-z0-9]+)*) is (?P<spoilt>overdue|broken)")
_COUNTED = re.compile(r"[0-9]{1,3}(?:st|nd|rd|th)")


def form_name(clauses: Clauses) -> str:
    """Which form the clauses are of; an empty text where they do not tell."""
    for word, name in TELLING.items():
        if clauses.has(word):
            return name
    if clauses.has("must state", "must show"):
        return "required content"
    return "duty" if clauses.has("when", "must", "within", "by", "unless") else ""


def read_form(clauses: Clauses) -> Form | None:
    """The form of a rule from its clauses; None where something is wrong, which is then kept."""
    name = form_name(clauses)
    if not name:
        ways = "; ".join(f"{form}: {', '.join(needed)}" for form, (needed, _) in FORMS.items())
        clauses.missing("The rule does not say what is owed.", f"Use the clauses of one form. {ways}.")
        return None
    kept = len(clauses.mistakes)
    _refuse_strangers(name, clauses)
    form = _READERS[name](clauses)
    return form if len(clauses.mistakes) == kept else None


def read_occurrence(clause: Clause) -> Occurrence | OfFinding:
    """What starts a duty: events, perhaps counted, or another rule's finding."""
    if found := _FINDING.fullmatch(clause.text.lower()):
        return OfFinding(found["rule"], Spoilt(found["spoilt"]))
    phrases = clause.phrases
    number = _ordinal(phrases)
    patterns = read_patterns(phrases)
    if number is None:
        finish(phrases)
        return Occurrence(patterns)
    if phrases.take("within") is None:
        finish(phrases)
        raise clause.wrong(
            "It does not say within what time the events are counted.",
            "Write such as “second referral received within 12 months”.",
        )
    return Occurrence(patterns, Nth(number, read_amount(phrases.rest, phrases.line)))


def _ordinal(phrases: Phrases) -> int | None:
    """From the how-manieth event on the rule counts, if it counts them."""
    if ordinal := phrases.take(*ORDINALS[1:]):
        return ORDINALS.index(ordinal) + 1
    line = phrases.line
    if not (counted := phrases.take_like(_COUNTED)):
        return None
    number = int(counted.removesuffix(counted[-2:]))
    if number < 2:  # noqa: PLR2004 - the first has nothing before it
        raise line.wrong("Counting begins at the second event.", "Leave the number out to mean every one.")
    return number


def _refuse_strangers(name: str, clauses: Clauses) -> None:
    """Keep as mistakes the clauses that the form lacks, and those that belong to another."""
    needed, may = FORMS[name]
    for word in needed:
        other = INSTEAD.get(name, {}).get(word, word)
        if not clauses.has(word, other):
            way = f"“{word} …”" if other == word else f"“{word} …” or “{other} …”"
            clauses.missing(f"This is a {name}, but it has no “{word}”.", f"Add a line {way}.")
    for clause in clauses:
        if clause.word in FORM_WORDS and clause.word not in (*needed, *may, *ANY_FORM):
            own = either(
                f"a {form}" for form, words in FORMS.items() if clause.word in (*words[0], *words[1])
            )
            stranger = clause.wrong(
                f"“{clause.word}” does not belong to a {name}; it belongs to {own}.",
                f"A {name} is written with: {', '.join((*needed, *may))}.",
            )
            clauses.mistakes.append(stranger.mistake)


def _events(clause: Clause) -> Patterns:
    return read_all_patterns(clause.phrases)


def _within(clause: Clause) -> Within:
    return read_within(clause.said("an amount of time"), clause.line)


def _duty(clauses: Clauses) -> Form | None:
    when = clauses.read_one("when", read_occurrence)
    must = clauses.read_one("must", _events)
    within = _in_time(clauses, when)
    unless = clauses.read_one("unless", _events) or ()
    return Duty(when, must, within, unless) if when and must and within else None


def _in_time(clauses: Clauses, when: Occurrence | OfFinding | None) -> Within | StatedDay | None:
    """By when a duty is owed: within an amount of time, or by the day that its event states."""
    by = clauses.one("by")
    if by is None:
        return clauses.read_one("within", _within)
    if clauses.has("within"):
        twice = by.wrong(
            "Both “within” and “by” say by when.", "Keep one; write a second rule for the other."
        )
        clauses.mistakes.append(twice.mistake)
    return clauses.read_one("by", lambda clause: _stated_day(clause, when)) if when else None


def _stated_day(clause: Clause, when: Occurrence | OfFinding) -> StatedDay:
    """The field in which every event that starts the duty may state a day."""
    if isinstance(when, OfFinding):
        raise clause.wrong(
            f"It starts when a rule is {when.spoilt}, which states no day.", "Write “within …”."
        )
    phrases = clause.phrases
    field = read_field(phrases, tuple(dict.fromkeys(EVERY_KIND[pattern.kind] for pattern in when.patterns)))
    phrases.finish("Write the name of one field.")
    if field.type is not FieldType.DATE:
        raise clause.wrong(
            f"“{field.name}” states no day: it is {field.expects()}.", "Name a field of a date."
        )
    return StatedDay(field.name)


def _recurring(clauses: Clauses) -> Form | None:
    must = clauses.read_one("must", _events)
    firsts = [clauses.read_one(word, _within) for word in FIRSTS]
    given = [within for within in firsts if within]
    every = clauses.read_one("every", _within)
    if None in firsts[: len(given)]:
        clauses.missing(
            f"The first times of “{clauses.heading.text}” leave one out.",
            "Give “first within”, then “second within” and so on, without a gap.",
        )
    return Recurring(must, (*given, every)) if must and every else None


def _gate(clauses: Clauses) -> Form | None:
    before = clauses.read_one("before", _events)
    need = [attempt(clauses.mistakes, _events, clause) for clause in clauses.all("need")]
    since = clauses.read_one("since", _events) or ()
    within = clauses.read_one("within", _within)
    needed = tuple(patterns for patterns in need if patterns)
    return Gate(before, needed, since, within) if before and needed else None


def _ban(clauses: Clauses) -> Form | None:
    never = clauses.read_one("never", _events)
    return Ban(never) if never else None


def _content(clauses: Clauses) -> Form | None:
    when = clauses.read_one("when", _events)
    if not when:
        return None
    kinds = tuple(dict.fromkeys(EVERY_KIND[pattern.kind] for pattern in when))
    stated = clauses.read_one("must state", lambda clause: _stated(clause, kinds)) or ()
    shown = clauses.read_one("must show", lambda clause: _shown(clause, kinds)) or ()
    return Content(when, (*stated, *shown)) if stated or shown else None


def _stated(clause: Clause, kinds: tuple[Kind, ...]) -> tuple[Condition, ...]:
    """The fields that must be filled, parted by commas or "and"."""
    phrases, conditions = clause.phrases, []
    while True:
        line = phrases.line.number
        conditions.append(Condition(read_field(phrases, kinds).name, Comparison.STATED, (), line))
        if not phrases.take(", and", ",", "and"):
            break
    phrases.finish("Part the fields with commas; conditions stand in “must show”.")
    return tuple(conditions)


def _shown(clause: Clause, kinds: tuple[Kind, ...]) -> tuple[Condition, ...]:
    phrases = clause.phrases
    conditions = read_conditions(phrases, kinds)
    phrases.finish("Join conditions by “and”.")
    return conditions


_READERS = {
    "duty": _duty,
    "recurring duty": _recurring,
    "gate": _gate,
    "ban": _ban,
    "required content": _content,
}
