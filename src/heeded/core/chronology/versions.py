"""Versions: what a system of record says of one event again and again, put in the order of its own clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.view import as_known

ONE_MOMENT = (
    "the record holds what your system said of it as of the very same moment, and that says something else: "
    "send what holds as of a later one"
)
OTHER_KIND = (
    "the record holds an event of this name that is of another kind: take that one back, and give this one "
    "a name of its own"
)
OTHER_MATTER = (
    "the record holds an event of this name that belongs to another {}: give this one a name of its own, or "
    "send a correction that names the other"
)

_RELATIONSHIP = "relationship recorded"


@dataclass(frozen=True, slots=True)
class Version:
    """What a source said of an event, and since when and until when it is known to have said so.

    Both by its own clock (seconds UTC), which may run ahead: an entry is never told later than it came.
    """

    entry: Entry
    since: int
    at: int


@dataclass(frozen=True, slots=True)
class Again:
    """What a source said later, said again after what came late: of which entry, and as which."""

    of: str
    version: Version


@dataclass(frozen=True, slots=True)
class Placed:
    """Where what was told again belongs among what its source said before.

    `same` is the entry that says so already. Otherwise `entry` is kept; and where what the source said later
    would no longer stand, `again` says that once more, after it. `why` says why none of it can be.
    """

    same: str = ""
    entry: Entry | None = None
    again: tuple[Again, ...] = ()
    why: str = ""


class Names(Protocol):
    """Gives names to what is told again of one event."""

    def of(self, at: int, after: int | None = None, number: int = 0) -> str:
        """The entry as of a moment; `after`: one of those that are said again after what came late."""


@dataclass(frozen=True, slots=True)
class Past:
    """What a record holds of one event: the name of its first entry, and all its entries in their order.

    `versions` are those that the system of record itself told, in that order; `names` gives names to more.
    """

    root: str
    entries: Sequence[Entry]
    versions: Sequence[Version]
    names: Names


def chains(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Some entries by the event that they state, correct or withdraw: by the name of its first entry."""
    by_id = {entry.id: entry for entry in entries}
    found: dict[str, list[Entry]] = {}
    for entry in by_id.values():
        found.setdefault(_root(entry, by_id), []).append(entry)
    return found


def placed(told: Entry, at: int, now: int, past: Past) -> Placed:
    """Place what a system of record says of an event as of a moment, said to the record now (seconds UTC).

    `told` is that, as a chronology would hold it. What the system says anew is a correction of what it said
    until then. What it said before and what comes late stands among its earlier words, and overrides none
    that is later by the system's own clock, whatever came first. What it says unchanged makes no entry, so
    that a correction by hand stands until the system says something new.
    """
    earlier = sorted((each for each in past.versions if each.since <= at), key=_since)
    before = earlier[-1] if earlier else None
    if before is not None and _says(before.entry) == _says(told):
        return Placed(same=before.entry.id)
    if before is not None and at in (before.since, before.at):
        return Placed(why=ONE_MOMENT)
    if told.withdraws is None and any(_kind(each.entry) not in ("", told.kind) for each in past.versions):
        return Placed(why=OTHER_KIND)
    if key := _moved(told, past.versions):
        return Placed(why=OTHER_MATTER.format(key))
    entry = _kept_as(told, at, now, before, past)
    return Placed(entry=entry, again=tuple(_said_since(entry, at, now, before, past)))


def _kept_as(told: Entry, at: int, now: int, before: Version | None, past: Past) -> Entry:
    """What was told as an entry: the first words and the first withdrawal as told, others in their place."""
    first = all(entry.id != told.id for entry in past.entries)
    if told.withdraws:
        moment = min(at, now)
        return replace(told, told=moment) if first else _after(past.root, told, past.names.of(at), moment)
    if first:
        return told
    named = before.entry.id if before else past.root
    if at > now and (word := next(iter(as_known(past.entries, None, None)), None)):
        until_then = {each.entry.id for each in past.versions if each.since <= at}
        named = word.entry.id if word.entry.id in until_then else named
    return _after(named, told, past.names.of(at), min(at, now))


