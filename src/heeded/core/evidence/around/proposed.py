"""Ties that nobody recorded and that what is recorded suggests: for a person to write down, or to leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from heeded.core.chronology.view import Known
from heeded.core.evidence.around.ties import PARENTS, Tie, ties
from heeded.core.evidence.seen import Seen

SIBLING, HALF = "sibling", "half-sibling"


class Ground(StrEnum):
    """What suggests a tie."""

    BOTH_PARENTS = "two parents in common"
    ONE_OF_TWO = "one parent in common, and another parent each"
    ONE_KNOWN = "one parent in common; whether the other is too is not recorded"
    SIBLINGS_PARENT = "a parent of a full sibling"
    HOUSEHOLD = "in the child's household, and nobody wrote who they are"


@dataclass(frozen=True, slots=True)
class Proposed:
    """That `person` may be the `relation` of `to`, and the events that suggest it, in order.

    `relation` is empty where only the question stands: who somebody is to the child they live with. It rests
    on `doubtful` ties where one of those is alleged, or something was recorded against it. It is no tie: no
    rule reads it, and nobody is taken for kin by it until a person records who they are.
    """

    person: str
    to: str
    relation: str
    ground: Ground
    events: tuple[Known, ...]
    doubtful: bool = False


def proposed(seen: Seen) -> tuple[Proposed, ...]:
    """Every tie that is suggested between two of whom none is recorded, in the order of what suggests it.

    Of one family's record alone: beyond a sealed adoption there is another family, and nothing of it here.
    """
    told = ties(seen)
    said = {frozenset((tie.person, tie.to)) for tie in told}
    found: dict[frozenset[str], Proposed] = {}
    for each in (*_siblings(told), *_parents(told), *_at_home(seen)):
        pair = frozenset((each.person, each.to))
        if pair not in said:
            found.setdefault(pair, each)
    return tuple(found.values())


def _siblings(told: Sequence[Tie]) -> Iterator[Proposed]:
    """Children who share a parent, by what is recorded of the parents of both."""
    of = _parents_of(told)
    for one, other in combinations(of, 2):
        shared = of[one].keys() & of[other].keys()
        if not shared or one in of[other] or other in of[one]:
            continue
        known = of[one].keys() - shared and of[other].keys() - shared
        ground = Ground.BOTH_PARENTS if len(shared) > 1 else Ground.ONE_OF_TWO if known else Ground.ONE_KNOWN
        relation = HALF if ground is Ground.ONE_OF_TWO else SIBLING
        why = [tie for who in shared for child in (one, other) for tie in of[child][who]]
        yield _proposed(one, other, relation, ground, why)


def _parents(told: Sequence[Tie]) -> Iterator[Proposed]:
    """A child's parents, of a child who is recorded as a full sibling."""
    of = _parents_of(told)
    for tie in told:
        if tie.relation != SIBLING:
            continue
        for child, other in ((tie.person, tie.to), (tie.to, tie.person)):
            for parent, said in of.get(child, {}).items():
                if parent != other:
                    relation = said[0].relation
                    yield _proposed(parent, other, relation, Ground.SIBLINGS_PARENT, [tie, *said])


def _at_home(seen: Seen) -> Iterator[Proposed]:
    """Whoever lives in a child's household now, by what is recorded of both."""
    stays = [stay for stay in seen.households if stay.end is None]
    for mine in stays:
        if not seen.is_child(mine.person):
            continue
        for stay in stays:
            if stay.group == mine.group and stay.person != mine.person and not seen.is_child(stay.person):
                events = tuple(seen.by_entry[entry.id] for entry in (mine.begin, stay.begin))
                yield Proposed(stay.person, mine.person, "", Ground.HOUSEHOLD, events)


def _parents_of(told: Iterable[Tie]) -> dict[str, dict[str, list[Tie]]]:
    """The recorded parents of each child, with what says so."""
    found: dict[str, dict[str, list[Tie]]] = {}
    for tie in told:
        if tie.relation in PARENTS:
            found.setdefault(tie.to, {}).setdefault(tie.person, []).append(tie)
    return found


def _proposed(person: str, to: str, relation: str, ground: Ground, why: Sequence[Tie]) -> Proposed:
    events = {event.root: event for tie in why for event in tie.said}
    return Proposed(person, to, relation, ground, tuple(events.values()), any(tie.doubtful for tie in why))
