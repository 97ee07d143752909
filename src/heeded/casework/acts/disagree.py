"""Disagree: opened by anyone with standing, answered, taken up the ladder, and resolved by neither side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from heeded.casework.acting import Act, By, Desk, Done, NotNow, NotYours, Telling, Under, Unfit, carry_out
from heeded.casework.acting.carry_out import Before, nothing_before
from heeded.casework.acting.fit import require
from heeded.casework.invariants import sides_of
from heeded.core.access import Operation, RecordClass
from heeded.core.access.bond import is_reason
from heeded.core.access.sides import may_resolve
from heeded.core.chronology.report import own
from heeded.core.evidence.disagreement.sides import exists


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What is disagreed on, the sectors on either side, and whether the child may be harmed meanwhile."""

    child: str
    question: str
    sides: frozenset[str]
    immediate_danger: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)


def disagree(disagreement: Disagreement, by: By, desk: Desk) -> Done:
    """Open a disagreement; `keys` of what comes back names it. Somebody of neither side settles it."""
    key = own(by.actor.agency, f"disagreement {by.request}")
    told = Telling(
        kind="disagreement opened",
        child=disagreement.child,
        keys={**disagreement.keys, "disagreement": key},
        facts={
            "question": disagreement.question,
            "sides": disagreement.sides | {by.actor.sector},
            "immediate danger": disagreement.immediate_danger,
        },
    )
    require(told, "question")
    if not disagreement.sides - {by.actor.sector}:
        raise Unfit("the disagreement", "it does not say with whom", "Name the sector on the other side")
    return _act("disagree", told, by, desk, nothing_before)


def answer(child: str, disagreement: str, words: str, by: By, desk: Desk) -> Done:
    """Reply to a disagreement (by its key), for one's own side."""
    facts = {"answer": words} if words.strip() else {}
    told = Telling(
        kind="disagreement answered", child=child, keys={"disagreement": disagreement}, facts=facts
    )
    require(told, "answer")
    return _act("answer", told, by, desk, _open(disagreement))


def take_up(child: str, disagreement: str, level: int, by: By, desk: Desk) -> Done:
    """Take a disagreement to a step of the agreed ladder; the first after the practitioners is 2."""
    told = Telling(
        kind="disagreement taken up",
        child=child,
        keys={"disagreement": disagreement},
        facts={"level": level},
    )
    return _act("take up", told, by, desk, _higher(disagreement, level))


def resolve(child: str, disagreement: str, reasons: str, by: By, desk: Desk) -> Done:
    """Settle a disagreement with reasons that answer it; never by a person or an agency of either side."""
    if not is_reason(reasons):
        raise Unfit(
            "the resolution",
            "its reasons do not answer what is disagreed on",
            "Give reasons that both sides can read, in a sentence of five words or more",
        )
    told = Telling(
        kind="disagreement resolved",
        child=child,
        keys={"disagreement": disagreement},
        facts={"by": by.post or by.actor.name, "above both sides": True, "reasons": reasons},
    )
    act = Act(
        verb="resolve",
        operation=Operation.RESOLVE,
        record=RecordClass.DISAGREEMENT,
        told=told,
        before=_by_neither(disagreement),
    )
    return carry_out(act, by, desk)


def _act(verb: str, told: Telling, by: By, desk: Desk, before: Before) -> Done:
    act = Act(
        verb=verb,
        operation=Operation.DISAGREE,
        record=RecordClass.DISAGREEMENT,
        told=told,
        before=before,
        keys={"disagreement": told.keys["disagreement"]},
    )
    return carry_out(act, by, desk)


def _open(key: str) -> Before:
    """Refuse what speaks to a disagreement that is not there, or that is settled."""

    def before(under: Under) -> Sequence[Telling]:
        if not exists(under.child, key, under.chronology):
            raise NotNow(
                "the disagreement",
                "the record holds none of this name about this child",
                "Name it as it stands in the chronology, or open one",
            )
        if any(entry.keys.get("disagreement") == key for entry in under.of_kind("disagreement resolved")):
            raise NotNow("the disagreement", "it is settled already", "Open a new one if it is not")
        return ()

    return before


def _higher(key: str, level: int) -> Before:
    def before(under: Under) -> Sequence[Telling]:
        _open(key)(under)
        steps = [
            step
            for entry in under.of_kind("disagreement taken up")
            if entry.keys.get("disagreement") == key and isinstance(step := entry.facts.get("level"), int)
        ]
        reached = max(steps, default=1)
        if level <= reached:
            raise NotNow(
                "the disagreement", f"it has reached step {reached} already", f"Take it to {reached + 1}"
            )
        return ()

    return before


def _by_neither(key: str) -> Before:
    """Refuse whoever is of a side, as a person or by agency."""

    def before(under: Under) -> Sequence[Telling]:
        _open(key)(under)
        if not may_resolve(under.by.actor, sides_of(under.child, key, under.chronology)):
            raise NotYours(
                "the disagreement",
                "it is never resolved by one of its sides",
                "Take it up to somebody senior who is of neither",
            )
        return ()

    return before
