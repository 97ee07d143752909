"""The ten rules by hand in plain Python: one loop a child, no library.

Slow but easy to follow, it is the third opinion beside Polars and DuckDB.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

import pyarrow as pa

from bench.days import LocalDays
from bench.draws import DAY
from bench.log import read
from bench.peers.measure import Tally, arguments, best_of, measured, say
from bench.schema import FIRST, KINDS

Finding = tuple[str, int, int | None, int | None, str]  # rule, entry, due, answered, verdict


@dataclass(slots=True)
class Event:
    """One event of the log; keys and fields that it does not have are None."""

    entry: int
    child: int
    kind: str
    happened: int
    keys: dict[str, int | None]
    said: dict[str, bool | None]


@dataclass(slots=True)
class Open:
    """A duty that waits for its answer."""

    rule: str
    entry: int
    due: int


class Deadlines:
    """The last second of each deadline, by the London day on which the duty opened."""

    def __init__(self, now: int) -> None:
        self.days = LocalDays.spanning(FIRST - DAY, now + 200 * DAY)
        self.starts = self.days.starts.tolist()
        working = {f"wd{n}": self.days.due_by_working_days(n).tolist() for n in (1, 2, 10, 15, 45)}
        plain = {f"days{n}": self.days.due_by_days(n).tolist() for n in (30, 91)}
        self.ends: dict[str, list[int]] = {**working, **plain}

    def due(self, amount: str, moment: int) -> int:
        """The last second of a duty of this length that opened at this moment."""
        low, high = 0, len(self.starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.starts[middle] <= moment else (low, middle)
        return self.ends[amount][low]


@dataclass
class Story:
    """What is known of one child as its events are read in order, and what was found."""

    deadlines: Deadlines
    waiting: dict[tuple[str, int], list[Open]] = field(default_factory=lambda: defaultdict(list))
    findings: list[Finding] = field(default_factory=list)
    plans: set[int] = field(default_factory=set)
    disagreements: set[int] = field(default_factory=set)
    reviewed: dict[int, int] = field(default_factory=dict)
    injured: int | None = None
    talked: int | None = None

    def open(self, rule: str, amount: str, event: Event, key: str) -> None:
        """A duty opens."""
        number = event.keys[key]
        if number is not None:
            duty = Open(rule, event.entry, self.deadlines.due(amount, event.happened))
            self.waiting[rule, number].append(duty)

    def answer(
        self, rule: str, event: Event, key: str, words: tuple[str, str] = ("kept", "kept late")
    ) -> None:
        """Every duty of the rule that waits under this key is answered, or its need ends."""
        number = event.keys[key]
        for duty in self.waiting.pop((rule, number), ()) if number is not None else ():
            word = words[0] if event.happened <= duty.due else words[1]
            self.findings.append((rule, duty.entry, duty.due, event.happened, word))

    def gate(self, rule: str, event: Event, *, kept: bool) -> None:
        """An act that needed something first, or was not allowed."""
        self.findings.append((rule, event.entry, None, None, "kept" if kept else "broken"))

    def close(self, now: int) -> None:
        """Whatever still waits at the moment of judgement is due or overdue."""
        for (rule, _), duties in self.waiting.items():
            for duty in duties:
                word = "due" if duty.due >= now else "overdue"
                self.findings.append((rule, duty.entry, duty.due, None, word))


ENDED = ("void", "missed")


def referral_received(story: Story, event: Event) -> None:
    """A referral wants a decision in a working day."""
    story.open("R1", "wd1", event, "referral")


def referral_decision(story: Story, event: Event) -> None:
    """An accepted referral wants an authorised assessment in 45 working days."""
    story.answer("R1", event, "referral")
    if event.said["accepted"]:
        story.open("R2", "wd45", event, "referral")


def assessment_authorised(story: Story, event: Event) -> None:
    """The assessment is done."""
    story.answer("R2", event, "referral")


def enquiry_started(story: Story, event: Event) -> None:
    """An enquiry wants a conference in 15 working days."""
    story.open("R3", "wd15", event, "enquiry")


def enquiry_ended(story: Story, event: Event) -> None:
    """With no conference to come, the need for one ends."""
    if event.said["conference"] is False:
        story.answer("R3", event, "enquiry", ENDED)


def initial_conference(story: Story, event: Event) -> None:
    """The conference is held."""
    story.answer("R3", event, "enquiry")


def plan_started(story: Story, event: Event) -> None:
    """A plan wants a core group, visits and a review."""
    story.open("R4", "wd10", event, "plan")
    story.open("R5", "wd10", event, "plan")
    story.open("R9", "days91", event, "plan")
    story.plans.add(event.keys["plan"] or 0)


def plan_ended(story: Story, event: Event) -> None:
    """A plan ends only after a review in the 30 days before."""
    story.answer("R5", event, "plan", ENDED)
    story.answer("R9", event, "plan", ENDED)
    plan = event.keys["plan"] or 0
    story.plans.discard(plan)
    last = story.reviewed.get(plan)
    recent = last is not None and story.deadlines.due("days30", last) >= event.happened
    story.gate("R8", event, kept=recent)


def core_group(story: Story, event: Event) -> None:
    """The core group has met."""
    story.answer("R4", event, "plan")


def visit(story: Story, event: Event) -> None:
    """A visit alone answers the last one's duty and, while the plan lasts, opens the next."""
    if event.said["alone"]:
        story.answer("R5", event, "plan")
        if event.keys["plan"] in story.plans:
            story.open("R5", "wd10", event, "plan")


