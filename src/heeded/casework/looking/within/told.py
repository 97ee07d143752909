"""What an opened record tells, as it stands or as somebody knew it then: each event with what it corrects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from heeded.casework.looking.deciding.opened import Opened
from heeded.core.chronology.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event as it stood: its last word, the versions before it, and what took it back if it was.

    `root` names the event whatever is corrected in it. `earlier` has the latest version first.
    """

    entry: Entry
    root: str
    earlier: tuple[Entry, ...] = ()
    taken_back: Entry | None = None

    @property
    def versions(self) -> tuple[str, ...]:
        """The ids of its last word and of every version before."""
        return (self.entry.id, *(each.id for each in self.earlier))

    @property
    def order(self) -> tuple[int, int, int, int, str]:
        """Its place in a chronology: when it happened, when it was told, its turn then, its name."""
        happened = self.entry.happened
        return (happened.earliest, happened.latest, self.entry.told, self.entry.turn, self.root)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment (seconds UTC) at which something came to be known, with the entries that did."""

    second: int
    entries: tuple[Entry, ...]


def told(opened: Opened, at: int | None = None, to: str | None = None) -> tuple[Told, ...]:
    """The events that an opened record tells, the latest first, with what was taken back.

    As agency `to` (None: anybody) knew them by `at` (seconds UTC; None: by now): a correction that came
    later is not there yet, and what was taken back later still stands.
    """
    live = opened.whole.as_known(at, to)
    heard = [entry for entry in opened.read if _knew(entry, at, to)]
    found = [
        Told(
            entry=each.entry,
            root=each.root,
            earlier=tuple(v for v in reversed(each.chain) if v.id != each.entry.id),
        )
        for each in live
    ]
    standing = {version.id for each in live for version in each.chain}
    withdrawn = {each.withdraws: each for each in heard if each.withdraws is not None}
    for entry in heard:
        if entry.id in standing or entry.withdraws:
            continue
        why = withdrawn.get(entry.id) or withdrawn.get(entry.corrects or "")
        found.append(Told(entry=entry, root=entry.id, taken_back=why))
    return tuple(sorted(found, key=lambda each: each.order, reverse=True))


def moments(entries: Iterable[Entry], to: str | None = None) -> tuple[Moment, ...]:
    """The moments at which agency `to` (None: anybody) came to know of something, the first first."""
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        second = entry.first_known if to is None else entry.known_to(to)
        if second is not None:
            found.setdefault(second, []).append(entry)
    return tuple(Moment(second, tuple(found[second])) for second in sorted(found))


def _knew(entry: Entry, at: int | None, to: str | None) -> bool:
    second = entry.first_known if to is None else entry.known_to(to)
    return second is not None and (at is None or second <= at)
