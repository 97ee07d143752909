"""The view: a family's entries as they were known to someone at a moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from heeded.core.chronology.entry import Entry


@dataclass(frozen=True, slots=True)
class Known:
    """An event as it stood in a view: its latest version, and the chain behind it.

    `root` is the id of the first entry of the chain, so that what is said about the event
    survives a correction. `known` is the earliest moment at which any version was known to
    the viewer (seconds UTC): a correction never buys time.
    """

    entry: Entry
    root: str
    known: int
    chain: tuple[Entry, ...]

    @property
    def turn(self) -> int:
        """Its turn among what was told in one second: that of its first version known here."""
        first, *others = self.chain
        return min((first.turn, *(version.turn for version in others))) if others else first.turn

    @property
    def order(self) -> tuple[int, int, int, int, int, str]:
        """The total order of a chronology: happened, told, known, turn, then identity."""
        happened = self.entry.happened
        return (happened.earliest, happened.latest, self.entry.told, self.known, self.turn, self.root)

    def known_to_any(self, agencies: Iterable[str]) -> int | None:
        """When the first of these agencies came to know of the event, in any version."""
        moments = [
            moment
            for version in self.chain
            for agency in agencies
            if (moment := version.known_to(agency)) is not None
        ]
        return min(moments, default=None)


def as_known(entries: Iterable[Entry], at: int | None, to: str | None) -> tuple[Known, ...]:
    """The events that agency `to` (None: anyone) knew by `at` (None: ever), in order.

    Corrections and withdrawals known by then are applied, whatever their order of arrival.
    """
    heard = {entry.id: moment for entry in entries if (moment := _moment(entry, to)) is not None}
    chains: dict[str, list[Entry]] = {}
    by_id = {entry.id: entry for entry in entries}
    for entry in by_id.values():
        if entry.id in heard and (at is None or heard[entry.id] <= at):
            chains.setdefault(_root(entry, by_id), []).append(entry)
    order = _Order(by_id)
    views = (_live(root, chain, heard, order) for root, chain in chains.items())
    return tuple(sorted((view for view in views if view is not None), key=lambda view: view.order))


def _moment(entry: Entry, to: str | None) -> int | None:
    return entry.first_known if to is None else entry.known_to(to)


def _root(entry: Entry, by_id: dict[str, Entry]) -> str:
    """The first entry of the chain; one whose target is not here is its own root."""
    seen = {entry.id}
    while (target := entry.corrects or entry.withdraws) and target not in seen:
        if target not in by_id:
            return target
        seen.add(target)
        entry = by_id[target]
    return entry.id


class _Order:
    """The order in which the entries of a chain were said, the same for whoever heard them.

    An entry comes after the one that it corrects or withdraws, whenever it was written.
    """

    def __init__(self, by_id: dict[str, Entry]) -> None:
        self.by_id = by_id

    def __call__(self, entry: Entry) -> tuple[int, int, int, str]:
        told, depth, seen, speaker = entry.told, 0, {entry.id}, entry
        while (target := speaker.corrects or speaker.withdraws) and target not in seen:
            depth += 1
            if target not in self.by_id:
                break
            seen.add(target)
            speaker = self.by_id[target]
            told = max(told, speaker.told)
        return (told, depth, entry.turn, entry.id)


def _live(root: str, chain: list[Entry], heard: dict[str, int], order: _Order) -> Known | None:
    """What a chain of corrections and withdrawals comes to: the last word that still stands."""
    chain.sort(key=order)
    versions = [entry for entry in chain if entry.withdraws is None]
    last = _last_word(chain, _standing(chain), root)
    if last is None:
        return None
    earliest = min(heard[version.id] for version in versions)
    return Known(entry=last, root=root, known=earliest, chain=tuple(versions))


def _standing(chain: list[Entry]) -> dict[str, str]:
    """The withdrawals that were not themselves taken back, and what each names."""
    standing: dict[str, str] = {}
    ever: set[str] = set()
    for entry in chain:
        if entry.withdraws is None:
            continue
        if entry.withdraws in ever:
            standing.pop(entry.withdraws, None)
        else:
            ever.add(entry.id)
            standing[entry.id] = entry.withdraws
    return standing


def _last_word(chain: list[Entry], standing: dict[str, str], root: str) -> Entry | None:
    """The last version that no withdrawal takes back.

    A withdrawal takes back the version that it names; one that names the first entry takes
    back every version stated until then.
    """
    taken_back = set(standing.values()) - {root}
    versions: list[Entry] = []
    for entry in chain:
        if entry.withdraws is None and entry.id not in taken_back:
            versions.append(entry)
        elif standing.get(entry.id) == root:
            versions.clear()
    return versions[-1] if versions else None