def _said_since(late: Entry, at: int, now: int, before: Version | None, past: Past) -> Iterator[Again]:
    """What must be said again to stand after what came late.

    That is what the source is known to have still said after that moment, and what it said later in whose
    place the late word, correcting it, would stand. First words that come after their withdrawal, and are
    newer, are said again after it.
    """
    new = [late]
    later = sorted((each for each in past.versions if each.since > at), key=_since)
    if late.id == past.root and before is not None:
        for again in _anew(Version(late, at, at), at, at, now, (before.entry,), past):
            new.append(again.version.entry)
            yield again
    if late.withdraws and at > now:
        for again in _taken_back_one_by_one(late, at, past):
            new.append(again.version.entry)
            yield again
    if before is not None and before.at > at and all(each.since > before.at for each in later):
        for again in _anew(before, before.at, at, now, tuple(new), past):
            new.append(again.version.entry)
            yield again
    for version in later:
        if _overridden(version.entry, new, past.entries, min(version.since, now)):
            until = max(each.at for each in later if each.since == version.since)
            stood = Version(version.entry, version.since, until)
            for again in _anew(stood, version.since, at, now, tuple(new), past):
                new.append(again.version.entry)
                yield again


def _taken_back_one_by_one(late: Entry, at: int, past: Past) -> Iterator[Again]:
    """Each earlier version taken back, where a clock runs ahead and no time tells that this came last."""
    earlier = [each.entry.id for each in past.versions if each.since < at and not each.entry.withdraws]
    if any(word.entry.id in earlier for word in as_known((*past.entries, late), None, None)):
        for number, name in enumerate(earlier):
            entry = _after(name, late, past.names.of(at, at, number), late.told)
            yield Again(late.id, Version(entry, at, at))


def _anew(
    said: Version, since: int, after: int, now: int, new: Sequence[Entry], past: Past
) -> Iterator[Again]:
    """What a source said since a moment, as entries that come after some new ones.

    A withdrawal takes back every version stated until it; where those clocks do not tell that it came later,
    as after one that ran ahead, it takes back each of the new ones.
    """
    told = min(since, now)
    named = [new[-1].id]
    if said.entry.withdraws:
        by_id = {entry.id: entry for entry in (*past.entries, *new)}
        clear = all(_said_at(entry, by_id) < told for entry in by_id.values() if not entry.withdraws)
        named = [past.root] if clear else [entry.id for entry in new if not entry.withdraws]
    for number, name in enumerate(named):
        entry = _after(name, said.entry, past.names.of(since, after, number), told)
        yield Again(said.entry.id, Version(entry, since, max(since, said.at)))


def _after(named: str, told: Entry, name: str, at: int) -> Entry:
    """What was told as an entry that comes after another of its chain, told at a moment."""
    if told.withdraws:
        return replace(told, id=name, told=at, withdraws=named)
    return replace(told, id=name, told=at, corrects=named)


def _overridden(stood: Entry, new: Sequence[Entry], chain: Sequence[Entry], at: int) -> bool:
    """Whether at a moment one of some new entries stands in the place of another, and says otherwise."""
    word = next(iter(as_known((*chain, *new), at, None)), None)
    if word is None:
        return not stood.withdraws and any(entry.withdraws for entry in new)
    return any(entry.id == word.entry.id for entry in new) and _says(word.entry) != _says(stood)


def _said_at(entry: Entry, by_id: Mapping[str, Entry]) -> int:
    """From when an entry counts: not before what it corrects or withdraws, as in a view."""
    told, seen = entry.told, {entry.id}
    while (named := entry.corrects or entry.withdraws) and named in by_id and named not in seen:
        entry = by_id[named]
        seen.add(named)
        told = max(told, entry.told)
    return told


def _since(version: Version) -> int:
    return version.since


def _moved(told: Entry, versions: Iterable[Version]) -> str:
    """The key by which what is told belongs to another matter than before: most likely another event."""
    for version in versions:
        for key, value in told.keys.items():
            if version.entry.keys.get(key, value) != value:
                return key
    return ""


def _kind(entry: Entry) -> str:
    return "" if entry.withdraws else entry.kind


def _says(entry: Entry) -> tuple[object, ...]:
    """What an entry says, whenever and by whichever account it was written: of a withdrawal, only that."""
    if entry.withdraws:
        return ()
    when = None if dated_by_telling(entry) else entry.happened
    return (entry.kind, entry.child, when, entry.source, dict(entry.keys), dict(entry.facts))


def dated_by_telling(entry: Entry) -> bool:
    """Whether an entry says who somebody is to somebody, with no time but that of its telling."""
    return entry.kind == _RELATIONSHIP and entry.happened.earliest == entry.happened.latest == entry.told


def _root(entry: Entry, by_id: Mapping[str, Entry]) -> str:
    seen = {entry.id}
    while (named := entry.corrects or entry.withdraws) and named not in seen:
        if named not in by_id:
            return named
        seen.add(named)
        entry = by_id[named]
    return entry.id
