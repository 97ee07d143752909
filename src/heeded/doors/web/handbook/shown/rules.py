"""A rule as a page shows it: in plain words first, then what stands behind it and what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from heeded.core.procedures.account.explain import what_is_asked
from heeded.core.procedures.account.outline import FORM_NAMES
from heeded.core.procedures.account.pieces import Pieces, pieces
from heeded.core.procedures.check.reviews import is_past
from heeded.core.procedures.clauses import times_of
from heeded.core.procedures.handbook import Amounts, Handbook
from heeded.core.procedures.rule import Rule, Tier
from heeded.doors.web.shown.moments import day


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that a reader must see of a rule at once: a sign, words, and of what sort it is."""

    sign: str
    words: str
    sort: str


@dataclass(frozen=True, slots=True)
class AmountShown:
    """A dated line of a named amount: since when, where, by whose agreement, and what of it is in doubt."""

    name: str
    amount: str
    since: str
    area: str
    source: str
    unverified: str
    now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleShown:
    """A wording of a rule."""

    name: str
    title: str
    ref: str
    form: str
    asked: str
    pieces: Pieces
    owed_by: str
    agreed: str
    tier: str
    owner: str
    review_by: str
    marks: tuple[Mark, ...]
    in_force: str
    unverified: str
    departure_by: str
    guards: str
    amounts: tuple[AmountShown, ...]
    line: int


def title_of(rule: Rule | str) -> str:
    """What a rule is called in plain words: its name, as a sentence begins."""
    words = (rule if isinstance(rule, str) else rule.name).replace("-", " ")
    return words[:1].upper() + words[1:]


def rule_shown(rule: Rule, handbook: Handbook, today: date) -> RuleShown:
    """One wording of a rule, as it stands on a day."""
    amounts = tuple(each for named in named_amounts(rule, handbook) for each in amounts_shown(named, today))
    return RuleShown(
        name=rule.name,
        title=title_of(rule),
        ref=rule.ref,
        form=FORM_NAMES[type(rule.form)],
        asked=what_is_asked(rule, handbook),
        pieces=pieces(rule),
        owed_by=rule.owed_by or _("nobody named"),
        agreed=rule.agreed,
        tier=str(rule.tier),
        owner=rule.owner or _("nobody named"),
        review_by=day(rule.review_by) if rule.review_by else _("no date"),
        marks=tuple(_marks(rule, amounts, today)),
        in_force=_in_force(rule, today),
        unverified=rule.unverified,
        departure_by=", ".join(rule.departure_by),
        guards=rule.guards,
        amounts=amounts,
        line=rule.line,
    )


def named_amounts(rule: Rule, handbook: Handbook) -> list[Amounts]:
    """The named amounts on which a rule rests, each once."""
    names = dict.fromkeys(within.amount for within in times_of(rule) if isinstance(within.amount, str))
    return [handbook.amounts[name] for name in names if name in handbook.amounts]


def amounts_shown(amounts: Amounts, today: date) -> tuple[AmountShown, ...]:
    """The dated lines of an amount, the latest first; of several, `now` marks those in force on the day."""
    lines = sorted(amounts.lines, key=lambda line: (line.area, line.since), reverse=True)
    current = {
        area: max((line.since for line in lines if line.area == area and line.since <= today), default=None)
        for area in {line.area for line in lines}
    }
    return tuple(
        AmountShown(
            name=amounts.name,
            amount=str(line.amount),
            since=_("always") if line.since == date.min else day(line.since),
            area=line.area,
            source=line.source,
            unverified=line.unverified,
            now=len(lines) > 1 and line.since == current[line.area],
        )
        for line in lines
    )


def _marks(rule: Rule, amounts: tuple[AmountShown, ...], today: date) -> list[Mark]:
    marks = []
    if rule.pending:
        marks.append(Mark("○", _("Switched off: not in force yet"), "grey"))
    elif rule.until is not None and rule.until < today:
        marks.append(Mark("○", _("No longer in force"), "grey"))
    elif rule.since is not None and rule.since > today:
        marks.append(Mark("○", _("Not in force yet"), "grey"))
    if rule.tier is Tier.PRODUCT:
        marks.append(Mark("+", _("Product rule: nobody's agreement yet"), "blue"))
    if rule.unverified or any(each.unverified for each in amounts):
        marks.append(Mark("?", _("Unverified"), "yellow"))
    if is_past(rule.review_by, today):
        marks.append(Mark("!", _("Review overdue"), "orange"))
    return marks


def _in_force(rule: Rule, today: date) -> str:
    if rule.pending:
        return _("Switched off: %s") % rule.pending
    if rule.until is not None:
        since = day(rule.since) if rule.since else _("the first")
        return _("From %(since)s to %(until)s") % {"since": since, "until": day(rule.until)}
    if rule.since is None:
        return _("Since the first edition")
    return (_("From %s on") if rule.since > today else _("Since %s")) % day(rule.since)
