"""A line of what is owed: by whom, under which clause, because of what, and how long is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from heeded import bootstrap
from heeded.casework.acting.ways_on import ways_on
from heeded.casework.looking import Line
from heeded.casework.ports.lists import Acknowledged, Listed
from heeded.core.chronology.people import Person
from heeded.core.evaluation.finding import Finding, Verdict
from heeded.core.evidence.discussions import HELD
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import born, name
from heeded.doors.web.shown.words import asked

Matter = Sequence[Sequence[Listed]]
"""What is owed about one thing: step by step, of each step every line."""
DISAGREEMENT = "disagreement"
"""What a rule is judged by that is a step of a disagreement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """A line as a page shows it.

    `later` are the steps of the same disagreement that fell due after it, where a page folds them. `in_room`
    says that a strategy discussion is what it asks for, which has a room of its own.
    """

    id: str
    child: str
    child_name: str
    child_born: str
    owed: str
    because: str
    clause: str
    ref: str
    unverified: str
    by_whom: str
    due: str
    left: moments.Left
    read_by: tuple[str, ...]
    read_by_me: bool
    answers_hand_over: bool = False
    recordable: bool = False
    in_room: bool = False
    later: tuple[LineShown, ...] = ()


def of_list(line: Line, reader: str, names: Names) -> LineShown:
    """A line of the reader's own list."""
    clause, unverified = _clause(line.rule)
    ways = ways_on(line.rule, line.key, bootstrap.open_handbook())
    return LineShown(
        id=line.id,
        child=line.child.id,
        child_name=name(line.child),
        child_born=born(line.child),
        owed=asked(line.owed),
        because=line.because,
        clause=clause,
        ref=line.ref,
        unverified=unverified,
        by_whom=names.practitioner(line.practitioner),
        due="" if line.due is None else moments.moment(line.due),
        left=moments.left(line.left, overdue=line.overdue),
        read_by=_read_by(line.acknowledged, names),
        read_by_me=any(each.by == reader for each in line.acknowledged),
        answers_hand_over=bool(ways.hand_over),
        recordable=bool(ways.kinds),
        in_room=HELD in ways.kinds,
    )


def of_record(
    owed: Iterable[Listed], people: Mapping[str, Person], names: Names, now: int
) -> list[LineShown]:
    """What is owed towards a child whose record is open: each thing once, with all who owe it."""
    return [_together(same, people, names, now) for same in _once(owed)]


def matters(owed: Iterable[Listed]) -> list[Matter]:
    """What is owed by what it is about: the steps of one disagreement together, all else by itself."""
    found: dict[object, list[Sequence[Listed]]] = {}
    for same in _once(owed):
        found.setdefault(_matter(same[0].owed.finding) or id(same), []).append(same)
    return [*found.values()]


def folded(matter: Matter, people: Mapping[str, Person], names: Names, now: int) -> LineShown:
    """A matter as one line: the step of it that is owed for longest, and in it those after."""
    first, *later = (_together(same, people, names, now) for same in matter)
    return replace(first, later=tuple(later))


def _once(owed: Iterable[Listed]) -> list[Sequence[Listed]]:
    """Each thing that is owed, with every line of it: several may owe it."""
    once: dict[object, list[Listed]] = {}
    for each in owed:
        same = (each.owed.finding.identity, each.owed.owed, each.owed.finding.due)
        once.setdefault(same, []).append(each)
    return [*once.values()]


def _together(same: Sequence[Listed], people: Mapping[str, Person], names: Names, now: int) -> LineShown:
    """Lines of one thing, owed by several."""
    lines = [_of_record(each, people, names, now) for each in same]
    whom = "; ".join(dict.fromkeys(line.by_whom for line in lines if line.by_whom))
    return replace(
        lines[0], by_whom=whom, read_by=tuple(dict.fromkeys(each for line in lines for each in line.read_by))
    )


def _of_record(listed: Listed, people: Mapping[str, Person], names: Names, now: int) -> LineShown:
    owed, finding = listed.owed, listed.owed.finding
    clause, unverified = _clause(finding.rule)
    by_whom = (names.agency(owed.agency), names.practitioner(owed.practitioner))
    overdue = finding.verdict is Verdict.OVERDUE or (finding.due is not None and finding.due < now)
    return LineShown(
        id=listed.id,
        child=finding.child,
        child_name=name(people.get(finding.child)),
        child_born=born(people.get(finding.child)),
        owed=asked(owed.owed),
        because=owed.because,
        clause=clause,
        ref=finding.ref,
        unverified=unverified,
        by_whom=", ".join(filter(None, by_whom)),
        due="" if finding.due is None else moments.moment(finding.due),
        left=moments.left(None if finding.due is None else finding.due - now, overdue=overdue),
        read_by=_read_by(listed.acknowledged, names),
        read_by_me=False,
        in_room=HELD in ways_on(finding.rule, finding.key, bootstrap.open_handbook()).kinds,
    )


def _matter(finding: Finding) -> str:
    """The disagreement that something owed is a step of; empty where it is of none."""
    found = bootstrap.open_handbook().rules_named(finding.rule)
    return f"{finding.child} {finding.key}" if found and found[-1].per == DISAGREEMENT else ""


def _clause(rule: str) -> tuple[str, str]:
    """What was agreed, and what of it nobody has checked."""
    found = bootstrap.open_handbook().rules_named(rule)
    return (found[-1].agreed or rule, found[-1].unverified) if found else (rule, "")


def _read_by(acknowledged: tuple[Acknowledged, ...], names: Names) -> tuple[str, ...]:
    return tuple(f"{names.practitioner(each.by)}, {moments.moment(each.at)}" for each in acknowledged)
