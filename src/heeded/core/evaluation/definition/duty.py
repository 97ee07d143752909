"""The meaning of a duty: when this happens, that must follow in time, unless."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from heeded.core.chronology.view import Known
from heeded.core.evaluation.definition.deadline import Deadline, deadline
from heeded.core.evaluation.definition.judging import Judging
from heeded.core.evaluation.definition.match import matches
from heeded.core.evaluation.definition.occasion import DEPARTURE, Occasion
from heeded.core.evaluation.definition.order import counts_as_following, may_follow
from heeded.core.evaluation.finding import Cited, Finding, Verdict, Why
from heeded.core.evaluation.reading import Reading
from heeded.core.procedures.pattern import Patterns
from heeded.core.procedures.rule import Duty, StatedDay, Within

RESTS_ON_SILENCE = (Verdict.OVERDUE, Verdict.MISSED, Verdict.KEPT_LATE)
EXCUSABLE = (*RESTS_ON_SILENCE, Verdict.DUE, Verdict.BROKEN, Verdict.NOT_ASSESSABLE)


@dataclass(frozen=True, slots=True)
class Answer:
    """The event that ends a duty on one reading: what was owed, or what voids it."""

    event: Known
    keeps: bool
    second: int


def judge_duty(form: Duty, occasion: Occasion, judging: Judging) -> Finding:
    """What became of a duty on one occasion."""
    if occasion.barred:
        return occasion.finding(judging, Verdict.NOT_ASSESSABLE, occasion.barred)
    kind, strict = (_first_answer(form, occasion, reading, judging) for reading in Reading)
    limit = deadline(occasion, form.within, judging)
    if isinstance(limit, Why):
        finding = undated(occasion, form.within, limit, (kind, strict), judging)
        return depart(finding, _departures(occasion, None, judging))
    finding = settle(occasion, limit, (kind, strict), judging)
    owed = (*form.must, *form.unless)
    finding = heed_silence(finding, finding.arose, limit.kindest, owed, judging)
    return depart(finding, _departures(occasion, limit, judging))


def undated(
    occasion: Occasion,
    within: Within | StatedDay,
    why: Why,
    answers: tuple[Answer | None, Answer | None],
    judging: Judging,
) -> Finding:
    """The finding where no deadline can be given.

    Whoever came to know did so after the event: what was done within the time counted from
    the event itself was done in time, whenever that was.
    """
    if why is Why.NOT_KNOWN and isinstance(within, Within):
        earliest = deadline(occasion, replace(within, of_knowing=False), judging)
        if isinstance(earliest, Deadline):
            settled = settle(occasion, earliest, answers, judging)
            if settled.verdict in (Verdict.KEPT, Verdict.VOID):
                return replace(settled, due=None)
    return occasion.finding(judging, Verdict.NOT_ASSESSABLE, why)


def settle(
    occasion: Occasion, limit: Deadline, answers: tuple[Answer | None, Answer | None], judging: Judging
) -> Finding:
    """The verdict that both readings give, or that the times are too coarse."""
    verdicts = [
        verdict_on(answer, limit.on(reading), judging.now)
        for reading, answer in zip(Reading, answers, strict=True)
    ]
    kindly = answers[0]
    if verdicts[0] is not verdicts[1]:
        return occasion.finding(judging, Verdict.NOT_ASSESSABLE, Why.TOO_COARSE, due=limit.kindest)
    if kindly is None:
        return occasion.finding(judging, verdicts[0], due=limit.kindest)
    root = kindly.event.root
    cited = Cited("must" if kindly.keeps else "unless", root)
    return occasion.finding(judging, verdicts[0], due=limit.kindest, ended=root, cited=(cited,))


def verdict_on(answer: Answer | None, due: int, now: int) -> Verdict:
    """The verdict on one reading, from the answer (if any), the deadline and now."""
    if answer is None:
        return Verdict.DUE if now <= due else Verdict.OVERDUE
    if answer.keeps:
        return Verdict.KEPT if answer.second <= due else Verdict.KEPT_LATE
    return Verdict.VOID if answer.second <= due else Verdict.MISSED


def _first_answer(form: Duty, occasion: Occasion, reading: Reading, judging: Judging) -> Answer | None:
    """The first event after the occasion that keeps or voids the duty, on one reading.

    What keeps it comes before what voids it at the same second.
    """
    answers, owed = [], (*form.must, *form.unless)
    for event in judging.of_kinds(owed):
        if not occasion.answers(owed, event, judging):
            continue
        if follows(event, occasion.event, reading, judging):
            answers.append(answer(event, reading, keeps=matches(form.must, event, judging)))
    return min(answers, key=answer_order, default=None)


def follows(event: Known, trigger: Known, reading: Reading, judging: Judging) -> bool:
    """Whether an event counts as coming after the trigger, on one reading."""
    if reading is Reading.KINDEST:
        return may_follow(event, trigger)
    return counts_as_following(event, trigger, judging.calendar)


def answer(event: Known, reading: Reading, *, keeps: bool) -> Answer:
    """An event as an answer, at the second that the reading gives it."""
    happened = event.entry.happened
    second = happened.earliest if reading is Reading.KINDEST else happened.latest
    return Answer(event, keeps, second)


def answer_order(found: Answer) -> tuple[int, bool, int, int, int, str]:
    """Answers by second, what keeps before what voids, then told, known, turn and identity."""
    event = found.event
    return (found.second, not found.keeps, event.entry.told, event.known, event.turn, event.root)


def _departures(occasion: Occasion, limit: Deadline | None, judging: Judging) -> Iterator[Known]:
    for event in judging.by_kind.get(DEPARTURE, ()):
        if occasion.departs(event, judging) and may_follow(event, occasion.event) and in_time(event, limit):
            yield event


def in_time(departure: Known, limit: Deadline | None) -> bool:
    """Whether a departure may have been recorded before the duty was overdue.

    What is overdue already is not undone by a later reason.
    """
    return limit is None or departure.entry.happened.earliest <= limit.kindest


def depart(finding: Finding, departures: Iterator[Known]) -> Finding:
    """The finding, departed from where a reason was recorded and it was not kept or void."""
    departure = next(departures, None)
    if departure is None or finding.verdict not in EXCUSABLE:
        return finding
    cited = (*finding.cited, Cited("departure", departure.root))
    return replace(finding, verdict=Verdict.DEPARTED, why=None, departure=departure.root, cited=cited)


def heed_silence(finding: Finding, start: int, end: int, owed: Patterns, judging: Judging) -> Finding:
    """The finding, not assessable where it rests on the silence of sources that carry nothing."""
    if finding.verdict not in RESTS_ON_SILENCE or judging.told(owed, finding.child, start, end):
        return finding
    return replace(finding, verdict=Verdict.NOT_ASSESSABLE, why=Why.NOT_CARRIED, ended=None)
