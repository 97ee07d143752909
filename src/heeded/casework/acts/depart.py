"""Depart from a duty for a child, with a reason, on the authority of somebody entitled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from heeded.casework.acting import Act, By, Desk, Done, NotNow, Telling, Under, Unfit, carry_out
from heeded.core.access import Operation, RecordClass
from heeded.core.access.bond import is_reason
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """From which duty of a child (a rule's name, its key if it has one), why, and on whose authority."""

    child: str
    rule: str
    reason: str
    authorised_by: str
    key: str = ""


def depart(departure: Departure, by: By, desk: Desk) -> Done:
    """Set a duty aside for this child; one that is overdue already stays so."""
    rule = _rule(departure.rule, desk.handbook)
    _entitled(departure, rule)
    told = Telling(
        kind="departure with reason",
        child=departure.child,
        keys={rule.per: departure.key} if departure.key and rule.per not in ("child", "household") else {},
        facts={
            "rule": departure.rule,
            "reason": departure.reason,
            "authorised by": departure.authorised_by,
        },
    )
    act = Act(
        verb="depart",
        operation=Operation.DECIDE,
        record=RecordClass.WORKLIST,
        told=told,
        before=lambda under: _owed(departure, rule, under),
    )
    return carry_out(act, by, desk)


def _rule(name: str, handbook: Handbook) -> Rule:
    named = handbook.rules_named(name)
    if not named:
        raise Unfit("the departure", f"the handbook has no rule “{name}”", "Name it as the worklist does")
    return named[-1]


def _entitled(departure: Departure, rule: Rule) -> None:
    if not is_reason(departure.reason):
        raise Unfit("the departure", "it does not say why", "Say why in a sentence of five words or more")
    if not departure.authorised_by.strip():
        raise Unfit("the departure", "it does not say who authorised it", "Name the post")
    if rule.departure_by and departure.authorised_by not in rule.departure_by:
        raise Unfit(
            "the departure",
            f"“{departure.authorised_by}” has no authority for it under the agreement",
            f"Those who have: {', '.join(rule.departure_by)}",
        )


def _owed(departure: Departure, rule: Rule, under: Under) -> Sequence[Telling]:
    """Refuse to depart from what is not owed."""
    if not any(
        line.finding.rule == rule.name
        and line.finding.child == under.child
        and (not departure.key or line.finding.key == departure.key)
        for line in under.held.owed
    ):
        raise NotNow(
            "the departure",
            f"nothing is owed under “{departure.rule}” for this child",
            "Name the duty as it stands on the worklist",
        )
    return ()
