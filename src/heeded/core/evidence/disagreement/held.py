"""Held: every disagreement about a child, opened or by itself, with all that was said of it, in full."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.view import Known
from heeded.core.chronology.vocabulary import DRAWN
from heeded.core.chronology.vocabulary.words import HARMED, INFLICTED
from heeded.core.evidence.disagreement.answers import Answer, answers, says_none
from heeded.core.evidence.disagreement.opposition import Opposition, oppositions
from heeded.core.evidence.disagreement.spoken import RESOLVED

OPENED, TAKEN_UP = "disagreement opened", "disagreement taken up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A disagreement about a child: what each side said, what was said since, how far it went, how it ended.

    `raised` are the answers that see harm or, where somebody opened it, the opening; `denied` the answers
    opposite to them, or the entry that was disagreed with. `against` names the sectors on the other side
    where no entry does. `question` is in words; `injury` the key of the injury that it is about, where it is.
    `since` is when it arose (seconds UTC). `said` is what anybody answered to it or to its question since,
    `steps` how far up the ladder it was taken; `settled` ended it. `names` are all that it goes by.
    """

    key: str
    names: frozenset[str]
    child: str
    question: str
    injury: str
    since: int
    raised: tuple[Entry, ...]
    denied: tuple[Entry, ...]
    against: frozenset[str] = frozenset()
    by_itself: bool = False
    said: tuple[Entry, ...] = ()
    steps: tuple[Entry, ...] = ()
    settled: Entry | None = None

    @property
    def answers(self) -> tuple[Entry, ...]:
        """What both sides said, in the order in which they did."""
        return tuple(sorted((*self.raised, *self.denied), key=lambda entry: entry.said))

    @property
    def reached(self) -> int:
        """The step of the ladder that it has reached; the first, of the practitioners themselves, is 1."""
        levels = (entry.facts.get("level") for entry in self.steps)
        return max((level for level in levels if isinstance(level, int)), default=1)

    def opposite_to(self, entry: str) -> tuple[Entry, ...]:
        """What stands against an answer, by its id: all of the other side; nothing where it is no answer."""
        for side, other in ((self.raised, self.denied), (self.denied, self.raised)):
            if any(each.id == entry for each in side):
                return other
        return ()


def disagreements(events: Iterable[Known]) -> tuple[Disagreement, ...]:
    """Every disagreement that a view shows, about whichever child, in the order in which they arose."""
    view = tuple(events)
    drawn = oppositions(view)
    given = answers(view) if drawn else ()
    by_themselves = frozenset(name for found in drawn for name in found.names)
    found = [
        *(_drawn(each, view, given) for each in drawn),
        *_opened(view, by_themselves),
    ]
    return tuple(sorted(found, key=lambda each: (each.since, each.key)))


def disagreement(child: str, key: str, events: Iterable[Known]) -> Disagreement | None:
    """The disagreement about a child that goes by a name; None where a view shows none."""
    return next((each for each in disagreements(events) if each.child == child and key in each.names), None)


def beside(held: Iterable[Disagreement]) -> Mapping[str, tuple[Disagreement, ...]]:
    """In which disagreements each answer stands, by the id of its entry: it is never shown without them."""
    found: dict[str, tuple[Disagreement, ...]] = {}
    for each in held:
        for entry in each.answers:
            found[entry.id] = (*found.get(entry.id, ()), each)
    return found


def opposed(events: Iterable[Known]) -> Mapping[str, tuple[Entry, ...]]:
    """What stands against each answer of a view, in any version of it, by the id of the last one."""
    view = [event for event in events if event.entry.kind not in DRAWN]
    if not any(event.entry.kind == OPENED or says_none(event.entry) for event in view):
        return {}
    held = beside(disagreements(view))
    found: dict[str, tuple[Entry, ...]] = {}
    for event in view:
        others = [
            other
            for version in event.chain
            for each in held.get(version.id, ())
            for other in each.opposite_to(version.id)
        ]
        if others:
            found[event.entry.id] = _once(others)
    return found


