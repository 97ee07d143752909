"""Patterns and scopes: which events a clause speaks of, and between which a state is open."""

from __future__ import annotations

from heeded.core.chronology.vocabulary import EVERY_KIND, KEYS, Kind
from heeded.core.procedures.mistake import nearest, shortened
from heeded.core.procedures.pattern import Pattern, Patterns, Scope
from heeded.core.procedures.text.condition import read_conditions
from heeded.core.procedures.text.phrases import Phrases
from heeded.core.procedures.text.value import PARTING


def read_patterns(phrases: Phrases) -> Patterns:
    """Events joined by "or"."""
    patterns = [read_pattern(phrases)]
    while phrases.take("or"):
        patterns.append(read_pattern(phrases))
    return tuple(patterns)


def read_all_patterns(phrases: Phrases) -> Patterns:
    """Events joined by "or", with nothing left over after them."""
    patterns = read_patterns(phrases)
    finish(phrases)
    return patterns


def read_pattern(phrases: Phrases) -> Pattern:
    """One kind of event and the conditions on it."""
    line = phrases.line.number
    kind = read_kind(phrases)
    conditions = read_conditions(phrases, (kind,)) if phrases.take("where") else ()
    return Pattern(kind.name, conditions, line)


def read_kind(phrases: Phrases) -> Kind:
    """The kind of event named next."""
    name = phrases.take(*EVERY_KIND)
    if name is None:
        written = phrases.peek(PARTING) or phrases.rest or "nothing"
        raise phrases.wrong(
            f"There is no kind of event “{shortened(written)}”.{nearest(written, EVERY_KIND)}",
            "Write a kind from the list of event kinds, and conditions on it after “where”.",
        )
    return EVERY_KIND[name]


def finish(phrases: Phrases) -> None:
    """Refuse what is left after events, saying how it may be joined."""
    joint = phrases.longest(["and", ",", "where"])
    advice = {
        "and": "Join other events by “or”; where each is needed, give each a clause of its own. "
        "Conditions follow “where”.",
        ",": "Join events by “or”, conditions by “and”; several values of one field follow “is any of”.",
    }
    phrases.finish(
        advice.get(joint or "", "Conditions follow “where” and are joined by “and”, other events by “or”.")
    )


def read_scope(phrases: Phrases) -> Scope:
    """A state: "EVENT until EVENT", and if wanted "matching KEY"."""
    line = phrases.line.number
    begins = read_patterns(phrases)
    if phrases.take("until") is None:
        finish(phrases)
        raise phrases.wrong("It does not say when this ends.", "Write “until” and an event after it.")
    ends = read_patterns(phrases)
    matching = read_key(phrases) if phrases.take("matching") else None
    finish(phrases)
    return Scope(begins, ends, matching, line)


def read_key(phrases: Phrases) -> str:
    """The name of something that ties events together."""
    key = phrases.take(*KEYS)
    if key is None:
        written = phrases.rest or "nothing"
        raise phrases.wrong(
            f"“{shortened(written)}” does not tie events together.{nearest(written, KEYS)}",
            f"Write one of: {', '.join(KEYS)}.",
        )
    return key
