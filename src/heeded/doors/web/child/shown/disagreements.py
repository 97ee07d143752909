"""Disagreements as a page shows them: both answers in full, how far each has climbed, and how it ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from heeded.casework.looking import Opened, asked_next, disagreed
from heeded.casework.ports.lists import Listed
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Person
from heeded.core.evidence.disagreement.held import Disagreement
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import facts, name

_IDS = ("entry", "settles")
"""Facts that name entries by their ids."""
_UNSAID = ("supersedes", "question", "answers")
"""Facts that are not repeated where a disagreement is shown whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenShown:
    """What somebody said of a disagreement: which entry tells it, who said it and when, and its facts."""

    entry: str
    kind: str
    who: str
    when: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpposedShown:
    """An answer that stands against another, and the key and question of the disagreement that they are."""

    key: str
    question: str
    settled: bool
    answer: SpokenShown


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementShown:
    """A disagreement, whole; `next` is what is asked for next, of whom and by when."""

    key: str
    child: str
    question: str
    since: str
    by_itself: bool
    raised: tuple[SpokenShown, ...]
    denied: tuple[SpokenShown, ...]
    against: tuple[str, ...]
    said: tuple[SpokenShown, ...]
    steps: tuple[SpokenShown, ...]
    reached: int
    next: tuple[tuple[str, str, str], ...]
    settled: SpokenShown | None
    answers: tuple[str, ...]
    agencies: frozenset[str]


def disagreements_shown(opened: Opened, names: Names) -> tuple[DisagreementShown, ...]:
    """The disagreements that the reader of an opened page may see: the open ones first, the latest first."""
    people = opened.chronology.people
    found = sorted(disagreed(opened), key=lambda each: (each.settled is not None, -each.since))
    return tuple(_shown(each, opened.owed, people, names) for each in found)


def opposed_shown(
    entries: Iterable[str],
    beside: Mapping[str, tuple[Disagreement, ...]],
    people: Mapping[str, Person],
    names: Names,
) -> tuple[OpposedShown, ...]:
    """What stands against an answer, in any of its versions: all of the other side, in full."""
    found: dict[tuple[str, str], OpposedShown] = {}
    for version in entries:
        for each in beside.get(version, ()):
            for other in each.opposite_to(version):
                found[each.key, other.id] = OpposedShown(
                    key=each.key,
                    question=each.question,
                    settled=each.settled is not None,
                    answer=_spoken(other, people, names),
                )
    return tuple(found.values())


def without_ids(entry: Entry) -> dict[str, Fact]:
    """What an entry says, without the ids of others that it names: a page links to them instead."""
    return {name: fact for name, fact in entry.facts.items() if name not in _IDS}


def _shown(
    held: Disagreement, owed: Iterable[Listed], people: Mapping[str, Person], names: Names
) -> DisagreementShown:
    def told(entries: Iterable[Entry]) -> tuple[SpokenShown, ...]:
        return tuple(_spoken(entry, people, names) for entry in entries)

    return DisagreementShown(
        key=held.key,
        child=name(people.get(held.child)),
        question=held.question,
        since=moments.moment(held.since),
        by_itself=held.by_itself,
        raised=told(held.raised),
        denied=told(held.denied),
        against=tuple(sorted(held.against)),
        said=told(held.said),
        steps=told(held.steps),
        reached=held.reached,
        next=_next(asked_next(held, owed), names),
        settled=_spoken(held.settled, people, names) if held.settled else None,
        answers=tuple(entry.id for entry in held.answers),
        agencies=frozenset(entry.source.agency for entry in held.answers),
    )


def _next(lines: Iterable[Listed], names: Names) -> tuple[tuple[str, str, str], ...]:
    """What is asked for next: each thing once, with all of whom it is asked, and by when."""
    asked: dict[tuple[str, int | None], list[str]] = {}
    for line in lines:
        of = asked.setdefault((line.owed.owed, line.owed.finding.due), [])
        of.append(names.agency(line.owed.agency))
    return tuple(
        (owed, "; ".join(dict.fromkeys(whom)), "" if due is None else moments.moment(due))
        for (owed, due), whom in asked.items()
    )


def _spoken(entry: Entry, people: Mapping[str, Person], names: Names) -> SpokenShown:
    source = entry.source
    who = (names.practitioner(source.practitioner), source.role, names.agency(source.agency))
    said = {name: fact for name, fact in without_ids(entry).items() if name not in _UNSAID}
    return SpokenShown(
        entry=entry.id,
        kind=entry.kind,
        who=", ".join(filter(None, who)),
        when=moments.happened(entry.happened),
        facts=facts(entry.kind, said, people),
    )
