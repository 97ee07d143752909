"""A decision and a concern about one child, made at the same moment on two connections, again and again."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Barrier

from heeded.casework.acting import Desk, Done, ShownTooLittle, Telling
from heeded.casework.acts import Decision, Override, decide, gates_before, record
from heeded.core.chronology.report import Described, Event, Report
from tests.borough import NOW, at
from tests.casework.acts.people import LEAD, TEACHER, by, child_of, told

LATER = NOW + 3600
WHY = "the family left the country and its police know"


@dataclass(frozen=True, slots=True)
class Raced:
    """What became of raced pairs: who came first, and how often a child was cleared over a new concern."""

    pairs: int = 0
    decided_first: int = 0
    stopped: int = 0
    cleared_over: int = 0
    lost: int = 0

    def __add__(self, other: Raced) -> Raced:
        return Raced(
            self.pairs + other.pairs,
            self.decided_first + other.decided_first,
            self.stopped + other.stopped,
            self.cleared_over + other.cleared_over,
            self.lost + other.lost,
        )


def race(pairs: int, desk: Desk, each: Callable[[Raced], None] = lambda _: None, start: int = 0) -> Raced:
    """Race so many pairs, each about a child of its own: the decider is ready when the concern comes in."""
    raced = Raced()
    with ThreadPoolExecutor(2) as threads:
        for number in range(start, start + pairs):
            raced += _pair(number, desk, threads)
            each(raced)
        together = Barrier(2)
        for closing in [threads.submit(_close, together) for _ in range(2)]:
            closing.result()
    return raced


def _pair(number: int, desk: Desk, threads: ThreadPoolExecutor) -> Raced:
    child = child_of(told(_worry(f"n{number}")))
    ready = _ready(child, f"d{number}", desk)
    together = Barrier(2)
    deciding = threads.submit(_decide, ready, f"d{number}", desk, together)
    telling = threads.submit(_concern, child, f"c{number}", desk, together)
    decided, concern = deciding.result(), telling.result()
    lost = 0 if concern.kept else 1
    if decided is None:
        return Raced(pairs=1, stopped=1, lost=lost)
    over = decided.kept[-1].index > concern.kept[-1].index
    return Raced(pairs=1, decided_first=int(not over), cleared_over=int(over), lost=lost)


def _worry(name: str) -> Report:
    """A school's first worry about a child, referred to social care."""
    worry = Event(
        ref=f"{name}-1",
        kind="concern raised",
        child=name,
        happened=at(NOW - 900),
        told=NOW - 800,
        keys={"referral": name},
        facts={"strength": "suspect", "grounds": "often hungry, and marks on the arm"},
    )
    referral = replace(
        worry,
        ref=f"{name}-2",
        kind="referral made",
        facts={"to": "children's social care", "in writing": True},
    )
    child = Described(ref=name, area="Norhaven")
    return Report(id=name, agency="school", people=(child,), events=(worry, referral))


def _ready(child: str, request: str, desk: Desk) -> Decision:
    """Social care is about to close its work: it has seen every gate, and a head of service takes them on."""
    closing = Decision(
        kind="case closed", child=child, facts={"reason": "services ceased for another reason"}
    )
    shown = gates_before(closing, by(LEAD, request, LATER), desk)
    overrides = tuple(
        Override(gate=gate.name, reason=WHY, authorised_by=(gate.by_whom or ("head of service",))[-1])
        for gate in shown.gates
    )
    return replace(closing, shown=shown.mark, overrides=overrides)


def _decide(ready: Decision, request: str, desk: Desk, together: Barrier) -> Done | None:
    together.wait()
    try:
        return decide(ready, by(LEAD, request, LATER), desk)
    except ShownTooLittle:
        return None


def _concern(child: str, request: str, desk: Desk, together: Barrier) -> Done:
    concern = Telling(
        kind="concern raised",
        child=child,
        facts={"strength": "strong concern", "grounds": "she was found with burns this morning"},
    )
    together.wait()
    return record(concern, by(TEACHER, request, LATER), desk)


def _close(together: Barrier) -> None:
    """Close a thread's own connection; both threads meet, so that each closes one."""
    from django.db import connections  # noqa: PLC0415 - after Django is set up

    together.wait()
    connections.close_all()