def review(story: Story, event: Event) -> None:
    """The plan is reviewed."""
    story.answer("R9", event, "plan")
    story.reviewed[event.keys["plan"] or 0] = event.happened


def injury_observed(story: Story, event: Event) -> None:
    """An injury shuts the gate of discharge."""
    story.injured = event.happened


def strategy_discussion(story: Story, event: Event) -> None:
    """A strategy discussion with all three agencies opens it."""
    if event.said["quorate"]:
        story.talked = event.happened


def hospital_discharge(story: Story, event: Event) -> None:
    """Discharge after an injury needs the discussion since."""
    if story.injured is not None:
        talked = story.talked is not None and story.talked > story.injured
        story.gate("R6", event, kept=talked)


def disagreement_opened(story: Story, event: Event) -> None:
    """A disagreement wants an answer in two working days, and bars closing."""
    story.open("R10", "wd2", event, "disagreement")
    story.disagreements.add(event.keys["disagreement"] or 0)


def disagreement_answered(story: Story, event: Event) -> None:
    """The disagreement is answered, not yet resolved."""
    story.answer("R10", event, "disagreement")


def disagreement_resolved(story: Story, event: Event) -> None:
    """The disagreement no longer bars closing."""
    story.disagreements.discard(event.keys["disagreement"] or 0)


def closed(story: Story, event: Event) -> None:
    """No closing over an open disagreement."""
    story.gate("R7", event, kept=not story.disagreements)


STEPS: dict[str, Callable[[Story, Event], None]] = {
    step.__name__: step
    for step in (
        referral_received,
        referral_decision,
        assessment_authorised,
        enquiry_started,
        enquiry_ended,
        initial_conference,
        plan_started,
        plan_ended,
        core_group,
        visit,
        review,
        injury_observed,
        strategy_discussion,
        hospital_discharge,
        disagreement_opened,
        disagreement_answered,
        disagreement_resolved,
        closed,
    )
}


def by_child(log: pa.Table) -> list[list[Event]]:
    """The log as objects, one list a child, in order of happening."""
    return [list(group) for _, group in groupby(_events(log), key=attrgetter("child"))]


def _events(log: pa.Table) -> Iterator[Event]:
    ordered = log.sort_by([("child", "ascending"), ("happened", "ascending")])
    for batch in ordered.to_batches(max_chunksize=50_000):
        for row in batch.to_pylist():
            keys = {name: row[name] for name in ("referral", "enquiry", "plan", "disagreement")}
            said = {name: row[name] for name in ("accepted", "alone", "conference", "quorate")}
            yield Event(row["entry"], row["child"], KINDS[row["kind"]], row["happened"], keys, said)


def judge(children: list[list[Event]], now: int) -> list[Finding]:
    """All ten rules, child by child."""
    deadlines = Deadlines(now)
    findings: list[Finding] = []
    for events in children:
        story = Story(deadlines)
        for event in events:
            step = STEPS.get(event.kind)
            if step is not None:
                step(story, event)
        story.close(now)
        findings += story.findings
    return findings


def tally(findings: list[Finding]) -> Tally:
    """Count the verdicts, for comparison between engines."""
    counts: Counter[tuple[str, str]] = Counter()
    sums: Counter[tuple[str, str]] = Counter()
    for rule, entry, _, _, word in findings:
        counts[rule, word] += 1
        sums[rule, word] += entry
    return sorted((rule, word, counts[rule, word], sums[rule, word]) for rule, word in counts)


def main() -> None:
    """Load, judge, say."""
    asked = arguments(__doc__)
    loaded, children = best_of(1, lambda: by_child(read(asked.log, asked.events)))
    judged, findings = best_of(asked.repeats, lambda: judge(children, asked.now))
    events = sum(map(len, children))
    say(measured("plain Python loop", 1, events, loaded, judged), tally(findings))


if __name__ == "__main__":
    main()
