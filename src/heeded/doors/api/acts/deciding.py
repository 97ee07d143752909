"""Decide past gates that were shown; depart from a duty with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import ConfigDict, Field

from heeded.bootstrap import acting
from heeded.casework.acting import Unfit
from heeded.casework.acts import Assumed, Decision, Departure, Override, decide, depart, gates_before
from heeded.core.evidence.episodes import Episode
from heeded.doors.api.acts.carrying import act, asked, by_of, carried_out, gates
from heeded.doors.api.acts.facts import facts
from heeded.doors.api.acts.shape import Asked, Before, Done, Fact, Keys, Name, ToName, Words, example
from heeded.doors.api.problem import Kind, Problem
from heeded.doors.api.times import written

router = Router(tags=["acts"])
_DECIDED: dict[str, Any] = {
    "kind": "decision",
    "facts": {
        "outcome": "returns home",
        "reason": "the bruises are explained and a visit is agreed",
        "owner": "team manager",
        "date": "2026-07-01",
    },
}


class Taken(Schema):
    """Something that a decision takes to be so."""

    model_config = ConfigDict(extra="forbid")

    words: Words = Field(
        description="What, in a few words.", examples=["Finn is on remand until the hearing"]
    )
    condition: Name | None = Field(
        None,
        description="The same in a form that the record can hold against what else is told: a choice of "
        "the field `condition` of `assumption recorded` in `/api/kinds`.",
        examples=["person in custody"],
    )
    person: UUID | None = Field(None, description="Whom it is about, by id.", examples=[None])
    last_day: date | None = Field(
        None, description="The last day on which it may come to be so.", examples=[None]
    )


class Deciding(Asked):
    """A decision that somebody thinks of: nothing is written."""

    kind: Name = Field(description="The kind of event that it is.", examples=["decision"])
    keys: Keys = Field({}, examples=[{"referral": "R-1"}])
    facts: dict[Name, Fact] = Field(
        {},
        max_length=100,
        description="What is decided: outcome, reason, owner, date, assumptions.",
        examples=[_DECIDED["facts"]],
    )
    assumptions: list[Taken] = Field(
        [],
        max_length=20,
        description="What it takes to be so. What speaks against one of them opens the decision again.",
        examples=[[]],
    )


class TakenOn(Schema):
    """A gate that somebody takes on themselves."""

    model_config = ConfigDict(extra="forbid")

    gate: Name = Field(description="The gate's name.", examples=["earlier-injuries-are-answered"])
    reason: Words = Field(
        description="Why, in five words or more.", examples=["The surgeon cannot wait for it."]
    )
    authorised_by: Name = Field(description="The post with authority to.", examples=["designated doctor"])


class Decided(Deciding):
    """A decision."""

    shown: str = Field(
        "",
        max_length=100,
        description="What came with the gates that you were shown.",
        examples=["2c26b46b…"],
    )
    overrides: list[TakenOn] = Field(
        [], max_length=64, description="The gates that are taken on.", examples=[[]]
    )


class Departing(Asked):
    """A duty that is departed from."""

    rule: Name = Field(
        description="The rule, as the worklist names it.", examples=["strategy-discussion-is-held"]
    )
    key: str = Field("", max_length=500, description="What the duty is tied to, where it is.", examples=[""])
    reason: Words = Field(description="Why, in five words or more.", examples=["It was held the day before."])
    authorised_by: Name = Field(description="The post with authority to.", examples=["team manager"])


@router.post(
    "/acts/gates",
    **{
        **act("getGates", "What stands in the way of a decision", example(**_DECIDED)),
        "response": {200: Before},
    },
)
def post_gates(request: HttpRequest, told: Deciding) -> Before:
    """Every gate that stands in the way now, with why, and the earlier episodes that it has to name.

    Nothing is written. Decide by the mark in `shown`. An episode may hold more than you may see of it.
    """
    thought, by = _decision(told), by_of(request, "thought-of")
    shown = asked(lambda: gates_before(thought, by, acting.desk()))
    stood = gates(shown)
    return Before(
        gates=stood.gates,
        shown=stood.shown,
        to_name=[_to_name(each) for each in shown.before.episodes],
        unseen=list(shown.before.unseen),
    )


def _to_name(held: Episode) -> ToName:
    return ToName(
        title=held.title,
        began=written(held.began),
        children=list(held.children),
        adults=list(held.adults),
        agencies=list(held.agencies),
        kinds=list(held.kinds),
        entries=[event.entry.id for event in held.events],
    )


@router.post("/acts/decide", **act("decide", "Decide", example(shown="2c26b46b…", **_DECIDED)))
def post_decide(request: HttpRequest, told: Decided) -> Done:
    """Decide now, on what the record holds now.

    409 with `gates` where a gate is neither passed nor taken on, and where something came in since you
    were shown how it stood: look again, and decide again. What protects a child passes no gate.
    """
    decision = _decision(
        told,
        told.shown,
        tuple(
            Override(gate=each.gate, reason=each.reason, authorised_by=each.authorised_by)
            for each in told.overrides
        ),
    )
    return carried_out(request, lambda by, desk: decide(decision, by, desk))


@router.post(
    "/acts/depart",
    **act(
        "depart",
        "Depart from a duty with a reason",
        example(
            rule="strategy-discussion-is-held",
            reason="It was held the day before.",
            authorised_by="team manager",
        ),
    ),
)
def post_depart(request: HttpRequest, told: Departing) -> Done:
    """Set a duty aside for this child, on the authority of somebody entitled; it is recorded as such."""
    departure = Departure(
        child=str(told.child),
        rule=told.rule,
        reason=told.reason,
        authorised_by=told.authorised_by,
        key=told.key,
    )
    return carried_out(request, lambda by, desk: depart(departure, by, desk))


def _decision(told: Deciding, shown: str = "", overrides: tuple[Override, ...] = ()) -> Decision:
    return Decision(
        kind=told.kind,
        child=str(told.child),
        facts=facts(told.kind, told.facts),
        keys=told.keys,
        shown=shown,
        overrides=overrides,
        assumptions=_taken(told.assumptions),
    )


def _taken(told: list[Taken]) -> tuple[Assumed, ...]:
    """What the decision takes to be so; Problem where nothing could be held against one of them."""
    try:
        return tuple(
            Assumed(
                words=each.words,
                condition=each.condition or "",
                person=str(each.person) if each.person else "",
                last_day=each.last_day,
            )
            for each in told
        )
    except Unfit as unfit:
        raise Problem(Kind.NOT_ACCEPTED, str(unfit)) from unfit
