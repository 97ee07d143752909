"""Decide: every gate in the way is shown, and passed or taken on by somebody with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from heeded.casework.acting import (
    Act,
    By,
    Desk,
    Done,
    GateStands,
    ShownTooLittle,
    Telling,
    Under,
    Unfit,
    carry_out,
)
from heeded.casework.acting.fit import require
from heeded.casework.acting.gates_shown import Shown, Stood
from heeded.casework.acting.looking_on import looking_on
from heeded.casework.acts.assumed import Assumed, tellings
from heeded.casework.acts.shown import shown, to_name
from heeded.casework.acts.unwitnessed import (
    UNWITNESSED,
    not_witnessed,
    taken_on_unwitnessed,
    with_witnesses,
)
from heeded.core.access import Operation, RecordClass
from heeded.core.access.bond import is_reason
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import own
from heeded.core.chronology.vocabulary import kind
from heeded.core.chronology.when import Precision, When, local

SAID = ("outcome", "reason", "owner", "date")
"""What a decision says, where its kind has a field for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Somebody takes a gate (a rule's name) on themselves: why, and the post that has authority to."""

    gate: str
    reason: str
    authorised_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An act that gates may stand before: a decision, a discharge, the closing of work.

    `facts` are the fields of its kind: outcome, reason, owner, date and so on; `assumptions` what it takes to
    be so, each kept as an entry of its own. `shown` is the mark that came with the gates that whoever decides
    was shown.
    """

    kind: str
    child: str
    facts: Mapping[str, Fact]
    keys: Mapping[str, str] = field(default_factory=dict)
    shown: str = ""
    overrides: tuple[Override, ...] = ()
    assumptions: tuple[Assumed, ...] = ()

    def told(self, agency: str, request: str) -> Telling:
        """The decision as it is told, with a key of its own, and one for what it takes to be so."""
        keys = dict(self.keys)
        has = kind(self.kind).keys
        if self.kind == "decision":
            keys.setdefault("decision", own(agency, f"decision {request}"))
        if "assumption" in has and (
            self.facts.get("assumptions")
            or self.assumptions
            or self.facts.get("rests on absence of one person")
        ):
            keys.setdefault("assumption", own(agency, f"assumption {request}"))
        facts = dict(self.facts)
        if self.assumptions and kind(self.kind).field("assumptions"):
            facts.setdefault("assumptions", frozenset(each.words for each in self.assumptions))
        return Telling(kind=self.kind, child=self.child, keys=keys, facts=facts)


def gates_before(decision: Decision, by: By, desk: Desk) -> Shown:
    """Every gate in the way of a decision now, with why, the mark to decide by, and what it must name."""
    told = _told(decision, by)
    also = _assumed(decision, told, by)
    with looking_on(told, Operation.DECIDE, RecordClass.WORKLIST, by, desk) as under:
        stands = with_witnesses(shown(under, told, also), told, under, desk.lacking(by.now))
        return replace(stands, before=to_name(under, desk.policy))


def decide(decision: Decision, by: By, desk: Desk) -> Done:
    """Decide now, on what the record holds now.

    GateStands where a gate is neither passed nor taken on, or where the record has done without its
    witnesses for too long and nobody takes that on; ShownTooLittle where something came in since the
    decider was shown how things stood. What protects a child passes no gate.
    """
    told = _told(decision, by)
    require(told, *SAID)
    for override in decision.overrides:
        _says_why(override)
    also = _assumed(decision, told, by)
    act = Act(
        verb="decide",
        operation=Operation.DECIDE,
        record=RecordClass.WORKLIST,
        told=told,
        also=also,
        before=lambda under: _taken_on(decision, (told, also), under, desk.lacking(by.now)),
        keys={name: told.keys[name] for name in ("decision", "assumption") if name in told.keys},
    )
    return carry_out(act, by, desk)


def _assumed(decision: Decision, told: Telling, by: By) -> tuple[Telling, ...]:
    """What the decision takes to be so, as entries beside it."""
    if decision.assumptions and decision.kind != "decision":
        raise Unfit(
            f"“{decision.kind}”",
            "it is not a kind of decision that keeps what it rests on",
            "Decide with the kind “decision”",
        )
    that_day = local(told.when(by.now).earliest).date()
    for each in decision.assumptions:
        if each.last_day is not None and each.last_day < that_day:
            raise Unfit(f"“{each.words}”", "its last day had passed when it was decided", "Give a later day")
    return tellings(decision.assumptions, told, by.actor.agency, by.request)


def _told(decision: Decision, by: By) -> Telling:
    try:
        return decision.told(by.actor.agency, by.request)
    except KeyError as strange:
        raise Unfit("the kind of decision", str(strange.args[0]).rstrip(".?")) from None


def _says_why(override: Override) -> None:
    if not is_reason(override.reason):
        raise Unfit(
            f"taking on “{override.gate}”",
            "it does not say why",
            "Say why in a sentence of five words or more: it stands in the record under a name",
        )
    if not override.authorised_by.strip():
        raise Unfit(f"taking on “{override.gate}”", "it does not say who authorised it", "Name the post")


def _taken_on(
    decision: Decision, acts: tuple[Telling, tuple[Telling, ...]], under: Under, unwitnessed: int | None
) -> Sequence[Telling]:
    """The overrides of the gates in the way, as departures; refused where one is not taken on.

    `acts` are the decision and what it takes to be so.
    """
    told, also = acts
    stands = with_witnesses(shown(under, told, also), told, under, unwitnessed)
    if decision.shown != stands.mark:
        raise ShownTooLittle(
            told.kind,
            "something came in that whoever decides has not been shown",
            "Look at how it stands now, and decide again",
            stands,
        )
    overrides = {override.gate: override for override in decision.overrides}
    left = [gate for gate in stands.gates if gate.name not in overrides]
    if left:
        raise GateStands(
            told.kind,
            " ".join(gate.judged.because for gate in left).rstrip("."),
            "Do first what is asked for, or name who takes it on and why",
            replace(stands, gates=tuple(left)),
        )
    departures = [_departure(gate, overrides[gate.name], under) for gate in _once(stands.gates)]
    if stands.unwitnessed is not None:
        if UNWITNESSED not in overrides:
            raise not_witnessed(told, stands.unwitnessed, stands)
        override = overrides[UNWITNESSED]
        departures.append(taken_on_unwitnessed(told, override.reason, override.authorised_by, under.by.now))
    _passes(acts, departures, under, stands)
    return departures


def _once(gates: Sequence[Stood]) -> list[Stood]:
    """One of the gates of each rule and key: a departure covers everybody whom the rule is about."""
    return list({(gate.rule, gate.child, gate.key): gate for gate in gates}.values())


def _departure(gate: Stood, override: Override, under: Under) -> Telling:
    """The override as an entry: a departure with reason, told in the second before the act."""
    if gate.by_whom and override.authorised_by not in gate.by_whom:
        raise Unfit(
            f"taking on “{gate.name}”",
            f"“{override.authorised_by}” has no authority for it under the agreement",
            f"Those who have: {', '.join(gate.by_whom)}",
        )
    before = under.by.now - 1
    per = gate.judged.rule.per
    return Telling(
        kind="departure with reason",
        child=gate.child,
        happened=When(before, before, Precision.INSTANT),
        keys={per: gate.key} if gate.key and per != "household" else {},
        facts={
            "rule": gate.rule,
            "reason": override.reason,
            "authorised by": override.authorised_by,
        },
    )


def _passes(
    acts: tuple[Telling, tuple[Telling, ...]], departures: Sequence[Telling], under: Under, stands: Shown
) -> None:
    """Refuse where a gate would stand in spite of the departures: what raised it came in this second."""
    if not departures:
        return
    written = tuple(
        replace(under.proposed(each), id=f"before {number}") for number, each in enumerate(departures)
    )
    chronology = replace(under.chronology, entries=(*under.chronology.entries, *written))
    still = shown(replace(under, held=replace(under.held, chronology=chronology)), *acts).gates
    if still:
        raise ShownTooLittle(
            acts[0].kind,
            "what stands in its way came in just now",
            "Look at how it stands, and decide again in a moment",
            replace(stands, gates=still),
        )
