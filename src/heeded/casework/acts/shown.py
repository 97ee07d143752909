"""What whoever decides is shown: the gates that stand in the way, and a mark of how the record then stood."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from heeded.casework.acting import Telling, Under
from heeded.casework.acting.gates_shown import Before, Shown, Stood
from heeded.casework.acting.permission import bond_of
from heeded.casework.invariants import counting
from heeded.casework.judging.gates import Gates
from heeded.casework.judging.judge import AsKnown, Judged
from heeded.core.access import Effect, Operation, Policy
from heeded.core.access.records import class_of
from heeded.core.chronology.household import circle, concerns
from heeded.core.evidence.episodes import YEAR, Episode, earlier
from heeded.core.evidence.seen import Seen
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.pattern import Pattern
from heeded.core.procedures.rule import Ban, Content, Gate, Rule

WEIGHTY = (
    *("injury observed", "medical opinion", "senior paediatric review", "concern raised", "disclosure"),
    *("view recorded", "evidence against assumption", "disagreement opened", "explanation given"),
    *("hospital attendance", "domestic abuse incident", "police met child", "reasonable cause recorded"),
    *("household joined", "access began", "care", "whereabouts", "arrest", "release", "bail", "seen well"),
    *("possible source considered", "assumption recorded"),
)
"""The kinds of event whose coming in always asks a decider to look again."""


def shown(under: Under, told: Telling, also: Sequence[Telling] = ()) -> Shown:
    """What stands in the way of an act if it is done now, on what the record holds now.

    `also` is what would be written with it, and counts for it.
    """
    acts = gates_of(under.handbook)
    held = counting(under.chronology)
    beside = [replace(under.proposed(each), id=f"beside {number}") for number, each in enumerate(also)]
    proposed = replace(held, entries=(*held.entries, *beside))
    found = acts.in_the_way(under.proposed(told), proposed, AsKnown(under.by.now))
    return Shown(tuple(_stood(as_told(judged, under)) for judged in found), mark(under))


def to_name(under: Under, policy: Policy) -> Before:
    """The earlier episodes of twelve months that no reading has named, as far as the decider may see them.

    Of what they may not see, the agencies that told it: ring them before deciding.
    """
    who, standing, now = under.by.actor, bond_of(under), under.by.now
    found: list[Episode] = []
    unseen: dict[str, None] = {}
    for each in earlier(Seen.of(under.chronology, now), under.child, now + 1):
        if each.named or each.episode.ended < now - YEAR:
            continue
        open_to = []
        for event in each.episode.events:
            entry = event.entry
            record = class_of(entry.kind, entry.facts, own=entry.source.agency == who.agency)
            answer = policy.decide(who, standing, record, Operation.READ, under.by.stated, now)
            if answer.effect is Effect.PERMIT:
                open_to.append(event)
            elif answer.effect is not Effect.HIDE:
                unseen[entry.source.agency] = None
        if open_to:
            found.append(replace(each.episode, events=tuple(open_to)))
    return Before(tuple(found), tuple(unseen))


def mark(under: Under) -> str:
    """A mark of everything weighty that the record holds about the family."""
    kinds = {*WEIGHTY, *_raising(under.handbook)}
    ids = sorted(entry.id for entry in under.chronology.entries if entry.kind in kinds)
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()


def gates_of(handbook: Handbook) -> Gates:
    """What stands before acts in a handbook: its gates, bans, and what an act that it guards must show."""
    return Gates(replace(handbook, rules=tuple(rule for rule in handbook.rules if _guards(rule))))


def _guards(rule: Rule) -> bool:
    """Whether a rule stands before acts: a gate, a ban, or what an act that it guards must show."""
    return isinstance(rule.form, Gate | Ban) or (isinstance(rule.form, Content) and bool(rule.guards))


def as_told(judged: Judged, under: Under) -> Judged:
    """A gate as whoever decides may be told of it: of another household's entries, whom to ask alone."""
    adults = {person.id for person in under.chronology.people.values() if person.adult}
    near = circle(under.child, under.view, adults)
    cited = [entry for entry in under.chronology.entries if entry.id in judged.entries]
    others = [entry for entry in cited if not concerns(entry, near)]
    if not others:
        return judged
    known = under.work.agencies
    told = {entry.source.agency for entry in others}
    names = " or ".join(sorted(known[name].name if name in known else name for name in told))
    return replace(
        judged,
        ground=f"of an entry of another household (ask {names})",
        claim=f"“{judged.rule.name}” stands in the way",
        entries=tuple(entry.id for entry in cited if entry not in others),
    )


def _stood(judged: Judged) -> Stood:
    finding = judged.finding
    return Stood(finding.rule, finding.child, finding.key, finding.about, judged, judged.rule.departure_by)


def _raising(handbook: Handbook) -> set[str]:
    return {pattern.kind for rule in handbook.rules for pattern in _raises(rule)}


def _raises(rule: Rule) -> Iterator[Pattern]:
    if isinstance(rule.form, Gate):
        yield from rule.form.since
    if isinstance(rule.form, Gate | Ban) and rule.scope:
        yield from rule.scope.begins
