"""A row with the episode in which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.oracles.census_validator.tables import CLOSING, EPISODES, STARTS, Record, Tables


@dataclass(frozen=True)
class Place:
    """A row with the episode that it belongs to, in a return."""

    table: str
    record: Record
    episode: Record
    tables: Tables

    @property
    def closed(self) -> date | None:
        """The day on which the episode was closed."""
        return self.episode.day(CLOSING)

    @property
    def referred(self) -> date:
        """The day of the referral."""
        return self.episode.day(STARTS[EPISODES]) or date.min

    @property
    def without_action(self) -> bool:
        """Whether the referral is marked as ending with no further action."""
        return self.episode.text("ReferralNFA") in {"true", "1"}


def places(table: str, tables: Tables) -> Iterator[Place]:
    """Every row of a table, each with its episode."""
    episodes = {record.episode: record for record in tables.of(EPISODES)}
    for record in tables.of(table):
        yield Place(table, record, episodes[record.episode], tables)
