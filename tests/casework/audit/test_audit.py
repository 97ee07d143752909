"""An audit of families in hand: what is judged, what is counted, and what is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TextIO

from heeded.bootstrap import open_handbook
from heeded.casework.audit import OUTSIDE, audit
from heeded.core.chronology.carriage import Carriage
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person, Source
from heeded.core.chronology.when import When, end_of_day, start_of_day
from heeded.core.effectiveness.audited import Audited, Line, RuleCounts
from heeded.core.effectiveness.origin import Origin
from heeded.core.effectiveness.reach import Reach
from heeded.core.procedures.handbook import Handbook

DECIDED = "referral-is-decided"
KINDS = ("referral received", "referral decision", "referral withdrawn", "hand-over accepted")
KEYS = {kind: frozenset({"referral"}) for kind in KINDS}
FIRST, LAST = date(2024, 1, 1), date(2024, 6, 28)
COUNCIL = Agency("council", "Anytown council", "children's social care")
HANDBOOK = open_handbook()


class Nothing:
    """A ledger with nothing in it."""

    def set_aside(self) -> Mapping[str, int]:
        """Nothing was refused."""
        return {}

    def noted(self) -> Mapping[str, int]:
        """Nothing was noted."""
        return {}

    def write_csv(self, out: TextIO, *, heading: bool = True) -> None:
        """Write the heading alone."""
        out.write("file\n" if heading else "")


@dataclass
class InHand:
    """A source of families that are in hand."""

    held: list[Chronology]
    kinds: tuple[str, ...] = KINDS
    since: date | None = None
    ledger: Nothing = field(default_factory=Nothing)
    cut_short: str = ""
    progress: tuple[int, int] = (0, 1)

    @property
    def origin(self) -> Origin:
        """What is known of it."""
        since = start_of_day(self.since) if self.since else None
        carriage = Carriage("in hand", dict.fromkeys(self.kinds), since, end_of_day(LAST))
        reach = Reach((carriage,), KEYS)
        return Origin(
            name="in hand", form="record", sender="", until=end_of_day(LAST), since=since, reach=reach
        )

    def families(self) -> Iterator[Chronology]:
        """Each family."""
        carriages = self.origin.reach.carriages
        return (replace(family, carriages=carriages) for family in self.held)

    def close(self) -> None:
        """Nothing is open."""


@dataclass
class Lines:
    """Keeps what is written."""

    written: list[Line] = field(default_factory=list)

    def write(self, line: Line) -> None:
        """Keep a line."""
        self.written.append(line)


def family(child: str, received: date, decided: date | None = None) -> Chronology:
    """A child whose referral was received on a day, and decided on another or not at all."""
    steps = [("referral received", received), ("referral decision", decided)]
    entries = tuple(
        Entry(
            id=f"{child} {kind}",
            kind=kind,
            child=child,
            happened=When.day(day),
            told=end_of_day(day),
            source=Source("council"),
            keys={"referral": "R1"},
        )
        for kind, day in steps
        if day
    )
    return Chronology(child, entries, {child: Person(child)}, {"council": COUNCIL})


FAMILIES = [
    family("kept", date(2024, 3, 8), date(2024, 3, 11)),
    family("late", date(2024, 3, 8), date(2024, 3, 12)),
    family("overdue", date(2024, 3, 8)),
    family("due", LAST),
    family("kept early", LAST, LAST),
    family("earlier", date(2023, 12, 28), date(2023, 12, 29)),
]


def rule(audited: Audited, name: str) -> RuleCounts:
    """What was found of a rule."""
    (found,) = [rule for rule in audited.rules if rule.rule == name]
    return found


def of_decisions(source: InHand, handbook: Handbook = HANDBOOK) -> tuple[int, ...]:
    """Kept, late, overdue, due and outside, of decisions on referrals."""
    counts = rule(audit(source, handbook), DECIDED).counts
    return (counts.kept, counts.kept_late, counts.overdue, counts.due, sum(counts.outside.values()))


def test_findings_are_counted_by_rule() -> None:
    assert of_decisions(InHand(FAMILIES)) == (3, 1, 1, 1, 0)


def test_what_arose_before_the_time_told_of_in_full_stands_outside() -> None:
    assert of_decisions(InHand(FAMILIES, since=FIRST)) == (2, 1, 1, 1, 1)


def test_what_was_kept_before_its_time_ran_out_is_left_out_of_the_ripe_share() -> None:
    counts = rule(audit(InHand(FAMILIES, since=FIRST), HANDBOOK), DECIDED).counts
    assert counts.early == 1
    assert counts.share_kept_ripe is not None
    assert (counts.share_kept_ripe.part, counts.share_kept_ripe.whole) == (1, 3)


def test_a_rule_whose_answer_is_not_carried_is_not_assessable_for_every_child() -> None:
    source = InHand(FAMILIES, kinds=("referral received", "referral withdrawn", "hand-over accepted"))
    counts = rule(audit(source, HANDBOOK), DECIDED).counts
    assert (counts.assessable, counts.due, counts.not_assessable) == (0, 0, len(FAMILIES))
    assert counts.lacking == ("referral decision",)


def test_with_a_file_the_counts_are_the_same_and_each_finding_is_written_with_its_because() -> None:
    lines = Lines()
    source = InHand(FAMILIES, since=FIRST)
    assert audit(source, HANDBOOK, lines).rules == audit(source, HANDBOOK).rules
    written = {line.child: line for line in lines.written if line.rule == DECIDED}
    assert written.keys() == {family.family for family in FAMILIES}
    assert written["late"].entries == ("late referral received", "late referral decision")
    assert "Monday 11 March 2024" in written["late"].because
    assert {child: line.counted for child, line in written.items() if line.counted} == {"earlier": OUTSIDE}


def test_families_of_one_name_are_judged_apart() -> None:
    """Two children with one identifier, of whom one has no decision."""
    twins = [family("C1", date(2024, 3, 8), date(2024, 3, 11)), family("C1", date(2024, 3, 8))]
    lines = Lines()
    counts = rule(audit(InHand(twins), HANDBOOK, lines), DECIDED).counts
    assert (counts.kept, counts.overdue) == (1, 1)
    assert len({line.verdict for line in lines.written if line.rule == DECIDED}) == 2


def test_a_rule_that_was_never_in_force_in_that_time_is_named_apart() -> None:
    audited = audit(InHand(FAMILIES, since=FIRST), HANDBOOK)
    assert "initial-assessment-is-signed" in audited.not_in_force
    assert not {rule.rule for rule in audited.rules} & set(audited.not_in_force)


def test_whoever_watches_is_told_how_far_it_is() -> None:
    seen: list[int] = []
    audit(InHand(FAMILIES), HANDBOOK, watch=lambda: seen.append(1))
    assert seen
