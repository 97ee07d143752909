"""The picture of a record: everyone who may have been there, and what decisions take to be so, as seen."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.view import Known
from heeded.core.evidence.assumption import Assumption, assumptions
from heeded.core.evidence.contradicting import contradictions
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.sources import Sources, sources

NEVER_WHOLE = (
    "There may be somebody whom nobody recorded: ask who else lived there, visited or looked after the child."
)
"""What always stands under the possible sources of an injury."""

NOBODY_EXCLUDED = (
    "Nobody is excluded by being away, by another's arrest or by not being thought of: only by a person who "
    "signs for it, with evidence."
)
"""What a list of possible sources means."""


@dataclass(frozen=True, slots=True)
class RestedOn:
    """Something that a decision takes to be so, and the events that speak against it, in order."""

    assumption: Assumption
    against: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The possible sources of each injury, the first seen first, and what decisions rest on."""

    injuries: tuple[Sources, ...]
    assumptions: tuple[RestedOn, ...]


def picture(chronology: Chronology, now: int) -> Picture:
    """The picture that a chronology gives, as far as it goes, at a moment (seconds UTC)."""
    seen = Seen.of(chronology, now)
    return Picture(sources(seen), resting(seen))


def resting(seen: Seen) -> tuple[RestedOn, ...]:
    """Everything that decisions take to be so, each with the events that speak against it."""
    against: dict[str, list[Known]] = {}
    for each in contradictions(seen):
        against.setdefault(each.assumption.stated.root, []).append(each.event)
    return tuple(RestedOn(each, tuple(against.get(each.stated.root, ()))) for each in assumptions(seen))
