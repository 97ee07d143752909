"""Disagree: opened by anyone with standing, answered, taken up the ladder, and resolved by neither side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from heeded.casework.acting import Act, By, Desk, Done, NotNow, NotYours, Telling, Under, Unfit, carry_out
from heeded.casework.acting.carry_out import Before, Completes, as_it_is, nothing_before
from heeded.casework.acting.fit import require
from heeded.casework.acting.permission import permit
from heeded.casework.invariants import sides_of
from heeded.core.access import Operation, RecordClass, class_of
from heeded.core.access.bond import is_reason
from heeded.core.access.sides import may_resolve
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.report import own
from heeded.core.evidence.disagreement.answers import JUDGEMENTS, question_of
from heeded.core.evidence.disagreement.held import Disagreement as Held
from heeded.core.evidence.disagreement.held import disagreement as disagreement_of
from heeded.core.evidence.disagreement.spoken import SETTLES
from heeded.core.evidence.disagreement.standing import REASONS, TO_DENIED, TO_RAISED


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What is disagreed on, with whom or what, why, and whether the child may be harmed meanwhile.

    Of an `entry` (its id) the other side is whoever told it, and what it answers is the question.
    """

    child: str
    question: str = ""
    sides: frozenset[str] = frozenset()
    entry: str = ""
    grounds: str = ""
    immediate_danger: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What somebody above both sides makes of a disagreement (its key): why, and of the grounds of each side.

    `shown` are the answers that they were shown, by id, where anything has it that they were shown any.
    """

    child: str
    disagreement: str
    reasons: str
    to_raised: str
    to_denied: str
    shown: frozenset[str] | None = None


def disagree(disagreement: Disagreement, by: By, desk: Desk) -> Done:
    """Open a disagreement; `keys` of what comes back names it. Somebody of neither side settles it."""
    key = own(by.actor.agency, f"disagreement {by.request}")
    facts: dict[str, Fact] = {"immediate danger": disagreement.immediate_danger}
    facts |= {
        name: said for name in ("question", "entry", "grounds") if (said := getattr(disagreement, name))
    }
    if disagreement.sides:
        facts["sides"] = disagreement.sides | {by.actor.sector}
    told = Telling(
        kind="disagreement opened",
        child=disagreement.child,
        keys={**disagreement.keys, "disagreement": key},
        facts=facts,
    )
    if disagreement.entry:
        return _with_entry(told, disagreement, by, desk)
    require(told, "question")
    if not disagreement.sides - {by.actor.sector}:
        raise Unfit("the disagreement", "it does not say with whom", "Name the sector on the other side")
    return _act("disagree", told, by, desk, nothing_before)


def _with_entry(told: Telling, disagreement: Disagreement, by: By, desk: Desk) -> Done:
    """Open a disagreement with what somebody answered: with whom, and on what, the record says itself."""
    if not is_reason(disagreement.grounds):
        raise Unfit(
            "the disagreement",
            "it does not say why you disagree",
            "Give your grounds, in a sentence of five words or more",
        )

    def before(under: Under) -> Sequence[Telling]:
        about = _about(disagreement.entry, under)
        record = class_of(about.kind, about.facts, own=about.source.agency == by.actor.agency)
        permit(under, Operation.READ, record, desk.policy)
        if about.kind not in JUDGEMENTS:
            raise Unfit("the disagreement", f"“{about.kind}” says what happened, and nobody judges in it")
        if not (disagreement.question or question_of(about)):
            raise Unfit("the disagreement", "it does not say on what", "Put the question in words")
        return ()

    def completes(under: Under, entry: Entry) -> Entry:
        about = _about(disagreement.entry, under)
        injury = {"injury": about.keys["injury"]} if about.keys.get("injury") else {}
        return replace(
            entry,
            facts={"question": question_of(about), **entry.facts},
            keys={**injury, **entry.keys},
        )

    return _act("disagree", told, by, desk, before, completes)


def _about(entry: str, under: Under) -> Entry:
    """An entry about the child by its id, as it was told."""
    for held in under.chronology.entries:
        if held.id == entry and held.child == under.child:
            return held
    raise NotNow(
        "the disagreement",
        "the record holds no entry of that id about this child",
        "Look at the chronology, and name what you disagree with by its id",
    )


def answer(child: str, disagreement: str, words: str, by: By, desk: Desk) -> Done:
    """Reply to a disagreement (by its key), for one's own side."""
    facts = {"answer": words} if words.strip() else {}
    told = Telling(
        kind="disagreement answered", child=child, keys={"disagreement": disagreement}, facts=facts
    )
    require(told, "answer")
    return _act("answer", told, by, desk, _while_open(disagreement))


