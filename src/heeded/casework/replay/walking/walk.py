"""Walk from one moment of a story to the next: what was known by then, what it asked, what ran out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock

from heeded.casework.judging.gates import Gates, Standing
from heeded.casework.judging.judge import AsKnown, Judged, explain, verdicts
from heeded.casework.replay.follow import ASKING, OPEN
from heeded.casework.replay.moments import Happened, Learnt, News, news
from heeded.casework.replay.replay import ends
from heeded.core.chronology.scenario import Scenario
from heeded.core.evaluation.finding import Finding, Verdict
from heeded.core.procedures.handbook import Handbook

MOST = 64
"""How many judged moments of one story are kept at hand."""
_RAN_OUT = (Verdict.OVERDUE, Verdict.MISSED)
_Found = Mapping[tuple[str, ...], Finding]


@dataclass(frozen=True, slots=True)
class Became:
    """A finding that stands otherwise than the moment before; `before` is None where there was none."""

    judged: Judged
    before: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One moment (seconds UTC) at which something became known, and what followed until the next.

    `asked` is what it asked anew of somebody, `became` what else changed, `open` what stood to be done after
    it, the oldest first. `gates` stood in the way of somebody. `ran_out` is what ran out of time after it
    and before `until`, the last second before anything else became known.
    """

    number: int
    second: int
    until: int
    happened: tuple[Happened, ...]
    learnt: tuple[Learnt, ...]
    asked: tuple[Judged, ...]
    became: tuple[Became, ...]
    open: tuple[Judged, ...]
    gates: tuple[Standing, ...]
    ran_out: tuple[Judged, ...]


@dataclass
class Walk:
    """A story walked through by a handbook, as known to anybody or to one agency (by id).

    Nothing is judged before somebody comes to it, so that a long record opens as fast as a short one; what
    was judged is kept, so that the way back costs nothing. Threads may share it.
    """

    story: Scenario
    handbook: Handbook
    known_to: str | None = None
    moments: tuple[News, ...] = ()
    _judged: OrderedDict[int, _Found] = field(default_factory=OrderedDict, repr=False)
    _told: OrderedDict[tuple[int, int], Step] = field(default_factory=OrderedDict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def __post_init__(self) -> None:
        """Find the moments at which something became known."""
        self.moments = news(self.story, self.known_to, ends(self.story) if self.story.variants else _LAST)
        self._gates = Gates.of(self.handbook)

    def step(self, number: int, until: int | None = None) -> Step:
        """The step of that number, from 1; the last one goes on to `until` (UTC; None: the story's end).

        IndexError where there is none.
        """
        if not 1 <= number <= len(self.moments):
            raise IndexError(f"there is no step {number}: there are {len(self.moments)}")
        second = self.moments[number - 1].second
        if number < len(self.moments):
            end = self.moments[number].second - 1
        else:
            end = max(second, ends(self.story) if until is None else until)
        with self._lock:
            told = self._told.get((number, end))
            if told is None:
                told = self._told[number, end] = self._step(number, end)
                _keep(self._told)
            return told

    def _step(self, number: int, end: int) -> Step:
        moment = self.moments[number - 1]
        before = self._at(moment.second - 1) if number > 1 else {}
        now, after = self._at(moment.second), self._at(end)
        fresh = [each for identity, each in now.items() if _verdict(before, identity) is not each.verdict]
        asked = [
            each for each in fresh if each.verdict in ASKING and _verdict(before, each.identity) not in ASKING
        ]
        late = [
            each
            for identity, each in after.items()
            if each.verdict in _RAN_OUT and _verdict(now, identity) not in _RAN_OUT
        ]
        stands = sorted((each for each in now.values() if each.verdict in OPEN), key=_since)
        known = AsKnown(moment.second, self.known_to)
        became = [each for each in fresh if each.identity not in {one.identity for one in asked}]
        told = self._explained([*asked, *became, *stands], known)
        return Step(
            number=number,
            second=moment.second,
            until=end,
            happened=moment.happened,
            learnt=moment.learnt,
            asked=tuple(told[each.identity] for each in asked),
            became=tuple(Became(told[each.identity], _verdict(before, each.identity)) for each in became),
            open=tuple(told[each.identity] for each in stands),
            gates=self._gates.standing(self.story.chronology, known) if moment.happened else (),
            ran_out=tuple(
                explain(
                    sorted(late, key=_due), self.story.chronology, self.handbook, AsKnown(end, self.known_to)
                )
            ),
        )

    def _explained(self, findings: list[Finding], known: AsKnown) -> dict[tuple[str, ...], Judged]:
        once = {each.identity: each for each in findings}
        told = explain(once.values(), self.story.chronology, self.handbook, known)
        return {each.finding.identity: each for each in told}

    def _at(self, second: int) -> _Found:
        """Every finding at a moment, by its identity, in the order of the handbook."""
        found = self._judged.get(second)
        if found is None:
            judged = verdicts(self.story.chronology, self.handbook, AsKnown(second, self.known_to))
            found = self._judged[second] = {each.identity: each for each in judged}
            _keep(self._judged)
        return found


_LAST = 2**62
"""After every moment: a record has no end but now, and holds nothing later."""


def _keep(held: OrderedDict[object, object] | OrderedDict) -> None:  # type: ignore[type-arg]
    while len(held) > MOST:
        held.popitem(last=False)


def _verdict(found: _Found, identity: tuple[str, ...]) -> Verdict | None:
    known = found.get(identity)
    return None if known is None else known.verdict


def _since(finding: Finding) -> tuple[int, str]:
    return finding.arose, finding.rule


def _due(finding: Finding) -> tuple[int, str]:
    return finding.due or 0, finding.rule
