"""Earlier episodes: those before a decision, with the readings of the history that name them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heeded.core.chronology.view import Known
from heeded.core.evidence.episodes.episode import Episode
from heeded.core.evidence.episodes.joined import EVER, episodes
from heeded.core.evidence.seen import Seen

READ = "history considered"
YEAR = 366 * 86_400
"""Seconds after its last event within which an episode has to be named: twelve months."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An episode before some moment, and the readings of the history by then that name it with its effect."""

    episode: Episode
    named: tuple[Known, ...]


def earlier(
    seen: Seen, child: str, before: int = EVER, joined: Sequence[Episode] | None = None
) -> tuple[Earlier, ...]:
    """Every episode that began before a moment (seconds UTC), save the one at hand.

    At hand is the last to begin in which something befell a child; what is known of an adult is named
    whenever it came to be known. With the readings by then that name it; one that states no effect names
    nothing. `joined` are all episodes of the child (None: they are joined anew).
    """
    readings = [(each, _named(each)) for each in _readings(seen, child, before)]
    joined = episodes(seen, child) if joined is None else joined
    return tuple(
        Earlier(each, tuple(reading for reading, said in readings if not said.isdisjoint(each.names)))
        for each in _before(joined, before)
    )


def left_out(seen: Seen, reading: Known, joined: Sequence[Episode] | None = None) -> tuple[Episode, ...]:
    """The episodes of the last twelve months that a reading and those before it leave unnamed.

    `joined` are all episodes of its child (None: they are joined anew).
    What nobody had told by the time of the reading could not be read, and is not among them.
    """
    child, when = reading.entry.child, reading.entry.happened
    told = min(version.told for version in reading.chain)
    named = frozenset[str]().union(*map(_named, _readings(seen, child, when.latest)))
    joined = episodes(seen, child) if joined is None else joined
    return tuple(
        each
        for each in _before(joined, when.latest)
        if each.ended >= when.earliest - YEAR and each.told <= told and named.isdisjoint(each.names)
    )


def _before(joined: Sequence[Episode], moment: int) -> list[Episode]:
    begun = [each for each in joined if each.began < moment]
    at_hand = next((each for each in reversed(begun) if not each.of_adults_alone), None)
    return [each for each in begun if each is not at_hand]


def _readings(seen: Seen, child: str, before: int) -> list[Known]:
    """The readings of the history by a moment that state an effect."""
    read = seen.of_kinds((READ,), child)
    return [each for each in read if each.entry.happened.earliest <= before and _effective(each)]


def _effective(reading: Known) -> bool:
    return bool(reading.entry.facts.get("effect"))


def _named(reading: Known) -> frozenset[str]:
    """What a reading names, in small letters."""
    said = reading.entry.facts.get("episodes")
    told = said if isinstance(said, Iterable) and not isinstance(said, str) else ()
    return frozenset(str(each).strip().casefold() for each in told)
