"""Holding the kernels to the definition, and cutting a difference down to what causes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from types import ModuleType
from typing import TypeVar

from heeded.core.chronology.chronology import Chronology
from heeded.core.evaluation import definition, kernels
from heeded.core.evaluation.columns.view import Moment
from heeded.core.evaluation.finding import Finding
from heeded.core.evaluation.one_family import judge_family
from heeded.core.evidence.drawn import with_drawn
from heeded.core.procedures.handbook import Handbook
from tests.core.evaluation.differential.families import Judgement

T = TypeVar("T")
Found = Counter[tuple[object, ...]]
Differs = Callable[[Handbook, Judgement], bool]


def essence(findings: Iterable[Finding]) -> Found:
    """Findings by what every evaluator must agree on; how often each occurs."""
    return Counter((*f.identity, *f.judged, f.ref, f.owed_by) for f in findings)


def meant(handbook: Handbook, family: Chronology, at: Moment) -> Found:
    """What the definition finds."""
    return essence(definition.evaluate(family, handbook, at.now, at.known_to, at.known_at))


def found(handbook: Handbook, family: Chronology, at: Moment, by: ModuleType = kernels) -> Found:
    """What the kernels find on one family."""
    return essence(by.evaluate(family, handbook, at.now, at.known_to, at.known_at))


def found_by_either(handbook: Handbook, family: Chronology, at: Moment) -> Found:
    """What is found on one family by the rules that can have a say, judged by the quicker of the two."""
    return essence(judge_family(family, handbook, at.now, at.known_to, at.known_at))


def found_together(
    handbook: Handbook, families: Sequence[Chronology], at: Moment, by: ModuleType = kernels, block: int = 0
) -> Found:
    """What the kernels find on many families, all at once or in blocks of about so many rows."""
    plan = by.plan_of(handbook)
    drawn = [with_drawn(each, at.now, at.known_to, at.known_at, plan.drawn) for each in families]
    columns = by.encode(drawn, plan.wanted, heard=True)
    blocks = by.judge_all(plan, columns, at, block) if block else [by.judge(plan, columns, at)]
    return sum((essence(found.rows()) for found in blocks), Found())


def differs(handbook: Handbook, judged: Judgement) -> bool:
    """Whether the two do not agree on a family."""
    parts = handbook, judged.chronology, judged.moment
    try:
        return meant(*parts) != found(*parts)
    except Exception:  # noqa: BLE001 - a crash is a difference too
        return True


def smallest(handbook: Handbook, judged: Judgement, wrong: Differs = differs) -> tuple[Handbook, Judgement]:
    """As few rules, entries and sources as still make the two differ."""
    again = True
    while again:
        again = False
        for rules in _without_one(handbook.rules):
            smaller = replace(handbook, rules=rules)
            if wrong(smaller, judged):
                handbook, again = smaller, True
                break
        family = judged.chronology
        fewer = [replace(family, entries=entries) for entries in _without_one(family.entries)]
        fewer += [replace(family, carriages=carriages) for carriages in _without_one(family.carriages)]
        for family in fewer:
            if wrong(handbook, replace(judged, chronology=family)):
                judged, again = replace(judged, chronology=family), True
                break
    return handbook, judged


def _without_one(parts: tuple[T, ...]) -> list[tuple[T, ...]]:
    return [parts[:place] + parts[place + 1 :] for place in range(len(parts))]


def report(handbook: Handbook, judged: Judgement) -> str:
    """A difference, told so that it can be followed by hand."""
    parts = handbook, judged.chronology, judged.moment
    try:
        right, wrong = meant(*parts), found(*parts)
        differences = [f"  definition: {k}" for k in right - wrong] + [
            f"  kernels: {k}" for k in wrong - right
        ]
    except Exception as failure:  # noqa: BLE001 - a crash is a difference too
        differences = [f"  {type(failure).__name__}: {failure}"]
    family = judged.chronology
    lines = [
        str(judged.moment),
        f"calendar {handbook.calendar.name}; editions {handbook.editions}; amounts {dict(handbook.amounts)}",
        *(f"  {rule}" for rule in handbook.rules),
        *(f"  {entry}" for entry in family.entries),
        f"people {list(family.people.values())}",
        f"agencies {list(family.agencies.values())}",
        f"carriages {family.carriages}",
    ]
    return "\n".join([*lines, *differences])
