"""The free words of an entry, searched for a shielded place and shown without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from heeded.core.access.guard.find import finds_shielded, withheld
from heeded.core.access.guard.place import ShieldedPlace
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.vocabulary import KINDS, FieldType


def gives_away(entry: Entry, places: Sequence[ShieldedPlace]) -> tuple[str, ...]:
    """Under which names of its facts and keys an entry's words give one of the places away."""
    return tuple(name for name, words in _words(entry) if finds_shielded(words, places))


def without(entry: Entry, places: Sequence[ShieldedPlace]) -> Entry:
    """The entry as it may be shown: whatever in its words gives one of the places away is withheld."""
    if not places:
        return entry
    named = _people(entry)
    facts = {
        name: without_places(fact, places) if isinstance(fact, str) and name not in named else fact
        for name, fact in entry.facts.items()
    }
    source = replace(entry.source, role=without_places(entry.source.role, places))
    return replace(entry, facts=facts, keys=_keys(entry.keys, places), source=source)


def without_places(words: str, places: Iterable[ShieldedPlace]) -> str:
    """Some words without what gives one of the places away."""
    return withheld(words, finds_shielded(words, places))


def _words(entry: Entry) -> Iterator[tuple[str, str]]:
    named = _people(entry)
    for name, fact in entry.facts.items():
        if isinstance(fact, str) and name not in named:
            yield name, fact
    yield from entry.keys.items()
    yield "role", entry.source.role


def _keys(keys: Mapping[str, str], places: Sequence[ShieldedPlace]) -> dict[str, str]:
    return {name: without_places(value, places) for name, value in keys.items()}


def _people(entry: Entry) -> frozenset[str]:
    """Those of its facts that name a person by an id, which is no free text."""
    found = KINDS.get(entry.kind)
    return (
        frozenset(field.name for field in found.fields if field.type is FieldType.PERSON)
        if found
        else frozenset()
    )
