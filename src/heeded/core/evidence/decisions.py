"""Decisions: what was decided about a child, what it rests on, what was taken on, what came before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from heeded.core.chronology.view import Known
from heeded.core.evidence.disagreement.held import Disagreement, disagreements
from heeded.core.evidence.episodes import Earlier, Episode, earlier, episodes
from heeded.core.evidence.picture import RestedOn, resting
from heeded.core.evidence.seen import Seen

WHERE, OTHERS = "where the child lives and who may see them", "what this means for another child"
MAY_END = "may work with the child end"
DECIDING = {
    "decision": WHERE,
    "child returned home": WHERE,
    "sibling decision": OTHERS,
    "section 47 ended": MAY_END,
    "closure agreed": MAY_END,
    "case closed": MAY_END,
}
"""The kinds of event by which something is decided about a child, each with the question that it answers."""
DEPARTED, REVIEWED = "departure with reason", "decision reviewed"


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision and what the record holds of how it was reached.

    `rests_on` is what it takes to be so and what speaks against that; `taken_on` the rules that whoever
    decided set aside in deciding; `reviewed` each time that it was looked at again; `episodes` those that
    came before, each with the readings of the history that name it; `dissent` the disagreements about the
    child that stood open when it was made, and those opened over it.
    """

    event: Known
    rests_on: tuple[RestedOn, ...]
    taken_on: tuple[Known, ...]
    reviewed: tuple[Known, ...]
    episodes: tuple[Earlier, ...]
    dissent: tuple[Disagreement, ...]

    @property
    def question(self) -> str:
        """What it decides."""
        return DECIDING[self.event.entry.kind]


def decisions(seen: Seen, child: str | None = None) -> tuple[Decided, ...]:
    """Every decision about a child (None: about any of the family's children), in the order of the record."""
    return _all_decided(seen.of_kinds(DECIDING, child), seen)


def last_decisions(seen: Seen, child: str) -> tuple[Decided, ...]:
    """The last decision about a child on each question, in the order of the record."""
    last = {DECIDING[event.entry.kind]: event for event in seen.of_kinds(DECIDING, child)}
    return _all_decided(sorted(last.values(), key=seen.place), seen)


def _all_decided(events: Iterable[Known], seen: Seen) -> tuple[Decided, ...]:
    held, disagreed = resting(seen), disagreements(seen.events)
    joined: dict[str, tuple[Episode, ...]] = {}
    found = []
    for event in events:
        if event.entry.child not in joined:
            joined[event.entry.child] = episodes(seen, event.entry.child)
        before = earlier(seen, event.entry.child, event.entry.happened.earliest, joined[event.entry.child])
        found.append(_decided(event, held, disagreed, before, seen))
    return tuple(found)


def _decided(
    event: Known,
    held: tuple[RestedOn, ...],
    disagreed: tuple[Disagreement, ...],
    before: tuple[Earlier, ...],
    seen: Seen,
) -> Decided:
    entry = event.entry
    names = {event.root, entry.keys.get("decision", event.root)}
    return Decided(
        event,
        tuple(each for each in held if entry.child == each.assumption.child and _of(each, names)),
        tuple(_taken_on(event, seen)),
        tuple(
            each
            for each in seen.of_kinds((REVIEWED,), entry.child)
            if each.entry.keys.get("decision") in names
        ),
        before,
        tuple(each for each in disagreed if each.child == entry.child and _dissents(each, event, names)),
    )


def _of(held: RestedOn, names: set[str]) -> bool:
    return held.assumption.decision in names


def _dissents(held: Disagreement, event: Known, names: set[str]) -> bool:
    when = event.entry.happened
    stood = held.since <= when.latest and (held.settled is None or held.settled.told > when.earliest)
    return stood or any(entry.keys.get("decision") in names for entry in held.raised)


def _taken_on(event: Known, seen: Seen) -> Iterator[Known]:
    """The departures told with a decision: by the same agency, in the second before it or under its key."""
    entry = event.entry
    begun = entry.happened.earliest
    for each in seen.of_kinds((DEPARTED,), entry.child):
        if each.entry.source.agency != entry.source.agency:
            continue
        when, key = each.entry.happened, entry.keys.get("decision")
        if (key and each.entry.keys.get("decision") == key) or begun - 1 <= when.latest <= begun:
            yield each
