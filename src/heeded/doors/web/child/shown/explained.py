"""What was said of an injury, as pages show it: who, when, what changed, and what stands beside it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from heeded.casework.looking import Opened
from heeded.core.chronology.people import Person
from heeded.core.chronology.view import Known
from heeded.core.evidence.accounts import Change, Changed, Explained, Explanation, beside, changes, explained
from heeded.core.evidence.seen import Seen
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import facts, name


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidShown:
    """Something said or answered: its entry, by whom and when, the words, and what else was recorded.

    `before` says beside whose account it is held, `before_entry` which entry tells that one, `changed` how
    the two differ; of a first account all three are empty.
    """

    entry: str
    who: str
    when: str
    agency: str
    words: str
    facts: tuple[tuple[str, str], ...]
    answers: tuple[SaidShown, ...] = ()
    before: str = ""
    before_entry: str = ""
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedShown:
    """An injury, what was said of how it came about, what stands out in that, and what stands beside it.

    `stands_out` and `beside` give words, and each entry that they rest on with what to call it.
    """

    id: str
    child: str
    seen: str
    explanations: tuple[SaidShown, ...]
    asked: tuple[SaidShown, ...]
    stands_out: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    beside: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def by_injury(opened: Opened, names: Names, now: int, wanted: Container[str]) -> Mapping[str, ExplainedShown]:
    """What was said of some injuries of an opened page, by the entry that first saw each, at `now` (UTC)."""
    seen, people = Seen.of(opened.whole, now), opened.whole.people
    found = (each for each in explained(seen, now) if each.injury.seen[0].entry.id in wanted)
    shown = (explained_shown(each, seen, people, names) for each in found)
    return {each.id: each for each in shown}


def explained_shown(
    held: Explained, seen: Seen, people: Mapping[str, Person], names: Names
) -> ExplainedShown:
    """An injury and what was said of it."""
    first = held.injury.seen[0].entry
    differs = {each.after.said.root: each for each in changes(held.explanations)}
    return ExplainedShown(
        id=first.id,
        child=name(people.get(held.injury.child)),
        seen=moments.happened(first.happened),
        explanations=tuple(
            _explanation(each, differs.get(each.said.root), people, names) for each in held.explanations
        ),
        asked=tuple(said_shown(event, people, names) for event in held.asked),
        stands_out=tuple((str(found.remark), _sources(found.events, names)) for found in held.pointed),
        beside=tuple((str(found.what), _sources(found.events, names)) for found in beside(held, seen)),
    )


def said_shown(
    event: Known, people: Mapping[str, Person], names: Names, answers: tuple[SaidShown, ...] = ()
) -> SaidShown:
    """Something said or answered."""
    entry = event.entry
    said = dict(facts(entry.kind, entry.facts, people))
    words, who = said.pop("words", ""), said.pop("speaker", "")
    return SaidShown(
        entry=entry.id,
        who=who,
        when=moments.happened(entry.happened),
        agency=names.agency(entry.source.agency),
        words=words,
        facts=tuple(said.items()),
        answers=answers,
    )


def _explanation(
    each: Explanation, differs: Changed | None, people: Mapping[str, Person], names: Names
) -> SaidShown:
    answers = tuple(said_shown(answer, people, names) for answer in each.weighed)
    shown = said_shown(each.said, people, names, answers)
    if differs is None:
        return shown
    return replace(
        shown,
        before=_beside_whom(differs, people),
        before_entry=differs.before.said.entry.id,
        changed=tuple(_differences(differs)),
    )


def _beside_whom(differs: Changed, people: Mapping[str, Person]) -> str:
    """Beside which account another is held: the same speaker's own, or whose."""
    before = differs.before
    when = moments.happened(before.said.entry.happened)
    if differs.own:
        return _("their own account of %(when)s") % {"when": when}
    who = name(people.get(before.speaker)) if before.speaker else _("somebody")
    return _("what %(who)s said, %(when)s") % {"who": who, "when": when}


def _differences(differs: Changed) -> Iterator[str]:
    """How two accounts differ, with the things that they name."""
    named = {"before": differs.before.mechanism, "after": differs.after.mechanism}
    for how in differs.how:
        match how:
            case Change.ANOTHER:
                yield _("it names another thing that did it: before “%(before)s”, now “%(after)s”") % named
            case Change.NAMED:
                yield _("it names what did it, “%(after)s”, which was not named before") % named
            case Change.UNNAMED:
                yield _("it no longer names what did it: before “%(before)s”") % named
            case Change.WORDS:
                yield _("it is told in other words")
            case Change.SAME:
                yield _("it is told in the same words")
            case Change.UNTOLD:
                yield _("the words of one of the two were not taken down")


def _sources(events: Sequence[Known], names: Names) -> tuple[tuple[str, str], ...]:
    """The entries that say something, each with what to call it."""
    return tuple((event.entry.id, _called(event, names)) for event in events)


def _called(event: Known, names: Names) -> str:
    entry = event.entry
    return ", ".join((entry.kind, names.agency(entry.source.agency), moments.happened(entry.happened)))
