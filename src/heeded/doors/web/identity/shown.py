"""Two people side by side, field by field, in words; and of what one person is made up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from heeded.casework.identity import Compared
from heeded.casework.ports.identity import Asserted, Reference, Verdict, Whole
from heeded.doors.web.shown.moments import day, moment
from heeded.doors.web.shown.names import Names


@dataclass(frozen=True, slots=True)
class Row:
    """One field of two people: what is said of each, and whether the two agree."""

    name: str
    sides: tuple[tuple[str, ...], ...]
    mark: str
    said: str


@dataclass(frozen=True, slots=True)
class Made:
    """A reference of which a person is made up: whose, since when, by whose word, whom it describes."""

    id: str
    agency: str
    who: str
    numbers: tuple[str, ...]
    since: str
    by: str
    why: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was last said of a reference and another: in words, when, by whom, why."""

    verdict: str
    at: str
    by: str
    why: str


def rows(compared: Compared, names: Names) -> list[Row]:
    """The fields of two people, those that tell most first, with their households."""
    homes = tuple((_household(*each),) for each in compared.households)
    return [*fields(compared.sides, names), Row(_("Household"), homes, "", "")]


def fields(sides: Sequence[Whole], names: Names) -> list[Row]:
    """The fields of two people, those that tell most first."""
    told: list[tuple[str, list[tuple[str, ...]]]] = [
        (_("Name"), [_of(each.name for each in side.references) for side in sides]),
        (_("Born"), [_of(day(each.born) for each in side.references if each.born) for side in sides]),
        (_("Sex"), [_of(each.sex for each in side.references) for side in sides]),
        (_("Lives in"), [_of(each.area for each in side.references) for side in sides]),
        (_("Numbers"), [_of(_number(n) for each in side.references for n in each.numbers) for side in sides]),
    ]
    known = tuple(_of(names.agency(each.agency) for each in side.references) for side in sides)
    return [*(_row(name, tuple(said)) for name, said in told), Row(_("Known to"), known, "", "")]


def _row(name: str, said: tuple[tuple[str, ...], ...]) -> Row:
    one, other = (frozenset(map(str.casefold, each)) for each in said)
    if not one or not other:
        return Row(name, said, "–", _("not known of both"))
    if one & other:
        return Row(name, said, "✓", _("the same"))
    return Row(name, said, "≠", _("not the same"))


def made_of(whole: Whole, names: Names) -> list[Made]:
    """Every reference to a person."""
    return [_made(each, names) for each in whole.references]


def verdict(said: Verdict) -> str:
    """A verdict in words."""
    words = {
        Verdict.SAME: _("one child"),
        Verdict.DIFFERENT: _("two children"),
        Verdict.UNSURE: _("cannot tell"),
    }
    return words[said]


def spoken(said: Iterable[Asserted], names: Names) -> list[Spoken]:
    """What was last said of a person's references and others."""
    latest = sorted(said, key=lambda each: -each.place)
    return [
        Spoken(
            _("may be one child") if each.model else verdict(each.verdict),
            moment(each.at),
            _("the record") if each.model else names.practitioner(each.by),
            each.reason,
        )
        for each in {each.act: each for each in latest}.values()
    ]


def _made(each: Reference, names: Names) -> Made:
    who = ", ".join(filter(None, (each.name, _("born %s") % day(each.born) if each.born else "", each.area)))
    return Made(
        each.id,
        names.agency(each.agency),
        who or _("not described"),
        tuple(map(_number, each.numbers)),
        moment(each.since),
        names.practitioner(each.by),
        each.reason,
        each.ref.startswith("person "),
    )


def _of(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


def _number(number: Sequence[str]) -> str:
    system, value = number
    return f"{system} {value}"


def _household(adults: int, children: int) -> str:
    grown = ngettext("%d adult", "%d adults", adults) % adults
    young = ngettext("%d other child", "%d other children", children) % children
    return f"{grown}, {young}"
