"""Audit a source: judge every family in it by a handbook, and count how often each rule was kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import reduce

from heeded.casework.judging.judge import AsKnown, Judged, explain, verdicts_on_all
from heeded.casework.ports import Families, FindingsFile
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.when import local
from heeded.core.effectiveness.audited import Audited, Line, RuleCounts
from heeded.core.effectiveness.origin import Origin
from heeded.core.effectiveness.reach import Reach
from heeded.core.effectiveness.tally import Counts, Tally
from heeded.core.evaluation.finding import Finding
from heeded.core.evaluation.sequence import with_those_that_start
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Rule

Bounds = Mapping[str, int | None]
"""From when on a source tells of all that answers each rule, by its name (seconds UTC; None: ever)."""
OUTSIDE = "no: it arose before the time of which the source tells in full"
"""What stands beside a finding that is not counted in the rates."""
Watch = Callable[[], None]
"""Called now and then while an audit runs, so that somebody can be told how far it is."""
AT_ONCE = 20_000
"""About how many entries are judged at once."""


def audit(
    source: Families, handbook: Handbook, findings: FindingsFile | None = None, watch: Watch | None = None
) -> Audited:
    """The audit of a source, judged as at the moment up to which it tells.

    With `findings`, each finding is written there with its because. A rule that needs what the source
    does not carry is not judged at all: it is not assessable, for every child.
    """
    counting = Counting(source.origin, handbook)
    children = events = 0
    for families in _together(source.families(), AT_ONCE):
        children += sum(not person.adult for family in families for person in family.people.values())
        events += sum(len(family.entries) for family in families)
        if findings is None:
            counting.count(families)
        else:
            counting.write(families, findings)
        if watch:
            watch()
    return Audited(
        origin=source.origin,
        handbook=handbook.title,
        editions=counting.editions,
        children=children,
        events=events,
        refused=source.ledger.set_aside(),
        noted=source.ledger.noted(),
        rules=tuple(counting.rules(children)),
        not_in_force=counting.not_in_force,
    )


class Counting:
    """An audit under way: which rules can be judged from this source, and what was found so far."""

    def __init__(self, origin: Origin, handbook: Handbook) -> None:
        self._origin = origin
        self._handbook = handbook
        self._wordings = _in_force(handbook, origin)
        self._lacking = {name: self._lacking_of(rules) for name, rules in self._wordings.items()}
        judged = {name for name, lacking in self._lacking.items() if not lacking}
        self._tallies = {name: Tally(origin.until) for name in self._wordings if name in judged}
        self._judging = replace(handbook, rules=self._answerable(judged))
        self._bounds = self._bounds_by(origin.reach)
        self._known = AsKnown(origin.until)
        self._editions: set[str] = set()

    @property
    def editions(self) -> tuple[str, ...]:
        """The editions that governed what was found, and the one in force at the end, oldest first."""
        last = self._handbook.edition_on(local(self._origin.until).date())
        names = self._editions | ({last.name} if last else set())
        return tuple(edition.name for edition in self._handbook.editions if edition.name in names)

    @property
    def not_in_force(self) -> tuple[str, ...]:
        """The rules that were not in force on any day of which the source tells."""
        names = dict.fromkeys(rule.name for rule in self._handbook.rules)
        return tuple(name for name in names if name not in self._wordings)

    def count(self, families: list[Chronology]) -> None:
        """Judge some families at once, and count what is found."""
        bounds = self._bounds_of(families)
        for finding in verdicts_on_all(families, self._judging, self._known):
            self._add(finding, bounds[finding.family])

    def write(self, families: list[Chronology], findings: FindingsFile) -> None:
        """Judge some families at once, count what is found, and write each finding with its because."""
        bounds = self._bounds_of(families)
        found: dict[str, list[Finding]] = {}
        for finding in verdicts_on_all(families, self._judging, self._known):
            if self._add(finding, bounds[finding.family]):
                found.setdefault(finding.family, []).append(finding)
        for family in families:
            own = found.get(family.family, ())
            for judged in explain(own, family, self._judging, self._known):
                findings.write(self._line(judged, bounds[family.family]))

    def rules(self, children: int) -> Iterator[RuleCounts]:
        """Every rule that was in force, with its counts, in the order of the handbook."""
        for name, wordings in self._wordings.items():
            latest = wordings[-1]
            tally = self._tallies.get(name)
            yield RuleCounts(
                rule=name,
                ref=latest.ref,
                agreed=latest.agreed,
                tier=latest.tier.value,
                owed_by=latest.owed_by,
                unverified=latest.unverified,
                counts=tally.counts() if tally else Counts.of_lacking(self._lacking[name], children),
            )

    def _add(self, finding: Finding, bounds: Bounds) -> bool:
        """Count a finding of a rule that is audited; one that only starts another is left out."""
        tally = self._tallies.get(finding.rule)
        if tally is None:
            return False
        tally.add(finding, outside=_outside(finding, bounds))
        self._editions.add(finding.edition)
        return True

    def _bounds_of(self, families: list[Chronology]) -> dict[str, Bounds]:
        """From when on the source tells of all that answers each rule, by family."""
        reach, found = self._origin.reach, {id(self._origin.reach.carriages): self._bounds}
        for family in families:
            if id(family.carriages) not in found:
                own = self._bounds_by(replace(reach, carriages=family.carriages))
                later = {name: _later(bound, own[name]) for name, bound in self._bounds.items()}
                found[id(family.carriages)] = later
        return {family.family: found[id(family.carriages)] for family in families}

    def _bounds_by(self, reach: Reach) -> Bounds:
        """What arose before the time told of in full is in the source by chance, and is not counted."""
        rules, told = self._handbook.rules, self._origin.since
        return {
            name: reduce(_later, (reach.since(rule, rules) for rule in self._wordings[name]), told)
            for name in self._tallies
        }

    def _answerable(self, judged: set[str]) -> tuple[Rule, ...]:
        """The wordings that the source can answer, and those on whose findings they start."""
        rules = with_those_that_start(judged, self._handbook.rules)
        return tuple(rule for rule in rules if not self._origin.reach.beyond(rule, self._handbook.rules))

    def _lacking_of(self, wordings: tuple[Rule, ...]) -> tuple[str, ...]:
        """What the source lacks for every wording; none where it can answer one of them."""
        lacking = [self._origin.reach.beyond(rule, self._handbook.rules) for rule in wordings]
        return () if () in lacking else tuple(dict.fromkeys(fact for facts in lacking for fact in facts))

    def _line(self, judged: Judged, bounds: Bounds) -> Line:
        finding = judged.finding
        return Line(
            source=self._origin.name,
            child=finding.child,
            rule=finding.rule,
            ref=finding.ref,
            edition=finding.edition,
            verdict=finding.verdict.value,
            why=finding.why.value if finding.why else "",
            counted=OUTSIDE if _outside(finding, bounds) else "",
            owed_by=finding.owed_by,
            key=finding.key,
            about=finding.about,
            arose=finding.arose,
            due=finding.due,
            ended=finding.ended or "",
            because=judged.because,
            entries=judged.entries,
        )


def _together(families: Iterator[Chronology], entries: int) -> Iterator[list[Chronology]]:
    """Families in batches of about so many entries, each family whole, no two of one name."""
    batch: list[Chronology] = []
    names: set[str] = set()
    size = 0
    for family in families:
        if size >= entries or family.family in names:
            yield batch
            batch, names, size = [], set(), 0
        batch.append(family)
        size += len(family.entries) + 1
        names.add(family.family)
    if batch:
        yield batch


def _later(one: int | None, other: int | None) -> int | None:
    """The later of two bounds; None bounds nothing."""
    return one if other is None else other if one is None else max(one, other)


def _outside(finding: Finding, bounds: Bounds) -> bool:
    """Whether a finding arose before the time of which the source tells in full."""
    bound = bounds[finding.rule]
    return bound is not None and finding.arose < bound


def _in_force(handbook: Handbook, origin: Origin) -> dict[str, tuple[Rule, ...]]:
    """The wordings of each rule that were in force on some day of which the source tells."""
    last = local(origin.until).date()
    first = date.min if origin.since is None else local(origin.since).date()
    found: dict[str, tuple[Rule, ...]] = {}
    for rule in handbook.rules:
        begun = rule.since is None or rule.since <= last
        over = rule.until is not None and rule.until < first
        if begun and not over and not rule.pending:
            found[rule.name] = (*found.get(rule.name, ()), rule)
    return found
