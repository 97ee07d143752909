"""Sift a report: what of it may be taken into the record, and what is set aside, with why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from heeded.casework.invariants import ANSWERS, LOOKING_BACK, objection, offer_of
from heeded.casework.ports.loading import Taking
from heeded.casework.taking.again import Sifted
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.report import Refusal, Report

EARLY = (
    "nothing of this name has been offered here yet: it is kept, and counts as soon as the offer is there. "
    "See that whoever hands over sends it"
)
"""What is said of an answer to a hand-over that nobody here has offered yet."""

SKEW = 300
"""How many seconds a sender's clock may run ahead before it is pointed out (trust.md, C4)."""


def of_somebody(report: Report) -> Report:
    """The report without the events that name somebody whom it does not describe, each set aside."""
    described = {person.ref for person in report.people}
    strangers = {event.ref: sorted(event.names - described) for event in report.events}
    refusals = tuple(
        Refusal(
            f"event {ref}", f"it names {', '.join(who)}, whom the report does not describe: add them", ref
        )
        for ref, who in strangers.items()
        if who
    )
    kept = tuple(event for event in report.events if not strangers[event.ref])
    return replace(report, events=kept, refusals=(*report.refusals, *refusals))


def skewed(report: Report, stands: Mapping[str, str], now: int) -> dict[str, str]:
    """What is odd about the clocks of a report's events, by entry; `stands` gives the entry of each event."""
    ahead = {stands[event.ref]: max(event.told, event.as_of or 0) - now for event in report.events}
    return {
        entry: f"the sender's clock ran {seconds} seconds ahead"
        for entry, seconds in ahead.items()
        if seconds > SKEW
    }


def unobjected(sifted: Sifted, work: Taking) -> tuple[list[Entry], list[tuple[Entry, str]]]:
    """The new entries that may be taken in, each looked at with those before it; and the others, with why."""
    families = {person: held.chronology for held in work.families for person in held.chronology.people}
    fresh: list[Entry] = []
    objected: list[tuple[Entry, str]] = []
    earlier: dict[str, Entry] = {}
    since: dict[str, list[Entry]] = {held.chronology.family: [] for held in work.families}
    for told in sifted.fresh:
        if any(each.id == sifted.said_again.get(told.id) for each, _ in objected):
            continue
        entry = work.as_held(told)
        chronology = families[entry.child]
        own = since[chronology.family]
        target = entry.corrects or entry.withdraws
        if own and (target or entry.kind in LOOKING_BACK):
            chronology = replace(chronology, entries=(*chronology.entries, *own))
        named = earlier.get(target) or work.held([target]).get(target) if target else None
        why = objection(entry, chronology, work.agencies, named)
        if why:
            objected.append((told, why))
            sifted.superseded.pop(told.id, None)
            continue
        fresh.append(told)
        earlier[told.id] = told
        own.append(entry)
    return fresh, objected


def early(entries: Sequence[Entry], work: Taking) -> dict[str, str]:
    """The answers among some entries, as told, that answer nothing yet, and what is to be said of them."""
    found: dict[str, str] = {}
    if not any(entry.kind in ANSWERS for entry in entries):
        return found
    held = [work.as_held(entry) for entry in entries]
    for family in work.families:
        here = tuple(entry for entry in held if entry.child in family.chronology.people)
        grown = replace(family.chronology, entries=(*family.chronology.entries, *here))
        answers = (entry for entry in here if entry.kind in ANSWERS)
        found |= {answer.id: EARLY for answer in answers if offer_of(answer, grown) is None}
    return found


def stand(sifted: Sifted, kept: Sequence[Entry], work: Taking) -> None:
    """Note as of when what was kept, or was held already, was last said by a system that keeps the record."""
    lost = {entry.id for entry in sifted.fresh} - {entry.id for entry in kept}
    stood = {entry: said for entry, said in sifted.stood.items() if entry not in lost}
    if stood:
        work.stood(stood)


def set_aside(ref: str, why: str) -> Refusal:
    """The refusal of an event, by the name that its report gives it."""
    return Refusal(f"event {ref}", why, ref)


def noted(said: Mapping[str, str], sifted: Sifted) -> tuple[Refusal, ...]:
    """What is said of events that are kept, given by entry; none of it is grave."""
    named = sifted.entries.items() if said else ()
    return tuple(
        Refusal(f"event {ref}", said[entry], ref, grave=False) for ref, entry in named if entry in said
    )
