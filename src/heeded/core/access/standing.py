"""What the record shows of how somebody stands to a child: what they wrote themselves gives them nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from heeded.core.access.actor import Actor, Role
from heeded.core.access.bond import Bond, BreakGlass
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import practitioner_of
from heeded.core.chronology.view import as_known

RECENT = 365 * 24 * 3600
"""For how long, in seconds, an agency is at work with a child after it told or was told something."""

ALLOCATED, STOOD_DOWN = "worker allocated", "worker stood down"
ALLOCATING = (ALLOCATED, STOOD_DOWN, "withdrawal")
"""The kinds of event that say whose work a child is, or take that back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What an agency told through one writer of one practitioner: first and last received (seconds UTC).

    `of_child` says whether it is about the child, or about others of the family.
    """

    writer: str
    practitioner: str
    of_child: bool
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A duty that stands on the agency's list, since when (seconds UTC).

    `begun` is the writer and the practitioner of the agency's own entry that began it; None where another
    agency's entry did.
    """

    since: int
    begun: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the record holds that may tie an agency, and one of its people, to a child.

    `words` are what the agency told of the family, `passed_on` when it was last told of something by an
    entry addressed to it, `lines` what it owes towards the child. `named`: it has a reference of its own
    to the child. `answers`: it would answer for the child by what others say of where the child lives, had
    it told nothing. `allocations` are the entries about the child that say whose work it is, with what
    takes these back, of all agencies. `carried` are those whose work the actor covers. `connected`: the
    actor belongs to, or is connected with, the household. `glass` is what the actor broke, if anything.
    """

    words: tuple[Words, ...] = ()
    passed_on: int | None = None
    lines: tuple[Line, ...] = ()
    named: bool = False
    answers: bool = False
    allocations: tuple[Entry, ...] = ()
    carried: frozenset[str] = frozenset()
    connected: bool = False
    glass: BreakGlass | None = None


def wrote(actor: Actor, writer: str, practitioner: str) -> bool:
    """Whether the actor wrote an entry by their own hand.

    Where nobody kept who wrote it, whoever it names did. A system's words are its agency's, not its own.
    """
    if Role.AGENCY_SYSTEM in actor.roles or not actor.id:
        return False
    return (practitioner_of(writer) if writer else practitioner) == actor.id


def bond(actor: Actor, shown: Shown, now: int) -> Bond:
    """How an actor stands to a child at `now` (seconds UTC): as if they had never written of it themselves.

    Their own words may end a tie, and never make one.
    """
    others = [words for words in shown.words if not wrote(actor, words.writer, words.practitioner)]
    told = max((words.last for words in others if words.of_child), default=None)
    recent = max((moment for moment in (told, shown.passed_on) if moment is not None), default=None)
    owes = any(_counts(actor, shown, line, told_besides=bool(others)) for line in shown.lines)
    only_named = shown.named and bool(others) and not any(words.of_child for words in shown.words)
    return Bond(
        allocated=_allocated(actor, shown),
        involved=owes or (recent is not None and recent > now - RECENT),
        own_agency=owes or recent is not None or only_named,
        conflicted=shown.connected,
        glass=shown.glass,
    )


def own_words(actor: Actor, shown: Shown) -> bool:
    """Whether the actor told something of the child by their own hand."""
    return any(words.of_child and wrote(actor, words.writer, words.practitioner) for words in shown.words)


def leading(actor: Actor, shown: Shown) -> dict[str, str]:
    """By agency, who carries the child's work, whatever the actor wrote of it."""
    found = carrying(shown.allocations, besides=actor)
    now = carrying(shown.allocations)
    return {agency: who for agency, who in found.items() if who != actor.id or now.get(agency) == who}


def carrying(entries: Iterable[Entry], besides: Actor | None = None) -> dict[str, str]:
    """By agency, the practitioner to whom a child's work was last allocated and not taken from.

    Nobody allocates it to themselves: a system says so, or another practitioner. What `besides` wrote is
    left out. The entries are those about the child, in the order of the record.
    """
    told = tuple(
        entry
        for entry in entries
        if besides is None or not wrote(besides, entry.writer, entry.source.practitioner)
    )
    found: dict[str, str] = {}
    for known in as_known(told, None, None):
        entry = known.entry
        agency, practitioner = entry.source.agency, entry.source.practitioner
        if entry.kind == ALLOCATED and practitioner_of(entry.writer) != (practitioner or None):
            found[agency] = practitioner
        elif entry.kind == STOOD_DOWN and practitioner in {"", found.get(agency)}:
            found.pop(agency, None)
    return found


def _allocated(actor: Actor, shown: Shown) -> bool:
    """Whether the child is the actor's to work with, or somebody's whose work they cover.

    It must be so without what they wrote, and with it: they may say that it is theirs no more.
    """
    carried = shown.carried | {actor.id} - {""}
    found = (carrying(shown.allocations, besides=actor), carrying(shown.allocations))
    return all(each.get(actor.agency) in carried for each in found)


def _counts(actor: Actor, shown: Shown, line: Line, *, told_besides: bool) -> bool:
    """Whether a duty ties the agency to the child, had the actor written nothing.

    One that the agency's own entry began counts where that is another's. One that another agency's began must
    not fall to this one because of what they wrote: it stood there before, or the agency was told or told of
    the family in another way, or it answers anyhow.
    """
    if line.begun is not None:
        return not wrote(actor, *line.begun)
    first = min(
        (words.first for words in shown.words if wrote(actor, words.writer, words.practitioner)),
        default=None,
    )
    before = first is None or line.since < first
    return before or told_besides or shown.passed_on is not None or shown.answers
