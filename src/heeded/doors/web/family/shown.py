"""Accounts in words: what the family reads, what it does not and why, and how far each has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from heeded.casework.ports.family_accounts import Account, Held, LeftOut, Line, Looked
from heeded.core.access.to_family import Ground, is_wall
from heeded.core.chronology.when import local
from heeded.doors.web.looks.shown import purpose_of
from heeded.doors.web.shown.moments import day, happened, moment
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import facts

_GROUNDS = {
    Ground.SHIELD: gettext_lazy("It may tell where somebody is who is shielded. Nobody may put it in."),
    Ground.POLICE: gettext_lazy(
        "The police told it, and they say what of theirs is told. Nobody may put it in."
    ),
    Ground.STAFF: gettext_lazy("It is about a colleague who is under concern. Nobody may put it in."),
    Ground.OTHER_PERSON: gettext_lazy("It is about somebody else than this child."),
    Ground.CHILDS_WORDS: gettext_lazy("It is what the child said, and may put the child in danger."),
    Ground.HEALTH: gettext_lazy("It is close detail of the child's health: ask the clinician who wrote it."),
    Ground.ADULT: gettext_lazy("It is close detail of an adult."),
    Ground.OTHER_AGENCY: gettext_lazy("Another agency told it: ask them first."),
    Ground.NOT_USUAL: gettext_lazy(
        "It is a concern, a view, or what others said: somebody has to decide on it."
    ),
    Ground.CHOSEN: gettext_lazy("Whoever drew it up chose to leave it out."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """An event as the family reads it: when, what, who wrote it down, and its plain facts."""

    entry: str
    when: str
    what: str
    agency: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutShown:
    """Events that are left out on one ground, and why; `walled` where nobody may put them in."""

    why: str
    walled: bool
    lines: tuple[LineShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedShown:
    """Looks of one kind as the family reads of them."""

    who: str
    why: str
    often: str
    without_standing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountShown:
    """All of an account in words: `lines` and `looks` the family reads, the rest it does not."""

    to: str
    child: str
    agency: str
    at: str
    words: tuple[str, ...]
    lines: tuple[LineShown, ...]
    looks: tuple[LookedShown, ...]
    left_out: tuple[LeftOutShown, ...]
    uncounted: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InShort:
    """How far an account has come: a word, a colour beside it, and each step in a sentence."""

    id: str
    to: str
    at: str
    by: str
    stage: str
    colour: str
    steps: tuple[str, ...]
    may_print: bool


def line_shown(line: Line, names: Names) -> LineShown:
    """An event in words."""
    return LineShown(
        entry=line.entry,
        when=happened(line.happened),
        what=line.kind,
        agency=names.agency(line.agency),
        facts=facts(line.kind, line.facts, {}),
    )


def left_out_shown(left: Iterable[LeftOut], names: Names) -> tuple[LeftOutShown, ...]:
    """What is left out, ground by ground: first what somebody may decide on, then what nobody may."""
    held: dict[Ground, list[LineShown]] = {}
    for each in left:
        held.setdefault(Ground(each.ground), []).append(line_shown(each.line, names))
    return tuple(
        LeftOutShown(why=str(_GROUNDS[ground]), walled=is_wall(ground), lines=tuple(held[ground]))
        for ground in sorted(held, key=lambda each: (is_wall(each), list(_GROUNDS).index(each)))
    )


def looked_shown(looked: Looked, names: Names) -> LookedShown:
    """Looks in words, with the days between which they were taken."""
    first, last = (day(local(second).date()) for second in (looked.first, looked.last))
    times = ngettext("once", "%(count)d times", looked.count) % {"count": looked.count}
    between = (
        _("%(times)s, on %(first)s") if first == last else _("%(times)s, between %(first)s and %(last)s")
    )
    return LookedShown(
        who=_("%(agency)s (%(role)s)") % {"agency": names.agency(looked.agency), "role": looked.role},
        why=purpose_of(looked.purpose),
        often=between % {"times": times, "first": first, "last": last},
        without_standing=looked.without_standing,
    )


def uncounted(held_back: Mapping[str, int], withheld: int) -> tuple[str, ...]:
    """What is left out without being listed, for practitioners: looks, and entries closed to the drawer."""
    told = [
        ngettext("%(count)d look is left out. %(why)s", "%(count)d looks are left out. %(why)s", count)
        % {"count": count, "why": _GROUNDS[Ground(ground)]}
        for ground, count in held_back.items()
    ]
    if withheld:
        told.append(
            ngettext(
                "%(count)d entry is not open to whoever drew this up, and is not in it.",
                "%(count)d entries are not open to whoever drew this up, and are not in it.",
                withheld,
            )
            % {"count": withheld}
        )
    return tuple(told)


def account_shown(account: Account, names: Names) -> AccountShown:
    """All of an account in words."""
    return AccountShown(
        to=account.to_name or _("name not shown"),
        child=account.child_name or _("name not shown"),
        agency=names.agency(account.agency),
        at=day(local(account.at).date()),
        words=tuple(part for part in account.words.split("\n") if part.strip()),
        lines=tuple(line_shown(line, names) for line in account.lines),
        looks=tuple(looked_shown(each, names) for each in account.looks),
        left_out=left_out_shown(account.left_out, names),
        uncounted=uncounted(account.held_back, account.withheld),
        reason=account.reason,
    )


def in_short(held: Held, names: Names) -> InShort:
    """How far an account has come."""
    stage, colour = _stage(held)
    return InShort(
        id=held.account.id,
        to=held.account.to_name or _("name not shown"),
        at=moment(held.account.at),
        by=names.practitioner(held.account.by),
        stage=stage,
        colour=colour,
        steps=_steps(held, names),
        may_print=held.agreed is not None,
    )


def _stage(held: Held) -> tuple[str, str]:
    if held.given:
        return _("Given"), "green"
    if held.agreed:
        return _("Agreed, to be given"), "blue"
    return (_("Sent back"), "red") if held.sent_back else (_("Waits for a second person"), "yellow")


def _steps(held: Held, names: Names) -> tuple[str, ...]:
    told = []
    if (agreed := held.agreed) is not None:
        told.append(
            _("%(who)s agreed, %(at)s.") % {"who": names.practitioner(agreed.by), "at": moment(agreed.at)}
        )
    if (back := held.sent_back) is not None:
        told.append(
            _("%(who)s sent it back, %(at)s: “%(words)s”")
            % {"who": names.practitioner(back.by), "at": moment(back.at), "words": back.words}
        )
    for step in held.given:
        said = {"who": names.practitioner(step.by), "at": moment(step.at), "how": step.how}
        told.append(_("%(who)s gave it, %(at)s: %(how)s.") % said)
        if step.words:
            told.append(_("They said: “%(words)s”") % {"words": step.words})
    return tuple(told)