def take_up(child: str, disagreement: str, level: int, by: By, desk: Desk) -> Done:
    """Take a disagreement to a step of the agreed ladder; the first after the practitioners is 2."""
    told = Telling(
        kind="disagreement taken up",
        child=child,
        keys={"disagreement": disagreement},
        facts={"level": level},
    )
    return _act("take up", told, by, desk, _higher(disagreement, level))


def resolve(settlement: Settlement, by: By, desk: Desk) -> Done:
    """Settle a disagreement with reasons that answer the grounds of each side; never by one of them.

    The reasons are also why the record is looked at for it, where none were stated before.
    """
    for words, of_what in (
        (settlement.reasons, "reasons that both sides can read"),
        (settlement.to_raised, "an answer to the grounds of those who raised it"),
        (settlement.to_denied, "an answer to the grounds of those who denied it"),
    ):
        if not is_reason(words):
            raise Unfit(
                "the resolution",
                "its reasons do not answer what is disagreed on",
                f"Give {of_what}, in a sentence of five words or more",
            )
    if by.stated is not None and not by.stated.reason:
        by = replace(by, stated=replace(by.stated, reason=settlement.reasons))
    key = settlement.disagreement
    told = Telling(
        kind="disagreement resolved",
        child=settlement.child,
        keys={"disagreement": key},
        facts={
            "by": by.post or by.actor.name,
            "above both sides": True,
            REASONS: settlement.reasons,
            TO_RAISED: settlement.to_raised,
            TO_DENIED: settlement.to_denied,
        },
    )
    act = Act(
        verb="resolve",
        operation=Operation.RESOLVE,
        record=RecordClass.DISAGREEMENT,
        told=told,
        before=_by_neither(key, settlement.shown),
        completes=_settling(key),
    )
    return carry_out(act, by, desk)


def _settling(key: str) -> Completes:
    """Say which answers are settled: those of both sides that the record holds now."""

    def completes(under: Under, entry: Entry) -> Entry:
        found = _open(key, under)
        if not found.by_itself:
            return entry
        return replace(
            entry, facts={**entry.facts, SETTLES: frozenset(answer.id for answer in found.answers)}
        )

    return completes


def _act(
    verb: str, told: Telling, by: By, desk: Desk, before: Before, completes: Completes = as_it_is
) -> Done:
    act = Act(
        verb=verb,
        operation=Operation.DISAGREE,
        record=RecordClass.DISAGREEMENT,
        told=told,
        before=before,
        completes=completes,
        keys={"disagreement": told.keys["disagreement"]},
    )
    return carry_out(act, by, desk)


def _open(key: str, under: Under) -> Held:
    """The disagreement of that name; NotNow where none is there, or where it is settled."""
    found = disagreement_of(under.child, key, under.view)
    if found is None:
        raise NotNow(
            "the disagreement",
            "the record holds none of this name about this child",
            "Name it as it stands in the chronology, or open one",
        )
    if found.settled is not None:
        raise NotNow("the disagreement", "it is settled already", "Open a new one if it is not")
    return found


def _while_open(key: str) -> Before:
    """Refuse what speaks to a disagreement that is not there, or that is settled."""

    def before(under: Under) -> Sequence[Telling]:
        _open(key, under)
        return ()

    return before


def _higher(key: str, level: int) -> Before:
    def before(under: Under) -> Sequence[Telling]:
        reached = _open(key, under).reached
        if level <= reached:
            raise NotNow(
                "the disagreement", f"it has reached step {reached} already", f"Take it to {reached + 1}"
            )
        return ()

    return before


def _by_neither(key: str, shown: frozenset[str] | None) -> Before:
    """Refuse whoever is of a side, as a person or by agency, and whoever was not shown every answer."""

    def before(under: Under) -> Sequence[Telling]:
        found = _open(key, under)
        if not may_resolve(under.by.actor, sides_of(under.child, key, under.chronology)):
            raise NotYours(
                "the disagreement",
                "it is never resolved by one of its sides",
                "Take it up to somebody senior who is of neither",
            )
        if shown is not None and {answer.id for answer in found.answers} - shown:
            raise NotNow(
                "the disagreement", "an answer came in since you were shown it", "Read it, and settle it then"
            )
        return ()

    return before
