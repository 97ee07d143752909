"""Opposite answers, drawn: a disagreement that opens by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.evidence.disagreement.opposition import Opposition
from heeded.core.evidence.drawn.making import Follows
from heeded.core.evidence.seen import Seen

KIND = "opposite answers"


def opposite_answers(found: Iterable[Opposition], seen: Seen) -> Iterator[Entry]:
    """An event for each question to which practitioners gave opposite answers."""
    for opposition in found:
        yield _drawn(opposition, seen)


def under_one_name(told: tuple[Entry, ...], oppositions: Iterable[Opposition]) -> tuple[Entry, ...]:
    """What was told, with whatever was said of one disagreement said of it by the name that it goes by.

    People speak of it by any of its names: two that were apart turn out to be one when two people do.
    """
    names: dict[str, str] = {}
    settled: dict[str, str] = {}
    for found in oppositions:
        names |= dict.fromkeys(found.names - {found.key}, found.key)
        if found.settled is not None:
            settled |= {version.id: found.key for version in found.settled.chain}
    if not names and not settled:
        return told
    return tuple(_renamed(entry, settled.get(entry.id) or names.get(_named(entry), "")) for entry in told)


def _named(entry: Entry) -> str:
    return entry.keys.get("disagreement", "")


def _renamed(entry: Entry, name: str) -> Entry:
    if not name or _named(entry) == name:
        return entry
    return replace(entry, keys={**entry.keys, "disagreement": name})


def _drawn(opposition: Opposition, seen: Seen) -> Entry:
    events = [answer.known for answer in opposition.answers]
    facts: dict[str, Fact] = {
        "answers": opposition.question,
        "sectors": frozenset(sector for event in events if (sector := seen.sector(event))),
    }
    if opposition.words:
        facts["question"] = opposition.words
    keys = {"disagreement": opposition.key} | ({"injury": opposition.injury} if opposition.injury else {})
    follows = Follows(KIND, opposition.child, (opposition.key,), keys, facts)
    both = (opposition.worried, opposition.easy)
    return follows.from_([[answer.known for answer in side] for side in both])
