"""A return's tables as chronologies, by way of the product's own census records and entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from heeded.adapters.exchange.census.chronology.episode import EpisodeEntries
from heeded.adapters.exchange.census.records import Assessment, CinPlan, Episode, ProtectionPlan, Section47
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person, Source
from tests.oracles.census_validator.tables import (
    ASSESSMENTS,
    AUTHORISED,
    CLOSING,
    ENQUIRIES,
    EPISODES,
    FACTORS,
    PLANS,
    PROTECTION,
    REASON,
    STARTS,
    Record,
    Tables,
)

MODULES = (ASSESSMENTS, ENQUIRIES, PROTECTION, PLANS)
NAMES = {PLANS: "CINPlanDates"}
"""The names of modules in the return itself, where the validator's tables have another."""
COUNCIL = Agency("council", "the council", "children's social care")

Row = tuple[str, int]
"""A table and the number of a row in it."""


@dataclass(frozen=True)
class Returned:
    """A return: a chronology for each child, and the row in which each part of it stands."""

    chronologies: tuple[Chronology, ...]
    rows: Mapping[str, Row]

    def row_of(self, entry: str) -> Row:
        """The row that an entry comes from."""
        return self.rows[entry.rpartition("/")[0]]


def returned(tables: Tables) -> Returned:
    """The chronologies of a return, one for each child.

    Rows without an episode of theirs are judged as an episode of which nothing else is known. An episode
    whose referral has no date is left out, as our reader of returns does with its ledger.
    """
    by_episode: dict[tuple[str, str], dict[str, list[Record]]] = {}
    for table in (EPISODES, *MODULES):
        for record in tables.of(table):
            by_episode.setdefault(record.episode, {}).setdefault(table, []).append(record)
    rows: dict[str, Row] = {}
    entries: dict[str, list[Entry]] = {child: [] for child, _ in by_episode}
    for (child, episode), records in by_episode.items():
        place = f"{child}/{episode or 'without a number'}"
        entries[child].extend(_entries(child, place, records, tables, rows))
    return Returned(tuple(_chronology(*each) for each in entries.items()), rows)


def _chronology(child: str, entries: list[Entry]) -> Chronology:
    return Chronology(child, tuple(entries), {child: Person(child)}, {COUNCIL.id: COUNCIL})


def _entries(
    child: str, place: str, records: Mapping[str, list[Record]], tables: Tables, rows: dict[str, Row]
) -> Iterator[Entry]:
    details = records.get(EPISODES, [])
    if len(details) > 1:
        raise ValueError(
            f"{place} stands in {len(details)} rows of {EPISODES}: give each a number of its own"
        )
    if details:
        rows[place] = (EPISODES, details[0].number)
    for table in MODULES:
        for number, record in enumerate(records.get(table, []), start=1):
            rows[f"{place}/{NAMES.get(table, table)}-{number}"] = (table, record.number)
    if details and details[0].day(STARTS[EPISODES]) is None:
        return
    episode = _episode(details[0] if details else Record(0, {}), records, tables)
    for entry in EpisodeEntries(child, place, Source(COUNCIL.id)).of(episode):
        if details or entry.kind != "referral received":
            yield entry


def _episode(details: Record, records: Mapping[str, list[Record]], tables: Tables) -> Episode:
    return Episode(
        line=0,
        referral_date=details.day(STARTS[EPISODES]) or date.min,
        closure_date=details.day(CLOSING),
        closure_reason=details.text(REASON) or None,
        referral_nfa=_yes_or_no(details.text("ReferralNFA")),
        conference_date=details.day("DateOfInitialCPC"),
        assessments=tuple(_assessment(record, tables) for record in records.get(ASSESSMENTS, ())),
        cin_plans=tuple(_plan(record) for record in records.get(PLANS, ())),
        section47s=tuple(_enquiry(record) for record in records.get(ENQUIRIES, ())),
        protection_plans=tuple(_protection(record) for record in records.get(PROTECTION, ())),
    )


def _assessment(record: Record, tables: Tables) -> Assessment:
    factors = tuple(
        factor.text("AssessmentFactor")
        for factor in tables.of(FACTORS)
        if factor.episode == record.episode
        and factor.text("AssessmentID") == record.text("AssessmentID")
        and factor.text("AssessmentFactor")
    )
    return Assessment(0, record.day(STARTS[ASSESSMENTS]), None, record.day(AUTHORISED), factors)


def _plan(record: Record) -> CinPlan:
    return CinPlan(0, record.day(STARTS[PLANS]), record.day("CINPlanEndDate"))


def _enquiry(record: Record) -> Section47:
    held, needless = record.day("DateOfInitialCPC"), _yes_or_no(record.text("ICPCnotRequired"))
    return Section47(0, record.day(STARTS[ENQUIRIES]), None, held, needless)


def _protection(record: Record) -> ProtectionPlan:
    return ProtectionPlan(0, record.day(STARTS[PROTECTION]), record.day("CPPendDate"))


def _yes_or_no(text: str) -> bool | None:
    """A flag as returns write it; None where it is neither."""
    return {"true": True, "1": True, "false": False, "0": False}.get(text)
