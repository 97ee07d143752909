"""Explanations that differ, and earlier episodes that a reading of the history leaves out, drawn."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.view import Known
from heeded.core.evidence.accounts import differing, explanations_of
from heeded.core.evidence.drawn.making import Follows
from heeded.core.evidence.episodes import READ, episodes, left_out
from heeded.core.evidence.injury import Injury, injuries
from heeded.core.evidence.seen import Seen

DIFFER, LEFT_OUT = "explanations differ", "earlier episode left out"
EXPLAINED = "explanation given"


def explanations_differ(seen: Seen) -> Iterator[Entry]:
    """An event for each injury and each two things that are said to have done it."""
    if EXPLAINED not in seen.by_kind:
        return
    for injury in injuries(seen):
        said: dict[str, list[Known]] = {}
        pairs: dict[tuple[str, str], bool] = {}
        explanations = explanations_of(injury, seen)
        for each in explanations:
            said.setdefault(each.mechanism, []).append(each.said)
        for one, other in differing(explanations):
            pair = (min(one.mechanism, other.mechanism), max(one.mechanism, other.mechanism))
            same = bool(one.speaker) and one.speaker == other.speaker
            pairs[pair] = pairs.get(pair, False) or same
        for pair, same in pairs.items():
            yield _differ(injury, pair, same).from_([said[mechanism] for mechanism in pair])


def episodes_left_out(seen: Seen) -> Iterator[Entry]:
    """An event for each reading of the history that leaves an episode of the last twelve months unnamed."""
    readings = [*seen.of_kinds((READ,))]
    joined = {child: episodes(seen, child) for child in {each.entry.child for each in readings}}
    for reading in readings:
        if found := left_out(seen, reading, joined[reading.entry.child]):
            keys = {
                name: reading.entry.keys[name]
                for name in ("referral", "enquiry")
                if name in reading.entry.keys
            }
            named = frozenset(each.title for each in found)
            follows = Follows(LEFT_OUT, reading.entry.child, (reading.root,), keys, {"episodes": named})
            yield follows.from_([[reading], [each.events[0] for each in found]])


def _differ(injury: Injury, pair: tuple[str, str], same: bool) -> Follows:  # noqa: FBT001 - what the record says
    return Follows(
        DIFFER,
        injury.child,
        (injury.id, *pair),
        {"injury": injury.key} if injury.key else {},
        {"mechanisms": frozenset(pair), "same speaker": same},
    )
