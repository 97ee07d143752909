"""Possible sources, drawn: a suspected injury, and a person who may have been there."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.chronology.entry import Entry
from heeded.core.evidence.drawn.making import Follows
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.sources import PossibleSource, Sources, sources

KIND = "possible source"


def possible_sources(seen: Seen) -> Iterator[Entry]:
    """An event for each suspected injury and each grown person who may have been with the child."""
    for found in sources(seen):
        if found.suspected:
            yield from (_source(found, each, seen) for each in found.people if each.adult)


def _source(found: Sources, source: PossibleSource, seen: Seen) -> Entry:
    injury = found.injury
    follows = Follows(
        kind=KIND,
        child=injury.child,
        named=(injury.id, source.person),
        keys={"injury": injury.key} if injury.key else {},
        facts={
            "person": source.person,
            "access": frozenset(access.how for access in source.access),
            "away": not source.could_have_been_there,
        },
    )
    begun = [seen.by_root[access.events[0]] for access in source.access]
    return follows.from_((injury.seen[:1], found.suspected, begun))
