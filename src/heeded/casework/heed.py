"""Heed what was written: judge the families anew, say what is owed by whom, and tell them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from heeded.casework.hub import laid_out
from heeded.casework.invariants import counting
from heeded.casework.judging.judge import AsKnown, Judged, explain, verdicts
from heeded.casework.ports import Held, Notice, Owed, Writing, owed_key
from heeded.casework.ports.loading import Taking
from heeded.casework.telling.address import passed_on
from heeded.casework.telling.carried import carrying
from heeded.casework.telling.owing import mark, owed_by
from heeded.casework.telling.parties import contradicted, let_down
from heeded.casework.telling.unreached import nobody_told, sent_astray, unreached
from heeded.casework.telling.whom import (
    broken,
    handed_back,
    notices,
    overridden,
    owing_lines,
    unanswered,
)
from heeded.core.chronology.answering import answering
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency
from heeded.core.evaluation.finding import Finding, Verdict
from heeded.core.evidence.disagreement.answers import ANSWERING
from heeded.core.evidence.disagreement.held import OPENED, opposed
from heeded.core.evidence.drawn import drawn_from, with_drawn
from heeded.core.procedures.handbook import Handbook

DONE_IN_SPITE = (Verdict.BROKEN, Verdict.OVERRIDE)
"""The verdicts of an act before which something else had to come."""

OPEN = (Verdict.DUE, Verdict.OVERDUE)
"""The verdicts of what is still owed."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of a family's duties.

    All that are owed now; of those, the ones that are new or turned overdue, and the findings behind
    them; what was just done before what had to come first, or in spite of it on somebody's authority; and
    what had been owed and is owed no more. `unowned` counts the findings that are new and for which nobody
    in the record answers; `unreached` says, by entry, what was just sent to nobody in it.
    """

    owed: tuple[Owed, ...]
    fresh: tuple[Owed, ...]
    broken: tuple[Judged, ...]
    overridden: tuple[Judged, ...] = ()
    gone: tuple[Owed, ...] = ()
    judged: tuple[Judged, ...] = ()
    unowned: int = 0
    unreached: Mapping[str, str] = field(default_factory=dict)


def append(
    work: Writing,
    entries: Sequence[Entry],
    handbook: Handbook,
    flags: Mapping[str, str] | None = None,
) -> tuple[Changed, ...]:
    """Append entries, as told, to the families that the writing holds, and heed them; a change a family."""
    seen = work.keep(entries, flags or {})
    return tuple(heed(work, grown(work, held, seen), handbook, seen) for held in work.families)


def heed(work: Writing, held: Held, handbook: Handbook, fresh: Sequence[Entry] = ()) -> Changed:
    """Judge a family as it stands now, put down what is owed, tell who owes, and wake again in time."""
    changed = weigh(held, handbook, work.now, fresh)
    changed = replace(changed, unreached=reaching_nobody(fresh, held.chronology, work.agencies))
    work.stand(held, changed.owed)
    work.lay(held, laid_out(held.chronology, changed.owed, handbook, work.now))
    work.tell(_notices(held, changed, handbook, work.now, fresh))
    if (moment := next_moment(changed.owed, work.now)) is not None:
        work.wake(held, moment)
    return changed


def weigh(
    held: Held,
    handbook: Handbook,
    now: int,
    fresh: Sequence[Entry] = (),
    found: Sequence[Finding] | None = None,
) -> Changed:
    """What is owed towards a family at a moment (seconds UTC), given what stood before and what is new.

    `found` are its findings at that moment, where they were made already with those of other families.
    """
    known, held = AsKnown(now), replace(held, chronology=counting(held.chronology))
    found = verdicts(held.chronology, handbook, known) if found is None else found
    open_now = [finding for finding in found if finding.verdict in OPEN]
    before: dict[object, list[Owed]] = {}
    for owed in held.owed:
        before.setdefault(owed.key, []).append(owed)
    same = {
        id(each): before[owed_key(each)]
        for each in open_now
        if _same(each, before.get(owed_key(each)), held.chronology)
    }
    stood_against = _stood_against(fresh, held.chronology)
    anew = {
        place
        for place, lines in same.items()
        if any(stood_against.intersection(each.cites) for each in lines)
    }
    known_of = {owed_key(each) for each in open_now if id(each) in anew}
    same = {place: lines for place, lines in same.items() if place not in anew}
    new = [finding for finding in open_now if id(finding) not in same]
    written = _written(fresh, held.chronology, now)
    done = [each for each in found if each.verdict in DONE_IN_SPITE and each.trigger in written]
    told = explain([*new, *done], held.chronology, handbook, known)
    judged, acts = told[: len(new)], told[len(new) :]
    stood = {(line.key, line.agency): line.since for lines in before.values() for line in lines}
    lines = [line for each in judged for line in _lines(each, held.chronology, now)]
    lines = [
        replace(line, since=stood.get((line.key, line.agency), now)) if line.key in known_of else line
        for line in lines
    ]
    standing = [
        replace(line, finding=replace(finding, cited=()))
        for finding in open_now
        for line in same.get(id(finding), ())
    ]
    now_owed = {owed_key(finding) for finding in open_now}
    gone = tuple(owed for owed in held.owed if owed.key not in now_owed)
    return Changed(
        owed=(*standing, *lines),
        fresh=tuple(line for line in lines if line.key not in known_of),
        broken=tuple(each for each in acts if each.finding.verdict is Verdict.BROKEN),
        overridden=tuple(each for each in acts if each.finding.verdict is Verdict.OVERRIDE),
        gone=gone,
        judged=tuple(each for each in judged if owed_key(each.finding) not in known_of),
        unowned=sum(
            bool(mark(each.finding, held.chronology)[0])
            for each in judged
            if owed_key(each.finding) not in known_of
        ),
    )


def _written(fresh: Sequence[Entry], chronology: Chronology, now: int) -> set[str]:
    """What was just written, and what the record draws from it."""
    drawn = with_drawn(chronology, now) if fresh else chronology
    return {each for entry in fresh for each in (entry.id, *drawn_from(drawn, entry.id))}


def reaching_nobody(
    entries: Iterable[Entry], chronology: Chronology, agencies: Mapping[str, Agency]
) -> dict[str, str]:
    """What of some entries was sent to nobody in the record, by entry, and what to do about it."""
    about = [entry for entry in entries if entry.child in chronology.people]
    sent = [(entry, unreached(entry, chronology, agencies)) for entry in about]
    return {entry.id: nobody_told(entry, sectors, agencies) for entry, sectors in sent if sectors}


def next_moment(owed: Iterable[Owed], now: int) -> int | None:
    """When a deadline passes next (seconds UTC), if nothing is recorded before; None where none will."""
    coming = [line.finding.due for line in owed if line.finding.due is not None and line.finding.due >= now]
    return min(coming) + 1 if coming else None


def grown(work: Taking, held: Held, entries: Sequence[Entry]) -> Held:
    """The family with what was just written (as it is held), and those told of it to whom it turned."""
    return _told(work, _with(work, held, entries), entries)


def _with(work: Taking, held: Held, entries: Sequence[Entry]) -> Held:
    """The family with what was just written, and with those agencies near it that are so because of that."""
    people = held.chronology.people
    own = tuple(entry for entry in entries if entry.child in people)
    return _near(work, held, (*held.chronology.entries, *own)) if own else held


def _near(work: Taking, held: Held, entries: tuple[Entry, ...]) -> Held:
    near = answering(entries, held.chronology.people.values(), work.agencies)
    return replace(held, chronology=replace(held.chronology, entries=entries, agencies=near))


def _told(work: Taking, held: Held, fresh: Sequence[Entry]) -> Held:
    """The family once those to whom something was addressed have been told of it."""
    chronology = held.chronology
    passed = passed_on(chronology, fresh, work.agencies, work.now)
    if not passed:
        return held
    children = {entry.id: entry.child for entry in chronology.entries if entry.id in passed}
    work.pass_on(passed, children)
    entries = tuple(
        replace(entry, known={**passed[entry.id], **entry.known}) if entry.id in passed else entry
        for entry in chronology.entries
    )
    return _near(work, held, entries)


def _same(finding: Finding, before: Sequence[Owed] | None, chronology: Chronology) -> bool:
    """Whether a finding stands as it stood, owed by the same, so that its sentence still says what is so."""
    return (
        before is not None
        and all(
            (line.finding.verdict, line.finding.due, line.finding.arose)
            == (finding.verdict, finding.due, finding.arose)
            for line in before
        )
        and {line.agency for line in before} == set(owed_by(finding, chronology))
    )


def _stood_against(fresh: Sequence[Entry], chronology: Chronology) -> frozenset[str]:
    """The entries against which what was just written stands: what rests on one is told anew, with both."""
    answers = {entry.id for entry in fresh if entry.kind in (*ANSWERING, OPENED)}
    if not answers:
        return frozenset()
    against = opposed(chronology.as_known())
    return frozenset(each for each, others in against.items() if any(other.id in answers for other in others))


def _lines(judged: Judged, chronology: Chronology, now: int) -> tuple[Owed, ...]:
    """One line for each agency on whose list it stands, marked where nobody in the record answers for it."""
    finding = judged.finding
    marked, said = mark(finding, chronology)
    return tuple(
        Owed(
            finding=finding,
            agency=agency,
            owed=f"{judged.rule.title} ({marked})" if marked else judged.rule.title,
            because=f"{judged.because} {said}" if said else judged.because,
            cites=judged.entries,
            since=now,
            practitioner=carrying(chronology, finding.child, agency),
        )
        for agency in owed_by(finding, chronology)
    )


def _notices(
    held: Held, changed: Changed, handbook: Handbook, now: int, fresh: Sequence[Entry]
) -> Iterable[Notice]:
    """Whom a change is told."""
    chronology = held.chronology
    tellings = (
        *handed_back(changed.judged, fresh, chronology),
        *unanswered(changed.judged, chronology),
        *sent_astray(changed.unreached, fresh),
        *owing_lines(changed.fresh, handbook.rules),
        *broken(changed.broken, chronology),
        *overridden(changed.overridden, chronology),
        *contradicted(fresh, chronology, now),
        *let_down(changed.judged, chronology),
    )
    return notices(tellings, chronology.family, now)
