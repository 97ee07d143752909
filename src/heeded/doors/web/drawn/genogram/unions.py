"""Unions: which children hang from which parents, of the lines that fit the generations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from heeded.doors.web.drawn.genogram.kin import Couple, Kin

_PAIR = 2


@dataclass(frozen=True, slots=True, order=True)
class Union:
    """One parent or two, and the children who hang from them; `doubtful` where the line is drawn broken."""

    parents: tuple[str, ...]
    doubtful: bool
    children: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """Siblings of whom no parents say so: a bar over them; `half` for half-siblings."""

    people: tuple[str, ...]
    half: bool
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """The lines that can be drawn, and how many cannot because they contradict the generations."""

    unions: tuple[Union, ...]
    couples: tuple[Couple, ...]
    bars: tuple[Bar, ...]
    left_out: int


def drawn(kin: Kin, rows: Mapping[str, int]) -> Drawn:
    """What hangs from whom. A child of more than two hangs from two, and from each other one besides."""
    hung: dict[tuple[tuple[str, ...], bool], list[str]] = {}
    left_out = 0
    for figure in kin.figures:
        mine = [each for each in kin.parents if each.child == figure.id]
        fit = [each for each in mine if rows[each.parent] == rows[figure.id] - 1]
        left_out += len(mine) - len(fit)
        sure = sorted({each.parent for each in fit if not each.doubtful})
        doubtful = sorted({each.parent for each in fit if each.doubtful} - set(sure))
        if sure:
            hung.setdefault((tuple(sure[:_PAIR]), False), []).append(figure.id)
        for alone, broken in (
            *((each, False) for each in sure[_PAIR:]),
            *((each, True) for each in doubtful),
        ):
            hung.setdefault(((alone,), broken), []).append(figure.id)
    unions = tuple(sorted(Union(*key, tuple(children)) for key, children in hung.items()))
    level = [each for each in kin.couples if rows[each.one] == rows[each.other]]
    bars, crooked = _bars(kin, rows, unions)
    left_out += len(kin.couples) - len(level) + crooked
    return Drawn(unions, _couples(level, unions), bars, left_out)


def _couples(recorded: list[Couple], unions: tuple[Union, ...]) -> tuple[Couple, ...]:
    """One line for every two who were recorded as a couple or have a child together."""
    found: dict[frozenset[str], Couple] = {}
    for each in recorded:
        found.setdefault(frozenset((each.one, each.other)), each)
    for union in unions:
        if len(union.parents) == _PAIR:
            one, other = union.parents
            found.setdefault(frozenset((one, other)), Couple(one, other))
    return tuple(found.values())


def _bars(kin: Kin, rows: Mapping[str, int], unions: tuple[Union, ...]) -> tuple[tuple[Bar, ...], int]:
    """The bars over siblings whose parents do not already say so, full siblings together."""
    groups: list[tuple[set[str], bool]] = []
    bars: list[Bar] = []
    crooked = 0
    for each in kin.siblings:
        if rows[each.one] != rows[each.other]:
            crooked += 1
        elif _said_by_parents(each.one, each.other, unions, half=each.half):
            continue
        elif each.half:
            bars.append(Bar(tuple(sorted((each.one, each.other))), half=True, doubtful=each.doubtful))
        else:
            pair = {each.one, each.other}
            near = [g for g in groups if g[0] & pair and g[1] == each.doubtful]
            groups = [g for g in groups if g not in near]
            groups.append((pair.union(*(people for people, _ in near)), each.doubtful))
    full = [Bar(tuple(sorted(people)), half=False, doubtful=doubtful) for people, doubtful in groups]
    return tuple(sorted((*full, *bars), key=lambda bar: (bar.half, bar.doubtful, bar.people))), crooked


def _said_by_parents(one: str, other: str, unions: tuple[Union, ...], *, half: bool) -> bool:
    """Whether the lines to their parents already say that they are siblings, or half-siblings."""
    if any({one, other} <= set(union.children) for union in unions if not union.doubtful):
        return not half or any(len(u.parents) == 1 and {one, other} <= set(u.children) for u in unions)
    if not half:
        return False
    mine, theirs = (
        {
            parent
            for union in unions
            if who in union.children and not union.doubtful
            for parent in union.parents
        }
        for who in (one, other)
    )
    return bool(mine & theirs)
