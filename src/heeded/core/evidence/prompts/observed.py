"""An injury as a clinical rule looks at it: its marks, the child's age then, and what was said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from heeded.core.chronology.body import WIDER, within
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.people import Person
from heeded.core.chronology.view import Known
from heeded.core.chronology.vocabulary.words import MOBILITY
from heeded.core.chronology.when import local
from heeded.core.evidence.accounts.explanations import weighs
from heeded.core.evidence.ages import completed_months
from heeded.core.evidence.injury import Injury, grouped, leaves_a_shape

EXPLAINED, WEIGHED = "explanation given", "explanation weighed"
_TYING = ("injury", "attendance", "incident")
_BRUISES = ("bruise", "petechiae")
_LAST_IMMOBILE = MOBILITY.index("sitting")


@dataclass(frozen=True, slots=True)
class Observed:
    """Everything seen of one injury, every explanation that the record ties to it, and each answer to these.

    `born` is the child's day of birth, None where it is not recorded.
    """

    child: str
    id: str
    marks: tuple[Known, ...]
    explanations: tuple[Known, ...]
    born: date | None
    weighed: tuple[Known, ...] = ()

    @property
    def bruises(self) -> tuple[Known, ...]:
        """Those of its marks that are bruises."""
        return tuple(mark for mark in self.marks if mark.entry.facts.get("what") == "bruise")

    @property
    def bruises_and_petechiae(self) -> tuple[Known, ...]:
        """Those of its marks that are bruises or petechiae."""
        return tuple(mark for mark in self.marks if mark.entry.facts.get("what") in _BRUISES)

    @property
    def shaped(self) -> tuple[Known, ...]:
        """Those of its marks that have the shape of a hand, of teeth or of a thing."""
        return tuple(mark for mark in self.marks if leaves_a_shape(mark.entry.facts))

    @property
    def year(self) -> int:
        """The year, in local time, in which it surely was seen."""
        return min(local(mark.entry.happened.latest).year for mark in self.marks)

    @property
    def months(self) -> tuple[int, int] | None:
        """The child's age in completed months when it was first seen: least and most; None if unknown."""
        if self.born is None:
            return None
        first = min(self.marks, key=lambda mark: mark.entry.happened.latest).entry.happened
        return completed_months(self.born, first.earliest), completed_months(self.born, first.latest)

    @property
    def mobility(self) -> str:
        """How the child moved at the time, by the last mark that says so; empty where none does."""
        said = [str(mark.entry.facts.get("mobility", "")) for mark in self.marks]
        return next((each for each in reversed(said) if each), "")

    @property
    def immobile(self) -> bool | None:
        """Whether the child did not yet crawl, shuffle, cruise or walk; None where nobody said."""
        return MOBILITY.index(self.mobility) <= _LAST_IMMOBILE if self.mobility in MOBILITY else None

    @property
    def medical_causes(self) -> frozenset[str]:
        """The documented causes, not a person, that its marks state."""
        causes = (mark.entry.facts.get("medical cause") for mark in self.marks)
        return frozenset(str(cause) for cause in causes if cause)

    @property
    def fits(self) -> tuple[tuple[Known, Known, str], ...]:
        """Each explanation, each event that says how it sits with what was found, and how (empty: nobody)."""
        found = []
        for said in self.explanations:
            answers = [said, *(each for each in self.weighed if weighs(each, said))]
            told = [(said, each, str(fit)) for each in answers if (fit := each.entry.facts.get("fit"))]
            found += told or [(said, said, "")]
        return tuple(found)

    @property
    def several(self) -> tuple[Known, ...]:
        """The marks by which its bruises are more than one or clustered; none where it may be one alone."""
        found = self.bruises_and_petechiae
        many = tuple(mark for mark in found if _many(mark.entry.facts))
        return many or (found if len(found) > 1 else ())

    def on(self, words: Iterable[str], marks: Iterable[Known]) -> dict[str, tuple[str, ...]]:
        """Which sites of some marks are within any of these words; each with its marks' identities."""
        wanted = frozenset(words)
        return _by_site(marks, lambda site: site in wanted or not wanted.isdisjoint(WIDER.get(site, ())))

    def maybe_on(self, words: Iterable[str], marks: Iterable[Known]) -> dict[str, tuple[str, ...]]:
        """Which sites of some marks are too wide to tell whether they are on any of these words."""
        wanted = frozenset(words)
        sure = self.on(wanted, marks)

        def may(site: str) -> bool:
            parts = {word for region in within(site) for word in (region.name, *WIDER[region.name])}
            return site not in sure and not wanted.isdisjoint(parts - WIDER.get(site, frozenset()))

        return _by_site(marks, may)


def observed(view: Iterable[Known], people: Mapping[str, Person]) -> tuple[Observed, ...]:
    """Every injury in a view, by when it was first seen; marks of one injury stand together."""
    events = tuple(view)
    explained = [event for event in events if event.entry.kind == EXPLAINED]
    weighed = [event for event in events if event.entry.kind == WEIGHED]
    return tuple(
        Observed(
            injury.child,
            injury.id,
            injury.seen,
            _of(injury.seen, explained),
            _born(injury, people),
            _of(injury.seen, weighed),
        )
        for injury in grouped(events)
    )


def _born(injury: Injury, people: Mapping[str, Person]) -> date | None:
    person = people.get(injury.child)
    return person.born if person else None


def _of(marks: tuple[Known, ...], explained: list[Known]) -> tuple[Known, ...]:
    """The explanations that share a key with a mark; one of another injury by name is not among them."""
    ties = {(name, value) for mark in marks for name, value in mark.entry.keys.items() if name in _TYING}
    injuries = {value for name, value in ties if name == "injury"}
    return tuple(
        event
        for event in explained
        if event.entry.child == marks[0].entry.child
        and not ties.isdisjoint(event.entry.keys.items())
        and (event.entry.keys.get("injury") in (None, *injuries))
    )


def _by_site(marks: Iterable[Known], fits: Callable[[str], bool]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for mark in marks:
        sites = mark.entry.facts.get("sites")
        for site in sorted(sites) if isinstance(sites, frozenset) else ():
            if fits(site):
                found[site] = (*found.get(site, ()), mark.root)
    return found


def _many(facts: Mapping[str, Fact]) -> bool:
    count = facts.get("count")
    sites = facts.get("sites")
    if facts.get("multiple") is True:
        return True
    if isinstance(count, int | float):
        return count > 1
    return isinstance(sites, frozenset) and _apart(sites)


def _apart(sites: frozenset[str]) -> bool:
    """Whether sites of one mark must be several marks: two of them, neither within the other."""
    return any(one != other and not _same(one, other) for one in sites for other in sites)


def _same(one: str, other: str) -> bool:
    return one in WIDER.get(other, ()) or other in WIDER.get(one, ())
