"""Rebuild the worklist from the entries, or check that it says what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from heeded.casework.heed import OPEN, next_moment, weigh
from heeded.casework.hub import laid_out
from heeded.casework.invariants import counting
from heeded.casework.judging.judge import AsKnown, verdicts, verdicts_on_all
from heeded.casework.ports import Author, Held, Owed, Record, Writing, owed_key
from heeded.casework.ports.desks import Card
from heeded.casework.ports.duties import OwedKey
from heeded.casework.ports.projection import Projection, Standing
from heeded.casework.telling.owing import owed_by
from heeded.casework.telling.whom import notices, owing_lines
from heeded.core.chronology.chronology import Chronology
from heeded.core.evaluation.finding import Finding
from heeded.core.procedures.handbook import Handbook

AT_ONCE = 200
"""How many families are judged together."""

_Place = tuple[OwedKey, str]
_Stands = tuple[str, int, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A line of the worklist, or a card on a desk, that is not what the entries say: whose, and in what way.

    `family` and `child` are ids. `rule` names the line's rule; of a card, the desk on which it lies. `listed`
    and `told` say how it stands there and by the entries; empty where it does not stand there at all.
    """

    family: str
    child: str
    agency: str
    rule: str
    listed: str
    told: str


@dataclass(frozen=True, slots=True)
class Checked:
    """How far a check has come: families judged, how many of them wait to be looked at, what differs."""

    families: int
    waiting: int
    differences: tuple[Difference, ...]


def check(projection: Projection, handbook: Handbook, now: int) -> Iterator[Checked]:
    """Judge every family anew, as at now (seconds UTC), and compare: how far it has come, lot by lot.

    A family whose deadline has passed and that no worker has looked at again yet is judged as at the
    moment before: it is late, and not wrong.
    """
    families = waiting = 0
    for lot in projection.families(AT_ONCE):
        families += len(lot)
        waiting += sum(1 for each in lot if _is_late(each, now))
        yield Checked(families, waiting, tuple(_differences(lot, handbook, now)))


def rebuild(people: Sequence[str], record: Record, author: Author, handbook: Handbook, now: int) -> int:
    """Make the lines of the families of some people anew from their entries; how many lines changed.

    A line that stood as it should keeps its sentence and its date. Whoever owes what was not on their
    list is told.
    """
    with record.writing(people, author, now) as work:
        return sum(_rebuilt(work, held, handbook) for held in work.families)


def _rebuilt(work: Writing, held: Held, handbook: Handbook) -> int:
    fresh = weigh(replace(held, owed=()), handbook, work.now).owed
    before = {_place(line): line for line in held.owed}
    owed = [
        before[_place(line)] if _stands(before.get(_place(line))) == _stands(line) else line for line in fresh
    ]
    changed = [line for line in owed if before.get(_place(line)) is not line]
    gone = before.keys() - {_place(line) for line in owed}
    work.stand(held, owed)
    work.lay(held, laid_out(held.chronology, owed, handbook, work.now))
    missing = [line for line in changed if _place(line) not in before]
    work.tell(notices(owing_lines(missing, handbook.rules), held.chronology.family, work.now))
    if (moment := next_moment(owed, work.now)) is not None:
        work.wake(held, moment)
    return len(changed) + len(gone)


def _differences(lot: Sequence[Standing], handbook: Handbook, now: int) -> Iterator[Difference]:
    prompt = [counting(each.held.chronology) for each in lot if not _is_late(each, now)]
    found: dict[str, list[Finding]] = {}
    for finding in verdicts_on_all(prompt, handbook, AsKnown(now)):
        found.setdefault(finding.family, []).append(finding)
    for each in lot:
        chronology = counting(each.held.chronology)
        if each.waits is not None and _is_late(each, now):
            told: Iterable[Finding] = verdicts(chronology, handbook, AsKnown(each.waits - 1))
        else:
            told = found.get(chronology.family, ())
        found_here = [*_of_family(each.held, _lines(told, chronology))]
        yield from found_here or _of_desks(each, handbook, now)


def _of_family(held: Held, told: Mapping[_Place, _Stands]) -> Iterator[Difference]:
    listed = {_place(line): _stands(line) for line in held.owed}
    for place in sorted(listed.keys() | told.keys()):
        on_list, by_entries = listed.get(place), told.get(place)
        if on_list != by_entries:
            (_, rule, child, *_), agency = place
            yield Difference(
                family=held.chronology.family,
                child=child,
                agency=agency,
                rule=rule,
                listed=on_list[0] if on_list else "",
                told=by_entries[0] if by_entries else "",
            )


def _of_desks(standing: Standing, handbook: Handbook, now: int) -> Iterator[Difference]:
    """The cards that lie otherwise than they would be laid out from the family's lines."""
    held = standing.held
    moment = standing.waits - 1 if standing.waits is not None and _is_late(standing, now) else now
    fresh = laid_out(held.chronology, held.owed, handbook, moment) or ()
    lies = {each.card.name: _lies(each.card, line=bool(each.line)) for each in standing.cards}
    told = {each.name: _lies(each, line=each.line is not None) for each in fresh}
    for name in sorted(lies.keys() | told.keys()):
        on_desk, by_entries = lies.get(name), told.get(name)
        if on_desk != by_entries:
            agency, desk, child, _ = name
            yield Difference(
                family=held.chronology.family,
                child=child,
                agency=agency,
                rule=f"desk: {desk}",
                listed=on_desk[0].stage if on_desk else "",
                told=by_entries[0].stage if by_entries else "",
            )


def _lies(card: Card, *, line: bool) -> tuple[Card, bool]:
    """How a card lies: all that it shows, and whether it leads to a line."""
    return replace(card, line=None), line


def _lines(findings: Iterable[Finding], chronology: Chronology) -> dict[_Place, _Stands]:
    lines: dict[_Place, _Stands] = {}
    for finding in findings:
        if finding.verdict in OPEN:
            for agency in owed_by(finding, chronology):
                lines[owed_key(finding), agency] = (str(finding.verdict), finding.arose, finding.due)
    return lines


def _place(line: Owed) -> _Place:
    return line.key, line.agency


def _stands(line: Owed | None) -> _Stands | None:
    return None if line is None else (str(line.finding.verdict), line.finding.arose, line.finding.due)


def _is_late(standing: Standing, now: int) -> bool:
    return standing.waits is not None and standing.waits <= now
