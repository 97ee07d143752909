"""Ask of an act, before it is done, which gates stand in its way."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from heeded.casework.judging.judge import AsKnown, Judged, explain
from heeded.casework.judging.proposal import propose
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.vocabulary import DRAWN
from heeded.core.chronology.when import local
from heeded.core.evaluation import definition
from heeded.core.evaluation.blocks.plan import plan_of
from heeded.core.evaluation.finding import Finding, Verdict
from heeded.core.evidence.drawn import beside, drawn_from, with_drawn
from heeded.core.evidence.episodes import CLOSING, REOPENED
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.pattern import Comparison, Condition, Pattern, Patterns
from heeded.core.procedures.rule import Ban, Gate, Rule

_BY = {
    "decision resting on absence": Pattern(
        "decision", (Condition("rests on absence of one person", Comparison.IS, (True,)),)
    )
}
"""The act from which the record would draw what a gate stands before."""

_Place = tuple[str, str, str]
_MOST = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """A gate that stands in the way of acts (kinds of event) towards a child, and why."""

    acts: tuple[str, ...]
    judged: Judged


@dataclass(frozen=True, slots=True, eq=False)
class _Broken:
    """What one act would break, and the record with that act."""

    proposed: Chronology
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Gates:
    """The gates and bans of a handbook, to be asked about acts that nobody has done yet."""

    handbook: Handbook

    @classmethod
    def of(cls, handbook: Handbook) -> Gates:
        """Those of a handbook; of the handbooks last asked for they are kept, and with them their plan."""
        for whole, kept in _KEPT:
            if whole is handbook:
                return kept
        found = cls(replace(handbook, rules=tuple(rule for rule in handbook.rules if _acts(rule))))
        _KEPT.insert(0, (handbook, found))
        del _KEPT[_MOST:]
        return found

    def in_the_way(self, act: Entry, chronology: Chronology, known: AsKnown) -> tuple[Judged, ...]:
        """What would be broken if this act were done now: nothing is recorded, and nothing is stopped."""
        broken = self._broken(act, chronology, known)
        return explain(broken.findings, broken.proposed, self.handbook, known)

    def _broken(self, act: Entry, chronology: Chronology, known: AsKnown) -> _Broken:
        """What an act would break."""
        proposed = beside(chronology, act, known.now, known.to, known.at)
        acts = comes_of(act.id, proposed, known, plan_of(self.handbook).drawn)
        found = definition.evaluate(proposed, self.handbook, known.now, known.to, known.at, acts)
        return _Broken(proposed, tuple(each for each in found if each.verdict is Verdict.BROKEN))

    def standing(self, chronology: Chronology, known: AsKnown) -> tuple[Standing, ...]:
        """The gates that stand in the way of somebody now, each with the acts that it would meet.

        Only gates that something has raised are told: one that stands before every such act is not news.
        """
        raised = {rule.name for rule in self._raised(known)}
        acts: dict[_Place, list[str]] = {}
        last: dict[_Place, _Broken] = {}
        for act in self._proposals(chronology, known):
            broken = self._broken(act, chronology, known)
            for place in dict.fromkeys(_place(each) for each in broken.findings if each.rule in raised):
                acts.setdefault(place, []).append(act.kind)
                last[place] = broken
        told: dict[_Place, Judged] = {}
        for broken in dict.fromkeys(last.values()):
            own = [each for each in broken.findings if last.get(_place(each)) is broken]
            judged = explain(own, broken.proposed, self.handbook, known)
            told |= {_place(each.finding): each for each in judged}
        found = [Standing(tuple(dict.fromkeys(kinds)), told[place]) for place, kinds in acts.items()]
        order = {rule.name: place for place, rule in enumerate(self.handbook.rules)}
        return tuple(sorted(found, key=lambda gate: order[gate.judged.rule.name]))

    def _raised(self, known: AsKnown) -> Iterator[Rule]:
        day = local(known.now).date()
        for rule in self.handbook.rules:
            if rule.in_force(day) and (rule.scope or _since(rule)):
                yield rule

    def _proposals(self, chronology: Chronology, known: AsKnown) -> list[Entry]:
        """Each act that a raised gate speaks of, for each child and each thing it could belong to, once."""
        acts: list[Entry] = []
        for rule in self._raised(known):
            for child in _children(rule, chronology):
                for pattern in _acts(rule):
                    by = known.to or _able(pattern, chronology)
                    for keys in _keys(rule, pattern.kind, child, chronology, known):
                        act = propose(pattern, child, by, keys, known.now)
                        if act not in acts:
                            acts.append(act)
        return acts


_KEPT: list[tuple[Handbook, Gates]] = []


def _place(finding: Finding) -> _Place:
    return finding.rule, finding.child, finding.about


def comes_of(
    act: str, chronology: Chronology, known: AsKnown, kinds: Collection[str] = DRAWN
) -> frozenset[str]:
    """An act that a chronology holds and what of some kinds is drawn from it: what a gate stands before."""
    return drawn_from(with_drawn(chronology, known.now, known.to, known.at, kinds), act) | {act}


def _since(rule: Rule) -> Patterns:
    return rule.form.since if isinstance(rule.form, Gate) else ()


def _acts(rule: Rule) -> tuple[Pattern, ...]:
    match rule.form:
        case Gate(before=patterns) | Ban(never=patterns):
            return tuple(_BY.get(pattern.kind, pattern) for pattern in patterns)
        case _:
            return ()


def _children(rule: Rule, chronology: Chronology) -> list[str]:
    """The children about whom there is anything that could have raised the gate."""
    raising = {pattern.kind for pattern in (*_since(rule), *(rule.scope.begins if rule.scope else ()))}
    raised = {entry.child for entry in chronology.entries if entry.kind in raising}
    children = [person.id for person in chronology.people.values() if not person.adult]
    return [child for child in children if child in raised or (raised and rule.per == "household")]


def _keys(rule: Rule, act: str, child: str, chronology: Chronology, known: AsKnown) -> list[dict[str, str]]:
    """What an act could belong to under a rule; what has been closed is not closed once more."""
    if rule.per in ("child", "household"):
        return [{}]
    view = chronology.as_known(known.now if known.at is None else known.at, known.to)
    own = [event.entry for event in view if event.entry.child == child and rule.per in event.entry.keys]
    last = {entry.keys[rule.per]: entry.kind for entry in own if entry.kind in (act, REOPENED)}
    values = dict.fromkeys(entry.keys[rule.per] for entry in own)
    return [{rule.per: value} for value in values if act not in CLOSING or last.get(value) != act]


def _able(pattern: Pattern, chronology: Chronology) -> str:
    """An agency that could do it: one of the sector that the pattern names, or any."""
    named = {value for each in pattern.conditions if each.field == "agency" for value in each.values}
    able = (agency.id for agency in chronology.agencies.values() if not named or agency.sector in named)
    return next(able, "")
