"""What a step asked, answered or let run out, as a page shows it: for whom, of whom, by when, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from heeded.casework.judging.judge import Judged
from heeded.casework.replay import Standing, existed
from heeded.casework.replay.walking import Became, Walk, owed_by, unaware
from heeded.core.chronology.when import local
from heeded.core.evaluation.finding import Verdict, Why
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Tier
from heeded.core.procedures.wording import listed
from heeded.doors.web.handbook.shown.examples import SIGNS
from heeded.doors.web.handbook.shown.rules import title_of
from heeded.doors.web.replay.shown.happened import agency
from heeded.doors.web.shown.moments import moment
from heeded.doors.web.shown.people import name

WORDS: Mapping[Verdict, str] = {
    Verdict.DUE: gettext_noop("not yet done, and in time"),
    Verdict.OVERDUE: gettext_noop("overdue: no record that it was done"),
    Verdict.MISSED: gettext_noop("missed"),
    Verdict.BROKEN: gettext_noop("done against the rule"),
    Verdict.KEPT: gettext_noop("kept"),
    Verdict.KEPT_LATE: gettext_noop("kept, but late"),
    Verdict.DEPARTED: gettext_noop("departed from, with a reason"),
    Verdict.OVERRIDE: gettext_noop("a gate was passed by override"),
    Verdict.VOID: gettext_noop("fell away"),
    Verdict.NOT_ASSESSABLE: gettext_noop("cannot be judged"),
}
"""What became of a rule, in plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A rule at a step, for all whom it concerned alike."""

    rule: str
    title: str
    ref: str
    sign: str
    words: str
    whom: str
    owed_by: str
    due: str
    because: tuple[str, ...]
    unaware: str
    later: bool
    product: bool
    unverified: str


@dataclass(frozen=True, slots=True)
class InTheWay:
    """A gate that stood in the way of acts, for whom, and why."""

    rule: str
    title: str
    acts: str
    whom: str
    because: tuple[str, ...]


def asked(judged: Iterable[Judged], walk: Walk, whole: Handbook, second: int) -> list[Asked]:
    """What was judged, put together where one rule came to one verdict, due at one moment, for several."""
    alike: dict[tuple[object, ...], list[Judged]] = {}
    for each in judged:
        finding = each.finding
        alike.setdefault((finding.rule, finding.verdict, finding.due, finding.owed_by), []).append(each)
    return [_asked(each, walk, whole, second) for each in alike.values()]


def answered(became: Iterable[Became], walk: Walk, whole: Handbook, second: int) -> list[Asked]:
    """What else changed, save what nobody can yet be said to owe because they do not know of it."""
    told = (each.judged for each in became if each.judged.finding.why is not Why.NOT_KNOWN)
    return asked(told, walk, whole, second)


def in_the_way(gates: Iterable[Standing], walk: Walk) -> list[InTheWay]:
    """The gates that stood in somebody's way."""
    alike: dict[tuple[str, str], list[Judged]] = {}
    for gate in gates:
        guarded = gate.judged.rule.guards or listed(tuple(f"“{act}”" for act in gate.acts), _("or"))
        alike.setdefault((gate.judged.rule.name, guarded), []).append(gate.judged)
    return [
        InTheWay(rule, title_of(rule), acts, _whom(held, walk), _because(held))
        for (rule, acts), held in alike.items()
    ]


def _asked(alike: list[Judged], walk: Walk, whole: Handbook, second: int) -> Asked:
    finding, rule = alike[0].finding, alike[0].rule
    chronology = walk.story.chronology
    asks = finding.verdict in (Verdict.DUE, Verdict.OVERDUE) and walk.known_to is None
    ignorant = dict.fromkeys(
        each for one in alike for each in (unaware(chronology, one.finding, second) if asks else ())
    )
    return Asked(
        rule=rule.name,
        title=title_of(rule),
        ref=rule.ref,
        sign=SIGNS[finding.verdict],
        words=_(WORDS[finding.verdict]),
        whom=_whom(alike, walk),
        owed_by=listed(tuple(dict.fromkeys(owed_by(chronology, each.finding) for each in alike)), _("and")),
        due="" if finding.due is None else moment(finding.due),
        because=_because(alike),
        unaware=listed(tuple(agency(chronology, each) for each in ignorant), _("and")),
        later=not existed(rule, local(finding.arose).date(), whole),
        product=rule.tier is Tier.PRODUCT,
        unverified=rule.unverified,
    )


def _whom(alike: Iterable[Judged], walk: Walk) -> str:
    people = walk.story.chronology.people
    told = []
    for each in alike:
        child = name(people.get(each.finding.child))
        about = each.finding.about
        told.append(
            _("%(child)s (about %(adult)s)") % {"child": child, "adult": name(people.get(about))}
            if about
            else child
        )
    return listed(tuple(dict.fromkeys(told)), _("and"))


def _because(alike: Iterable[Judged]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.because for each in alike))