def _drawn(found: Opposition, view: tuple[Known, ...], given: tuple[Answer, ...]) -> Disagreement:
    both = {answer.entry.id for answer in found.answers}
    since = found.since
    later = (
        answer.entry
        for answer in given
        if answer.told >= since and answer.entry.id not in both and _answers(answer, found)
    )
    settled = found.settled
    return Disagreement(
        key=found.key,
        names=found.names,
        child=found.child,
        question=found.words or found.question,
        injury=found.injury,
        since=since,
        raised=tuple(answer.entry for answer in found.worried),
        denied=tuple(answer.entry for answer in found.easy),
        by_itself=True,
        said=_once((*_told(found.names, found.child, view, {TAKEN_UP, RESOLVED}), *later)),
        steps=_steps(found.names, found.child, view),
        settled=settled.entry if settled else None,
    )


def _answers(answer: Answer, found: Opposition) -> bool:
    """Whether an answer is one to the question of a disagreement."""
    if answer.entry.child != found.child:
        return False
    if found.injury and found.question == INFLICTED:
        return answer.question == HARMED and answer.injury == found.injury
    return (answer.question, answer.words) == (found.question, found.words)


def _opened(view: tuple[Known, ...], by_themselves: frozenset[str]) -> Iterator[Disagreement]:
    """The disagreements that somebody opened, each once, however many said so under its name."""
    openings: dict[tuple[str, str], list[Known]] = {}
    for event in view:
        key = event.entry.keys.get("disagreement", "")
        if event.entry.kind == OPENED and key not in by_themselves:
            openings.setdefault((event.entry.child, key), []).append(event)
    for (child, key), opened in openings.items():
        names = frozenset((key,))
        raised = _once(event.entry for event in opened)
        facts = [entry.facts for entry in raised]
        settled = _once(each.entry for each in view if _ends(each, key, child))
        yield Disagreement(
            key=key,
            names=names,
            child=child,
            question=str(facts[-1].get("question", "")),
            injury=raised[-1].keys.get("injury", ""),
            since=min(event.chain[0].told for event in opened),
            raised=raised,
            denied=_once(_with_whom({str(each.get("entry", "")) for each in facts}, view)),
            against=_against(raised),
            said=_told(names, child, view, {TAKEN_UP, RESOLVED, OPENED}),
            steps=_steps(names, child, view),
            settled=settled[0] if settled else None,
        )


def _against(raised: tuple[Entry, ...]) -> frozenset[str]:
    named = (entry.facts.get("sides") for entry in raised)
    return frozenset(sector for sides in named if isinstance(sides, frozenset) for sector in sides)


def _ends(event: Known, key: str, child: str) -> bool:
    entry = event.entry
    return entry.kind == RESOLVED and entry.child == child and entry.keys.get("disagreement", "") == key


def _with_whom(named: set[str], view: tuple[Known, ...]) -> Iterator[Entry]:
    """The entries that openings name, as they were when somebody disagreed with them."""
    return (version for event in view for version in event.chain if version.id in named)


def _told(
    names: frozenset[str], child: str, view: tuple[Known, ...], apart: Collection[str]
) -> tuple[Entry, ...]:
    """What was told of a disagreement under any of its names, save the kinds that stand apart."""
    return _once(
        event.entry
        for event in view
        if event.entry.child == child
        and event.entry.kind not in apart
        and event.entry.keys.get("disagreement", "") in names
    )


def _steps(names: frozenset[str], child: str, view: tuple[Known, ...]) -> tuple[Entry, ...]:
    return tuple(each for each in _told(names, child, view, ()) if each.kind == TAKEN_UP)


def _once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in the order in which they were told, each once."""
    found = {entry.id: entry for entry in entries}
    return tuple(sorted(found.values(), key=lambda entry: entry.said))
