"""What a replay comes to: when it would first have asked, and how long before the children were safe."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from heeded.casework.judging.judge import AsKnown, verdicts
from heeded.casework.replay.follow import Followed
from heeded.casework.replay.replay import Replay
from heeded.core.chronology.when import local
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Rule, Tier

_FIRST_WRITTEN = re.compile(r"first written in (\d{4})")


@dataclass(frozen=True, slots=True)
class Headline:
    """The first thing asked, the first that nobody did in time, and the moment that protected the children.

    Each is None where there was none by the end of the replay. Moments are in seconds UTC.
    """

    first_asked: Followed | None
    asked_with_it: int
    first_unanswered: Followed | None
    protected: int | None

    def days_before(self, second: int) -> int | None:
        """How many days a moment lay before the protection; None where there was none yet."""
        return None if self.protected is None else (local(self.protected).date() - local(second).date()).days


def headline(told: Replay, early: Sequence[Rule] = ()) -> Headline:
    """What the replay comes to.

    A rule that existed then is named before one that did not (one of `early`); only one that existed
    can have gone unanswered.
    """
    asked = [(second, each) for each in told.findings if (second := each.asked) is not None]
    undone = [
        (second, each)
        for each in told.findings
        if (second := each.spoilt()) is not None and each.judged.rule not in early
    ]
    first = _earliest(sorted(asked, key=lambda pair: (pair[0], pair[1].judged.rule in early)))
    together = sum(1 for second, _ in asked if first and second == first.asked)
    return Headline(
        first_asked=first,
        asked_with_it=max(0, together - 1),
        first_unanswered=_earliest(undone),
        protected=_protected(told),
    )


def _earliest(moments: list[tuple[int, Followed]]) -> Followed | None:
    """The first of them; of several at one moment, the first in the order of the handbook."""
    return min(moments, key=lambda pair: pair[0])[1] if moments else None


def _protected(told: Replay) -> int | None:
    """When the children were protected, if that was by the end of the replay."""
    chosen = told.scenario.variants[0]
    event = next(event for event in told.scenario.events if event.id == chosen.protected)
    entries = (entry for entry in told.scenario.chronology.entries if entry.id in event.entries)
    second = max(entry.happened.earliest for entry in entries)
    return second if second <= told.until else None


def not_yet_written(told: Replay, whole: Handbook) -> tuple[Rule, ...]:
    """The rules that found something and that did not exist when it happened, in the handbook's order.

    A product rule never existed as an agreement; another says in its source when it was first
    written, or came into force later in the whole handbook.
    """
    early: dict[str, Rule] = {}
    for each in told.findings:
        rule = each.judged.rule
        if not existed(rule, local(each.judged.finding.arose).date(), whole):
            early.setdefault(rule.name, rule)
    return tuple(rule for rule in dict.fromkeys(told.handbook.rules) if early.get(rule.name) == rule)


def existed(rule: Rule, day: date, whole: Handbook) -> bool:
    """Whether a rule had been agreed anywhere by a day, as far as the whole handbook says.

    One that had not, judges that day all the same, so that a story can be told beside it; whoever reads that
    must be told.
    """
    since = min((each.since for each in whole.rules if each.name == rule.name and each.since), default=None)
    always = any(each.name == rule.name and each.since is None for each in whole.rules)
    written = _FIRST_WRITTEN.search(rule.agreed)
    return not (
        rule.tier is Tier.PRODUCT
        or (written is not None and int(written[1]) > day.year)
        or (since is not None and not always and since > day)
    )


def asked_only_by(told: Replay, other: Handbook) -> tuple[Rule, ...]:
    """The rules of another edition that would have found something where this one found nothing."""
    mine = {each.judged.finding.rule for each in told.findings}
    found = verdicts(told.scenario.chronology, other, AsKnown(told.until, told.known_to))
    names = dict.fromkeys(finding.rule for finding in found if finding.rule not in mine)
    return tuple(next(rule for rule in other.rules if rule.name == name) for name in names)
