"""Holding the kernels to the definition, and cutting a difference down to what causes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from heeded.core.evaluation import definition, kernels
from heeded.core.evaluation.finding import Finding
from heeded.core.procedures.handbook import Handbook
from tests.core.evaluation.differential.families import Judgement

Found = Counter[tuple[object, ...]]
Differs = Callable[[Handbook, Judgement], bool]


def essence(findings: Iterable[Finding]) -> Found:
    """Findings by what every evaluator must agree on; how often each occurs."""
    return Counter((*f.identity, *f.judged, f.ref, f.owed_by) for f in findings)


def meant(handbook: Handbook, judged: Judgement) -> Found:
    """What the definition finds."""
    return essence(
        definition.evaluate(judged.chronology, handbook, judged.now, judged.known_to, judged.known_at)
    )


def found(handbook: Handbook, judged: Judgement) -> Found:
    """What the kernels find."""
    return essence(
        kernels.evaluate(judged.chronology, handbook, judged.now, judged.known_to, judged.known_at)
    )


def differs(handbook: Handbook, judged: Judgement) -> bool:
    """Whether the two do not agree on a family."""
    try:
        return meant(handbook, judged) != found(handbook, judged)
    except Exception:  # noqa: BLE001 - a crash is a difference too
        return True


def smallest(handbook: Handbook, judged: Judgement, wrong: Differs = differs) -> tuple[Handbook, Judgement]:
    """As few rules, entries and sources as still make the two differ."""
    again = True
    while again:
        again = False
        for fewer_rules in _without_one(handbook.rules):
            smaller = replace(handbook, rules=fewer_rules)
            if wrong(smaller, judged):
                handbook, again = smaller, True
                break
        for fewer in _without_one(judged.chronology.entries):
            less = replace(judged, chronology=replace(judged.chronology, entries=fewer))
            if wrong(handbook, less):
                judged, again = less, True
                break
        if judged.chronology.carriages:
            less = replace(judged, chronology=replace(judged.chronology, carriages=()))
            if wrong(handbook, less):
                judged, again = less, True
    return handbook, judged


def _without_one(parts: tuple[object, ...]) -> list[tuple]:  # type: ignore[type-arg]  # rules or entries
    return [parts[:place] + parts[place + 1 :] for place in range(len(parts))]


def report(handbook: Handbook, judged: Judgement) -> str:
    """A difference, told so that it can be followed by hand."""
    try:
        right, wrong = meant(handbook, judged), found(handbook, judged)
        differences = [f"  definition: {k}" for k in right - wrong] + [
            f"  kernels: {k}" for k in wrong - right
        ]
    except Exception as failure:  # noqa: BLE001 - a crash is a difference too
        differences = [f"  {type(failure).__name__}: {failure}"]
    lines = [
        f"now {judged.now}, known to {judged.known_to}, at {judged.known_at}",
        f"calendar {handbook.calendar.name}; editions {handbook.editions}; amounts {dict(handbook.amounts)}",
        *(f"  {rule}" for rule in handbook.rules),
        *(f"  {entry}" for entry in judged.chronology.entries),
        f"people {list(judged.chronology.people.values())}",
        f"agencies {list(judged.chronology.agencies.values())}",
        f"carriages {judged.chronology.carriages}",
    ]
    return "\n".join([*lines, *differences])
