"""Whether what is told can be written as it stands: its kind, its fields and its keys."""

from __future__ import annotations

from heeded.casework.acting.desk import Telling
from heeded.casework.acting.refused import Unfit
from heeded.core.chronology.vocabulary import FieldType, kind

AHEAD = 300
"""How many seconds something may be said to have happened after the moment of telling."""


def fit(told: Telling, now: int) -> None:
    """Refuse, as Unfit, what the vocabulary has no room for, and what has not happened yet."""
    try:
        known = kind(told.kind)
    except KeyError as strange:
        raise Unfit("the kind of event", str(strange.args[0]).rstrip(".?")) from None
    if known.drawn:
        raise Unfit(f"“{told.kind}”", "the record draws it itself", "Record what it follows from")
    if objections := known.objections(told.facts):
        raise Unfit(f"“{told.kind}”", " ".join(objections).rstrip("."))
    if stray := sorted(set(told.keys) - set(known.keys)):
        raise Unfit(
            f"“{told.kind}”", f"it has no key {', '.join(stray)}", f"Its keys: {', '.join(known.keys)}"
        )
    if empty := sorted(name for name, value in told.keys.items() if not value.strip()):
        raise Unfit(f"“{told.kind}”", f"the key {', '.join(empty)} is empty", "Leave it out, or fill it")
    if told.happened is not None and told.happened.earliest > now + AHEAD:
        raise Unfit(
            f"“{told.kind}”",
            "it is said to have happened in the future",
            "Give the time at which it happened",
        )
    if told.learned is not None:
        _fit_learned(told, told.learned, now)


def _fit_learned(told: Telling, learned: int, now: int) -> None:
    """Refuse, as Unfit, what somebody is said to have known before it happened, or will know only later."""
    what = f"“{told.kind}”"
    if learned > now + AHEAD:
        raise Unfit(
            what, "you are said to have learned of it in the future", "Give the time at which you did"
        )
    if told.happened is not None and learned < told.happened.earliest:
        raise Unfit(
            what,
            "you are said to have learned of it before it happened",
            "Give the later time, or mend when it happened",
        )


def require(told: Telling, *names: str) -> None:
    """Refuse, as Unfit, what leaves unsaid one of these fields, where its kind has it."""
    missing = [name for name in names if kind(told.kind).field(name) and told.facts.get(name) in (None, "")]
    if missing:
        raise Unfit(f"“{told.kind}”", f"it does not say: {', '.join(missing)}", "Say it")


def named(told: Telling) -> frozenset[str]:
    """Everybody whom it names: its child, and facts that hold a person."""
    fields = kind(told.kind).fields
    people = {
        str(told.facts[each.name])
        for each in fields
        if each.type is FieldType.PERSON and each.name in told.facts
    }
    return frozenset({told.child, *people})
