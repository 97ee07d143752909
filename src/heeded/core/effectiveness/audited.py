"""What an audit of one source found: how often each rule was kept, and every finding as a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from heeded.core.effectiveness.origin import Origin
from heeded.core.effectiveness.tally import Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCounts:
    """One rule and its counts; `agreed`, `tier` and `unverified` are those of its latest wording."""

    rule: str
    ref: str
    agreed: str
    tier: str
    owed_by: str
    unverified: str
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """The audit of one source against one handbook.

    `refused` counts what was set aside by reason, `noted` what was taken over and should be looked
    at. `rules` stand in the order of the handbook; those of no edition in force during the time
    that the source tells of are in `not_in_force`.
    """

    origin: Origin
    handbook: str
    editions: tuple[str, ...]
    children: int
    events: int
    refused: Mapping[str, int]
    noted: Mapping[str, int]
    rules: tuple[RuleCounts, ...]
    not_in_force: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One finding of an audit, as it is written to a file.

    `counted` is empty where the finding stands in the rates, else it says why it does not. `arose` and
    `due` are seconds UTC; `ended` and `entries` are ids of entries; `because` is one sentence.
    """

    source: str
    child: str
    rule: str
    ref: str
    edition: str
    verdict: str
    why: str
    counted: str
    owed_by: str
    key: str
    about: str
    arose: int
    due: int | None
    ended: str
    because: str
    entries: tuple[str, ...]
