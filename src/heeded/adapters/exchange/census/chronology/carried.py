"""What a children-in-need census carries, of which time, and what of one child it does not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from heeded.adapters.exchange.census.chronology.kinds import (
    AUTHORISED,
    CIN_PLAN,
    CIN_PLAN_ENDED,
    CONFERENCE,
    COURT,
    FIELD_OF,
    FIELDS,
    KIND_OF,
    PLANS_SINCE,
    PRE_PROCEEDINGS_SINCE,
    WITHIN_THE_YEAR,
)
from heeded.adapters.exchange.census.records import CensusChild
from heeded.core.chronology.carriage import Carriage
from heeded.core.chronology.when import end_of_day, start_of_day
from heeded.core.procedures.deadline import months_after

SOURCE = "children-in-need census"
NOTHING = (Carriage(SOURCE, {}),)

LIMITS = (
    "It has no household: each child is judged alone, and nothing can be said of brothers and sisters.",
    "It gives days without times, and does not say when anything was written down or who knew of it.",
    "It tells of no referral decisions, strategy discussions, visits, core groups, medicals or injuries.",
    "It tells of no accounts and no disagreements, and of nothing that other agencies did.",
    "It gives no reason for a delay: what counts as late may have been put off for a recorded reason.",
    "It leaves out older assessments and reviews: rules that rest on them count what began in its year.",
)
"""What a census cannot tell, in sentences for its reader."""


@dataclass(frozen=True, slots=True)
class Span:
    """The time of which a return tells: the first and last day of its year."""

    first: date
    last: date

    @classmethod
    def ending(cls, reference: date) -> "Span":
        """The twelve months that end with the reference date: from 1 April for 31 March."""
        return cls(months_after(reference, -12) + timedelta(days=1), reference)


def carriages(layout_year: int, span: Span) -> tuple[Carriage, ...]:
    """What a census of that layout carries: some kinds for its year, others however old they are."""
    left_out = {
        *((CIN_PLAN, CIN_PLAN_ENDED) if layout_year < PLANS_SINCE else ()),
        *(COURT if layout_year < PRE_PROCEEDINGS_SINCE else ()),
    }
    kinds = {kind: frozenset({*fields, "agency"}) for kind, fields in FIELDS.items() if kind not in left_out}
    of_the_year = {kind: kinds.pop(kind) for kind in WITHIN_THE_YEAR}
    first, last = start_of_day(span.first), end_of_day(span.last)
    return (Carriage(SOURCE, kinds, None, last), Carriage(SOURCE, of_the_year, first, last))


@dataclass(frozen=True, slots=True)
class Carried:
    """What a return carries in general, and of children whose plan is older than its year.

    The conference behind such a plan is not in it: rule 8715 refuses a date from before the year.
    """

    span: Span
    general: tuple[Carriage, ...]
    with_older_plan: tuple[Carriage, ...]

    @classmethod
    def by(cls, layout_year: int, span: Span) -> "Carried":
        """What a census of that layout carries."""
        general = carriages(layout_year, span)
        return cls(span, general, _within_the_year(general, CONFERENCE))


def carried_of(child: CensusChild, carried: Carried) -> tuple[Carriage, ...]:
    """What the census carries of one child: less what was in it and had to be set aside.

    A step whose date could not be used, or lies before its own referral, was taken, but nobody knows
    when: its absence must not count against anyone. Nor must that of anything in an episode that was
    set aside whole.
    """
    if child.episodes_set_aside:
        return NOTHING
    general = carried.with_older_plan if _has_older_plan(child, carried.span) else carried.general
    lacking = {(type(record).__name__, name) for record in _records(child) for name in record.set_aside}
    dropped = {KIND_OF[place] for place in lacking if place in KIND_OF}
    unsure = [FIELD_OF[place] for place in lacking if place in FIELD_OF]
    dropped.update(_before_their_referral(child))
    if not (dropped or unsure):
        return general
    return tuple(_less(carriage, dropped, unsure) for carriage in general)


def _within_the_year(general: tuple[Carriage, ...], kind: str) -> tuple[Carriage, ...]:
    """The carriages, with a kind moved from those that are carried however old to those of the year."""
    ever, of_the_year = general
    fields = ever.kinds[kind]
    return (_less(ever, {kind}, []), replace(of_the_year, kinds={**of_the_year.kinds, kind: fields}))


def _less(carriage: Carriage, dropped: set[str], unsure: list[tuple[str, tuple[str, ...]]]) -> Carriage:
    """A carriage without some kinds, and without some fields of others."""
    kinds = {kind: fields for kind, fields in carriage.kinds.items() if kind not in dropped}
    for kind, fields in unsure:
        if kind in kinds:
            kinds[kind] = (kinds[kind] or frozenset()).difference(fields)
    return replace(carriage, kinds=kinds)


def _before_their_referral(child: CensusChild) -> Iterator[str]:
    """The kinds of event of which the child has one dated before the referral that it answers."""
    for episode in child.episodes:
        authorised = [assessment.authorised for assessment in episode.assessments]
        held = [episode.conference_date, *(enquiry.conference_date for enquiry in episode.section47s)]
        if any(day and day < episode.referral_date for day in authorised):
            yield AUTHORISED
        if any(day and day < episode.referral_date for day in held):
            yield CONFERENCE


def _has_older_plan(child: CensusChild, span: Span) -> bool:
    """Whether the child has a protection plan that began before the return's year."""
    return any(
        plan.start and plan.start < span.first
        for episode in child.episodes
        for plan in episode.protection_plans
    )


class _Record(Protocol):
    @property
    def set_aside(self) -> frozenset[str]: ...


def _records(child: CensusChild) -> Iterator[_Record]:
    """The child and every record in it."""
    yield child
    for episode in child.episodes:
        yield episode
        yield from episode.assessments
        yield from episode.cin_plans
        yield from episode.section47s
        yield from episode.protection_plans
        yield from episode.pre_proceedings
